"""The words of a law with our marks in them, and where in the law they stand."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from crawlers.matter import Matter, Norm, Provision, Struct, Text
from dashboard.words.vocabulary import vocabulary

TOGETHER = 40  # paragraphs without number and heading that are read as one
_PARAGRAPH = re.compile(r"^p_(?=\d+$)")
Span = tuple[int, int]
Reference = tuple[int, int, str]  # its address last


class Piece(Struct, frozen=True, kw_only=True):
    """Words between two marks; `hit` when they are what was searched for, `href` when they name a law we hold."""

    words: str
    hit: bool = False
    href: str = ""


class Stretch(Struct, frozen=True, kw_only=True):
    """Pieces under one mark, or under none when `shade` is empty."""

    shade: str
    pieces: tuple[Piece, ...]


def marked(
    text: str, marks: Sequence[tuple[int, int, str]], hits: Sequence[Span] = (), links: Sequence[Reference] = ()
) -> list[Stretch]:
    """The whole text, cut where a mark, a hit or a link begins or ends. Where marks overlap the shorter one is seen."""
    spans = [(max(0, start), min(end, len(text)), shade) for start, end, shade in marks]
    ranges = [(start, end) for start, end, _ in (*spans, *links)] + list(hits)
    points = sorted({0, len(text), *(at for both in ranges for at in both)})
    cut = [at for at in points if 0 <= at <= len(text)]
    pieces = [
        (_over(spans, a), Piece(words=text[a:b], hit=_covered(hits, a), href=_leads(links, a)))
        for a, b in pairwise(cut)
    ]
    return [
        Stretch(shade=spans[mark][2] if mark >= 0 else "", pieces=tuple(piece for _, piece in group))
        for mark, group in groupby(pieces, key=lambda pair: pair[0])
    ]


def _over(spans: Sequence[tuple[int, int, str]], at: int) -> int:
    """Which mark covers this place: the shortest, and -1 for none."""
    over = [(end - start, index) for index, (start, end, _) in enumerate(spans) if start <= at < end]
    return min(over)[1] if over else -1


def _covered(hits: Sequence[Span], at: int) -> bool:
    return any(start <= at < end for start, end in hits)


def _leads(links: Sequence[Reference], at: int) -> str:
    return next((href for start, end, href in links if start <= at < end), "")


def shade(norm: Norm) -> str:
    return vocabulary().modality[norm.modality].shade


def marks(norms: Iterable[Norm]) -> list[tuple[int, int, str]]:
    return [(norm.start, norm.end, shade(norm)) for norm in norms]


def excerpt(text: str, marks: Sequence[tuple[int, int, str]], hits: Sequence[Span], length: int) -> list[Stretch]:
    """A passage of about this length around the first hit or mark, with … where words were left out."""
    first = min([start for start, _ in hits] or [start for start, _, _ in marks], default=0)
    start = 0 if len(text) <= length or first < length // 3 else _word(text, first - length // 4)
    end = len(text) if len(text) - start <= length else _word(text, start + length)
    kept = [(max(a, start) - start, min(b, end) - start, shade) for a, b, shade in marks if a < end and b > start]
    found = [(max(a, start) - start, min(b, end) - start) for a, b in hits if a < end and b > start]
    plain = Stretch(shade="", pieces=(Piece(words="… "),))
    stretches = marked(text[start:end].rstrip(), kept, found)
    more = Stretch(shade="", pieces=(Piece(words=" …"),))
    return [*([plain] if start else []), *stretches, *([more] if end < len(text) else [])]


def _word(text: str, at: int) -> int:
    """The nearest place after `at` where a word begins."""
    space = text.find(" ", at, at + 40)
    return space + 1 if space >= 0 else at


def shown(matter: Matter, language: str = "") -> Text | None:
    """The version a reader sees first: the newest in the asked language, else in the matter's own, else any."""
    for wanted in (language, matter.language):
        if found := [text for text in matter.texts if wanted and text.language.partition("-")[0] == wanted]:
            return max(found, key=lambda text: (bool(text.provisions), text.date))
    return max(matter.texts, key=lambda text: (bool(text.provisions), text.date), default=None)


def where(id: str, provisions: dict[str, Provision]) -> str:
    """Article 16(2)(a): the number of the first part of the path, the deeper ones in brackets; ¶ 7 where nothing is numbered."""
    parts = id.split("/")
    chain = [provisions.get("/".join(parts[: depth + 1])) for depth in range(len(parts))]
    numbers = [unit.number.strip() for unit in chain if unit and unit.number.strip()]
    if not numbers:
        return _PARAGRAPH.sub("¶ ", id)
    return numbers[0].rstrip(".") + "".join(f"({number.strip('()[]. ')})" for number in numbers[1:])


def articles(text: Text) -> dict[str, list[Provision]]:
    """Provisions of a text by the first part of their path, in the order of the law; bare paragraphs are read together."""
    groups: dict[str, list[Provision]] = {}
    for provision in text.provisions:
        groups.setdefault(provision.id.partition("/")[0], []).append(provision)
    read: dict[str, list[Provision]] = {}
    run = ""
    for id, units in groups.items():
        bare = bool(_PARAGRAPH.match(id)) and not any(unit.number or unit.heading for unit in units)
        if bare and run and len(read[run]) < TOGETHER:
            read[run] += units
        else:
            read[id], run = units, id if bare else ""
    return read

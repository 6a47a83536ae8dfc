"""Plain lines of a law as a tree of units, by the words its headings begin with in some twenty languages."""

import re
import unicodedata
from collections.abc import Iterable

from crawlers import ids
from crawlers.files import reading
from crawlers.texts.lines import lines as shown
from crawlers.texts.outline import Unit, slug

_NUMBER = r"(?:[IVXLCDM]+(?![a-zà-ž])|\d+(?:[.\-]\d+)*\s?(?:\.?[º°ª]|er|ère|o\b|a\b)?|[A-Z](?![A-Za-zÀ-ž]))"
_AFTER = r"(?:[ \-.]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b|-?[A-Z]\b){0,2}"
_WORD = (
    r"(?:unic[oa]|únic[oa]|unique|prim\w+|premi\w+|second\w*|segon\w*|segund\w*|deuxi\w+|terc\w+|terç\w+|troisi\w+|"
    r"quart\w*|cuart\w*|quint\w*|sext\w*|sisè\w*|s[èée]ptim\w*|octav\w*|nove\w*|undécim\w*|duodécim\w*|decimo\w+|"
    r"(?:d[ée]cim|vig[ée]sim|trig[ée]sim)\w*(?:\s(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven)\w*)?|preliminar|"
    r"préliminaire|I-ul|first|second|third)"
)
_CONTAINERS = (
    ("bok", r"libro|livre|livro|llibre|buch|kniha|book|cartea"),
    ("prt", r"part|parte|partie|teil|deel|partea|część|časť|část|pars|dal[iī]s"),
    ("tit", r"título|titulo|titre|titel|títol|titolo|titlul|hlava|dział"),
    ("chp", r"capítulo|capitulo|chapitre|capo|capitolo|capítol|capitolul|chapter|bab|kapitel|rozdział|hoofdstuk|kapitola"),
    ("sec", r"sección|seccion|section|secció|secţiunea|secțiunea|sezione|abschnitt|oddział|oddiel|afdeling|seção|secção|paragraaf"),
    ("annex", r"anexo|annexe|annex|anexa|allegato|anlage|bijlage|załącznik|príloha|příloha|schedule|pielikums"),
)  # fmt: skip
_RANKS = {kind: rank for rank, (kind, _) in enumerate(_CONTAINERS)} | {
    "annex": 0,
    "trans": 0,
    "art": 6,
    "par": 7,
    "pnt": 8,
}
_CONTAINER = re.compile(
    "^(?:" + "|".join(rf"(?P<{kind}>(?:{words}))" for kind, words in _CONTAINERS) + ")"
    rf"\s+(?P<number>{_NUMBER}{_AFTER}|{_WORD})(?P<rest>(?:\s*[.:–—|\-]+\s*|\s+|$).*)$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"^(?P<number>[IVXLCDM]+|\d+)\.?\s+(?P<word>nodaļa|sadaļa|daļa|luku|osa|kapitel)\b\s*(?P<rest>.*)$", re.IGNORECASE
)
_TURNED_KINDS = {"nodaļa": "chp", "sadaļa": "tit", "daļa": "prt", "luku": "chp", "osa": "prt", "kapitel": "chp"}
_ARTICLE = re.compile(
    rf"^(?P<number>(?:art(?:[íiy]?cul\w*|icol[aoul]*|icle|igo|ikel|ykuł|\.)\s*|čl(?:ánek|ánok|\.)\s*|pasal\s+|§{{1,2}}\s*|disposición\s+(?:\w+\s+)?)"
    rf"(?:{_NUMBER}{_AFTER}|{_WORD})(?:\s+transitori[oa]\b)?|disposición\s+(?:adicional|transitoria|derogatoria|final)(?=\s*\.?\s*$))"
    r"(?P<rest>(?:\s*[.:–—\-°º]+\s*|\s+|$).*)$",
    re.IGNORECASE | re.DOTALL,
)
_ORDINAL = re.compile(rf"^(?P<number>{_WORD})(?P<rest>\s*[.:–—\-]+\s.*)$", re.IGNORECASE | re.DOTALL)
_TRANSITIONAL = re.compile(
    r"^(?:(?:art[íi]culos|disposiciones|normas|disposições|disposicions|dispozi[țţ]ii) )?(?:finales y |finais e )?"
    r"(?:transit[oó]ri[oa]s|tranzitorii|transitòries)(?: y finales| e finais|(?: și|şi)? finale)?[.:]?$"
    r"|^pārejas noteikumi$|^(?:dispositions|bepalingen) transitoires$|^przepisy przejściowe.{0,30}$",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:art\w*\.?\s+)?((?!I-ul){_WORD})", re.IGNORECASE)
_TRANSITIONAL_ARTICLE = re.compile(r"(?i)\s+transitori[oa]$")
_PANTS = re.compile(r"^(?P<number>\d+(?:\.\d+)*\.?[¹²³⁰⁴-⁹]*\s+pants)\.?(?P<rest>\s.*|)$", re.DOTALL)
_SECTIONS = (
    re.compile(r"^(?P<heading>[^|]{3,200}) \| (?P<number>\d{1,4}[A-Z]{0,2})\.[—–-](?P<rest>.+)$", re.DOTALL),
    re.compile(r"^(?P<number>\d{1,4}[A-Z]{0,2})\s?[.—](?:\s?\|)?[—–-]?(?P<rest>\s*\S.*)$", re.DOTALL),
    re.compile(r"^(?P<number>\d{1,3}[A-Z]?)(?P<rest> [A-Z][^.;:]{2,110})$"),
)  # a heading in the margin; a number and a dot; a number and a heading
_PARAGRAPH = re.compile(r"^(?P<number>\(\d+[a-z]?\)|§\s?\d+\s?(?:[º°o]|er)?(?:-[A-Z]|bis|ter)?\.?|\d+[º°]?(?:bis)?\s?[.)]-?|\d{1,2} [-–—]|(?i:Par[áa]grafo)(?: (?i:único|transit[oó]rio|primer[oa]|segund[oa]|tercer[oa]|\d+[ºo°]?))?\.?(?=[\s:.–—-])[:.–—-]*)\s+(?P<rest>\S.*)$", re.DOTALL)  # fmt: skip
_POINT = re.compile(r"^(?P<number>\(?[a-zñ]{1,2}\)|\(?[ivx]+\)|[IVXL]+\s?[-–—.)]|[•–—-])\s+(?P<rest>\S.*)$", re.DOTALL)
_CONTENTS = {
    "índex", "índice", "indice", "sumario", "sumário", "sommaire", "table des matières", "contents", "inhalt",
    "inhaltsübersicht", "inhaltsverzeichnis", "spis treści", "obsah", "cuprins", "arrangement of sections", "inhoud",
}  # fmt: skip
_OPENINGS = ("an act to ", "an act for ", "be it enacted", "be it therefore enacted", "enacted by the ")
_TRIM = " .:–—-|°º\t"


def is_law(lines: Iterable[str]) -> bool:
    """Does it count its articles from the first on? A paper that speaks of articles begins lines with other ones."""
    found = (_ARTICLE.match(line) for line in lines)
    return {"1", "2"} <= {slug(one["number"]) for one in found if one}


def of_html(page: str) -> list[Unit]:
    """The same of a piece of HTML; none of an empty one."""
    return units(shown(reading.html(page.encode()))) if page else []


def units(lines: Iterable[str], numbered: bool = False) -> list[Unit]:
    """Containers hold articles, articles their numbered paragraphs and points; what is before the first is a preamble.

    `numbered`: the law counts its sections by bare numbers ("1. Short title"), as common-law statutes do.
    """
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(-1, top)]
    waiting: Unit | None = None
    law = _after_contents(list(lines))
    sections = _numbering(law) if numbered else None
    for line in law:
        found = (_section(line, sections) if sections else None) or _begins(line, stack)
        if found is None:
            waiting = _own_words(stack, waiting, line)
            continue
        rank, unit = found
        while stack[-1][0] >= rank:
            stack.pop()
        stack[-1][1].children.append(unit)
        stack.append((rank, unit))
        stack += [(_RANKS[inner.kind], inner) for inner in unit.children]
        waiting = unit if not unit.text and not unit.heading and not unit.children and rank < _RANKS["par"] else None
    return top.children


def _own_words(stack: list[tuple[int, Unit]], waiting: Unit | None, line: str) -> Unit | None:
    """A short line right under a heading is its title; others are words of the innermost unit."""
    if waiting is not None and len(line) <= 200 and not line.endswith((".", ";", ":", ",")):
        waiting.heading = line
        return None
    rank, unit = stack[-1]
    if rank == -1 or rank < _RANKS["art"]:
        unit.children.append(Unit("p", text=line))
    elif rank == _RANKS["pnt"] and len(stack) > 1 and line[:1].isupper():
        stack.pop()
        _own_words(stack, None, line)
    elif unit.children:
        unit.children.append(Unit("p", text=line))
    else:
        unit.add(line)
    return None


def _begins(line: str, stack: list[tuple[int, Unit]]) -> tuple[int, Unit] | None:
    if _TRANSITIONAL.match(line):
        return _RANKS["trans"], Unit("trans", heading=line.rstrip(_TRIM), root=True)
    if len(line) <= 300 and (found := _CONTAINER.match(line) or _TURNED.match(line)):
        kind = _container(found)
        rest = found["rest"].strip(_TRIM)
        if kind and not rest[:1].islower():
            number = line[: found.end("number")] if "word" not in found.re.groupindex else line[: found.end("word")]
            return _RANKS[kind], Unit(kind, number=number, heading=rest, root=kind == "annex")
    if found := _ARTICLE.match(line) or _PANTS.match(line):
        return (
            (_RANKS["art"], _article(found, root=not _transitional(stack)))
            if _is_article(found, stack)
            else _smaller(line, stack)
        )
    if _transitional(stack) and (found := _ORDINAL.match(line)):
        return _RANKS["art"], _article(found, root=False)
    return _smaller(line, stack)


def _transitional(stack: list[tuple[int, Unit]]) -> bool:
    """Among the articles that end a law, which count from the first again."""
    return any(unit.kind == "trans" for _, unit in stack)


def _numbering(lines: list[str]) -> re.Pattern[str]:
    """How this law prints its sections, which is the way that most of its lines are in."""
    return max(_SECTIONS, key=lambda pattern: sum(1 for line in lines if pattern.match(line)))


def _section(line: str, pattern: re.Pattern[str]) -> tuple[int, Unit] | None:
    found = pattern.match(line)
    if not found:
        return None
    unit = _article(found)
    unit.kind = "sec"
    unit.heading = (found.groupdict().get("heading") or unit.heading).rstrip(".")
    return _RANKS["art"], unit


def _container(found: re.Match[str]) -> str:
    if "word" in found.re.groupindex:
        return _TURNED_KINDS[found["word"].lower()]
    return next((kind for kind, _ in _CONTAINERS if found[kind]), "")


def _is_article(found: re.Match[str], stack: list[tuple[int, Unit]]) -> bool:
    """A reference that begins a line ("Article 5 applies") goes on in lower case; § counts inside articles in Brazil."""
    rest = found["rest"]
    if found["number"].startswith("§") and any(unit.number[:3].lower() == "art" for _, unit in stack[1:]):
        return False
    return not re.match(r"\s+[a-zà-ž]", rest)


def _article(found: re.Match[str], root: bool = True) -> Unit:
    rest = found["rest"].lstrip(_TRIM).rstrip()
    number = found["number"].strip()
    key = _disposition(number)
    unit = Unit("art", number=number, root=root or bool(key), key=key or _key(number, root))
    first = rest.partition("\n")[0]
    if rest and len(first) <= 160 and not first.endswith((".", ";", ":", ",", "”", "»", '"')):
        unit.heading = first
        rest = rest[len(first) :].strip()
    if inner := _PARAGRAPH.match(rest):
        unit.children.append(Unit("par", number=inner["number"].strip(), text=inner["rest"]))
    else:
        unit.text = rest
    return unit


def _key(number: str, root: bool) -> str:
    """Transitional articles count from the first again, whether or not a heading of their own says so."""
    base = re.sub(r"(?<=\d)\.(?=[º°ª])", "", _TRANSITIONAL_ARTICLE.sub("", number))
    named = _NAMED.fullmatch(base)
    plain = _ascii(named[1].lower().split()) if named else slug(base)
    return f"{plain}-transitorio" if root and plain and _TRANSITIONAL_ARTICLE.search(number) else plain


def _ascii(words: Iterable[str]) -> str:
    plain = (unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() for word in words)
    return "-".join(map(ids.part, plain))


def _disposition(number: str) -> str:
    """Spanish laws end in four series of these, each of which begins with its first."""
    said = number.lower().split()
    return _ascii(said[1:]) if said[0].startswith("disposic") else ""


def _smaller(line: str, stack: list[tuple[int, Unit]]) -> tuple[int, Unit] | None:
    """Paragraphs and points count only inside an article or another numbered unit."""
    if stack[-1][0] < _RANKS["art"] and stack[-1][1].kind != "trans":
        return None
    for kind, pattern in (("par", _PARAGRAPH), ("pnt", _POINT)):
        if found := pattern.match(line):
            unit = Unit(kind, number=found["number"].strip(), text=found["rest"])
            if unit.text.startswith("(") and kind == "par" and (inner := _POINT.match(unit.text)):
                unit.text, unit.children = "", [Unit("pnt", number=inner["number"].strip(), text=inner["rest"])]
            return _RANKS[kind], unit
    return None


def _after_contents(lines: list[str]) -> list[str]:
    """Without the table of contents: what stands from its heading to the long title or the enacting words, else to
    where one of its first entries comes again.
    """
    keys = [line.casefold().strip(_TRIM) for line in lines]
    for position, key in enumerate(keys[:200]):
        if key in _CONTENTS:
            formula = (at for at in range(position, len(keys)) if keys[at].startswith(_OPENINGS))
            again = (_again(keys, first) for first in range(position + 1, min(position + 7, len(keys))))
            end = next(formula, 0) or next(filter(None, again), 0)
            return lines[:position] + lines[end:] if end else lines
    return lines


def _again(keys: list[str], first: int) -> int:
    """Where the entry stands a second time, or 0."""
    return next((at for at in range(first + 1, len(keys)) if keys[at] == keys[first]), 0)

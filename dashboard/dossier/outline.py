"""A paper as plain values, once for every format (titles, paragraphs, quotes, lists), and the order of a dossier."""

from collections.abc import Iterator
from datetime import date

from crawlers.matter import Struct
from crawlers.vocabulary import Kind
from dashboard.mail.sentences import said
from dashboard.views.text import clean
from index.clock import Answer
from index.clock.step import said as spelled
from index.dossier import Answered, Dossier
from index.judged import HIGHEST
from index.opportunities import weights

BEFORE = {"part": "\n## ", "subpart": "\n### ", "list": "- ", "sum": "  ", "quote": "  "}
UNSCORED = f"not scored yet; a person gives 0 to {HIGHEST}"
NOBODY = "Not answered yet. A person writes here."


class Block(Struct, frozen=True, kw_only=True):
    """One piece: `kind` is title, part, words, quote, list or sum; `url` where the words lead somewhere."""

    kind: str
    words: str
    url: str = ""


class Paper(Struct, frozen=True, kw_only=True):
    """What every format draws: a title, the day it was true of, and its blocks."""

    title: str
    day: str
    blocks: tuple[Block, ...]


def paper(dossier: Dossier) -> Paper:
    return Paper(title=said(dossier.title), day=dossier.day, blocks=tuple(outline(dossier)))


def outline(dossier: Dossier) -> Iterator[Block]:
    """Words of sources are cleaned here; each format escapes them in its own way."""
    one = dossier.opportunity
    yield Block(kind="title", words=said(dossier.title))
    yield Block(kind="words", words=f"{dossier.matter} · {dossier.day} · not legal advice", url=one.url)
    yield Block(kind="part", words="What is asked")
    yield Block(kind="words", words=_clean(dossier.question) or _unasked(one.kind))
    yield Block(kind="part", words="Until when")
    yield from _windows(dossier)
    yield Block(kind="part", words="What must be filed, and by whom")
    yield from (Block(kind="list", words=_clean(line)) for line in dossier.filing)
    yield Block(kind="part", words="Why it is worth while")
    for name, weight in (("Fit", one.fit), ("Chance", one.chance), ("Time", one.time)):
        yield Block(kind="list", words=f"{name} {weight.value}: {weight.says}")
    yield Block(kind="part", words="As a test case")
    yield from _scores(dossier)
    yield Block(kind="part", words="The Wikipedia Test")
    for heading in dossier.headings:
        yield from _heading(heading)
    yield from _rest(dossier)


def _windows(dossier: Dossier) -> Iterator[Block]:
    for window in dossier.opportunity.windows:
        words = f"{_clean(window.filing)}: {_days(window.answer)}. {_clean(window.answer.note)}"
        yield Block(kind="words", words=words.strip())
        yield from (Block(kind="sum", words=step.line()) for step in window.answer.steps)


def _days(answer: Answer) -> str:
    """The nearest step first, as on every page: tell counsel, to be safe, last day, each flagged."""
    flag = "" if answer.verified else " [unverified rule]"
    safe = answer.safe if answer.safe != answer.date else None
    steps = (("tell counsel by", answer.notify_by), ("to be safe, file by", safe), ("last day", answer.date))
    found = [f"{name} {spelled(date.fromisoformat(day))}{flag}" for name, day in steps if day]
    clock = f", {answer.time} {answer.zone}" if answer.date and answer.time else ""
    return f"{'; '.join(found)}{clock}" if found else "no date"


def _scores(dossier: Dossier) -> Iterator[Block]:
    """Every criterion with what a person gave it, or room for that."""
    for name in weights().criteria:
        given = f"{dossier.scores[name]} of {HIGHEST}" if name in dossier.scores else UNSCORED
        yield Block(kind="list", words=f"{name}: {given}")


def plain(paper: Paper) -> str:
    """For a screen."""
    return "\n".join(f"{BEFORE.get(block.kind, '')}{block.words}" for block in paper.blocks)


def _heading(heading: Answered) -> Iterator[Block]:
    yield Block(kind="subpart", words=heading.title)
    if not heading.passages:
        yield Block(kind="words", words="No passage found, and that is not proof of none.")
    for passage in heading.passages:
        reviewed = "reviewed" if passage.reviewed else "machine, not yet reviewed"
        words = _clean(passage.words) or "(the licence allows only a link)"
        yield Block(kind="quote", words=f"“{words}” ({passage.place}; {passage.says}; {reviewed})", url=passage.url)
    by = f" ({heading.by})" if heading.by else ""
    yield Block(kind="words", words=f"Answer{by}: {_clean(heading.answer) or NOBODY}")


def _rest(dossier: Dossier) -> Iterator[Block]:
    parts = [
        ("Who else has spoken", dossier.opportunity.others),
        ("Similar cases", [f"{one.title} ({one.status}): {', '.join(one.shared)}" for one in dossier.similar]),
        ("What we do not know", dossier.unknown),
        ("Sources", [f"[{number}] {source}" for number, source in enumerate(dossier.sources, 1)]),
    ]
    for title, lines in parts:
        yield Block(kind="part", words=title)
        yield from (Block(kind="list", words=_clean(line)) for line in lines or ["None known."])


def _clean(words: str) -> str:
    return str(clean(words)).strip()


def _unasked(kind: str) -> str:
    """Only a case has a question presented."""
    if kind == Kind.CASE:
        return "We do not hold the question presented: read it at the court."
    return "We hold no summary of it: read its own words."

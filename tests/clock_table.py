"""What the clock says of every recorded docket, consultation and comment date, as Markdown: docs/clock-corpus.md.

`python -m tests.clock_table` writes it where the recorded files are; a test holds it to what the clock says now.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from itertools import chain
from pathlib import Path

from crawlers.matter import Matter
from crawlers.response import Response, Unreadable
from crawlers.sources import by_parser, watched
from crawlers.vocabulary import EventKind, Kind
from index.clock import Window, windows
from tests.shared import CORPUS

TODAY = date(2026, 11, 25)
DOCS = Path(__file__).resolve().parent.parent / "docs/clock-corpus.md"
DOCKETS = ("us/scotus-docket", "us_scotus")
CONSULTATIONS = ("uk/gov-uk-content-api", "uk_govuk")
REGISTER = ("us/federal-register-api", "us_federal_register")


def files(folder: str, parser: str) -> Iterator[tuple[str, list[Matter]]]:
    """Each recorded file of the folder with the matters in it."""
    source = next(source for source in watched().sources.values() if source.parser == parser)
    for path in sorted((CORPUS / folder).iterdir()):
        response = Response(url=f"https://{source.hosts[0]}/{path.name}", body=path.read_bytes(), name=path.name)
        try:
            found = list(import_module(by_parser(source)).parse(response, source))
        except Unreadable:
            found = []
        yield path.name, [matter for matter in found if isinstance(matter, Matter)]


def matters(folder: str, parser: str) -> list[Matter]:
    return list(chain.from_iterable(found for _, found in files(folder, parser)))


def closes(matter: Matter) -> set[str]:
    return {event.date for event in matter.events if event.kind is EventKind.COMMENT_CLOSES}


def table() -> str:
    parts = [
        (
            "# What the clock says of recorded files\n\nWritten by `python -m tests.clock_table` from the recorded official files, seen on"
            f" {TODAY:%-d %B %Y}; a test holds it. A date stands without its sum: `amicus deadline` shows that.\n"
        ),
        "## Dockets of the Supreme Court\n\n| docket | rule, side | answer |\n| --- | --- | --- |",
        *dict.fromkeys(chain.from_iterable(map(_lines, matters(*DOCKETS)))),
        "\n## Consultations of the United Kingdom\n\n| consultation | rule, side | answer |\n| --- | --- | --- |",
        *dict.fromkeys(chain.from_iterable(map(_lines, _consultations()))),
        (
            "\n## Comment dates of the Federal Register\n\n| file | documents | with a comment date | windows on that very day | asked for comments without a day |\n"
            "| --- | --- | --- | --- | --- |"
        ),
        *(_page(name, found) for name, found in files(*REGISTER)),
    ]
    return "\n".join(parts) + "\n"


def _consultations() -> list[Matter]:
    return [one for one in matters(*CONSULTATIONS) if one.kind is Kind.CONSULTATION]


def _lines(matter: Matter) -> Iterable[str]:
    for window in windows(matter, TODAY):
        yield f"| {matter.id} | {window.rule}, {window.side} | {_answer(window)} |"


def _answer(window: Window) -> str:
    return window.answer.date or window.answer.note.partition(" Unverified rule")[0]


def _page(name: str, found: list[Matter]) -> str:
    dated = [one for one in found if closes(one)]
    right = [one for one in dated if {window.answer.date for window in windows(one, TODAY)} <= closes(one)]
    undated = [one for one in found if one.kind is Kind.CONSULTATION and not closes(one)]
    return f"| {name} | {len(found)} | {len(dated)} | {len(right)} | {len(undated)} |"


if __name__ == "__main__":
    DOCS.write_text(table(), encoding="utf-8")

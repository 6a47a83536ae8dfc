"""Two versions of a small law, drafted as legislatures amend, read by the tagger and compared as the records do."""

from collections.abc import Mapping
from pathlib import Path

from crawlers.facts import convert, load
from crawlers.matter import Matter, Provision, Struct, Text
from crawlers.vocabulary import Kind, Status
from index.changes import Change, What
from index.differences.matters import derive
from nlp.tag import tag

FILE = Path(__file__).with_name("amended.yaml")
OLD, NEW, LEARNED = "2026-01-01", "2026-02-01", "2026-02-02T00:00:00Z"
# what became of these is told in their own words; of others it is enough where they stand
QUOTED = {
    "shorter",
    "longer",
    "more_often",
    "less_often",
    "threshold",
    "penalty",
    "modality",
    "changed",
    "bound",
    "condition",
    "counted_from",
    "reference",
    "throughout",
}


class Case(Struct, frozen=True, kw_only=True):
    """`law` are the changes in law as `told` writes them; `clerical`: nothing but the printing differs."""

    name: str
    language: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    law: tuple[str, ...] = ()
    clerical: bool = False
    title: str = "Online Platforms Bill"


def cases() -> tuple[Case, ...]:
    return convert(load(FILE), tuple[Case, ...], FILE.name, "cases")


def states(case: Case) -> tuple[Matter, Matter]:
    """The matter with the first version, and with both."""
    old, new = _text(case, OLD, case.before), _text(case, NEW, case.after)
    return _matter(case, old), _matter(case, old, new)


def _matter(case: Case, *texts: Text) -> Matter:
    bare = Matter(
        id="xx/bill/1", source="made", jurisdiction="eu", kind=Kind.BILL, title=case.title, language=case.language,
        status=Status.INTRODUCED, texts=texts,
    )  # fmt: skip
    return tag(bare)


def _text(case: Case, day: str, words: Mapping[str, str]) -> Text:
    """A provision is part of the one whose path begins its own."""
    above = {id: id.rpartition("/")[0] for id in words}
    units = (
        Provision(id=id, number=id, text=text, parent=above[id] if above[id] in words else "")
        for id, text in words.items()
    )
    return Text(id=f"{day}.{case.language}", date=day, language=case.language, provisions=tuple(units))


def found(case: Case) -> list[Change]:
    return derive(*states(case), LEARNED)


def told(changes: list[Change]) -> tuple[str, ...]:
    return tuple(_line(change) for change in changes if change.what is What.NORM)


def _line(change: Change) -> str:
    places = change.norm.places if change.norm else ()
    place = f"{change.label} {', '.join(places) or change.provision}"
    return f"{place}: {change.was or '–'} → {change.now or '–'}" if change.label in QUOTED else place

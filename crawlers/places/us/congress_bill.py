"""A bill of Congress as a record: what is worked out of its number and its actions, and its printings by name."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Unpack

from crawlers.matter import Link, Person, Text
from crawlers.parsing import Matter
from crawlers.places.us import congress, passage
from crawlers.places.us.congress import Action
from crawlers.record import Facts, numbers, people, record
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_COMPANIONS = {"Identical bill", "Companion bill", "identical"}


def bill(
    key: tuple[str, str, str],
    actions: Sequence[Action],
    law: bool = False,
    seen: str = "",
    beside: Sequence[Action] = (),
    heir: str = "",
    **facts: Unpack[Facts],
) -> Matter:
    """By Congress, type and number; what happened `beside` its history, in committees, says nothing of where it stands.

    Where the record was `seen` on a day after its Congress, the bill died with it; where its companion, the `heir`,
    has become law, it went on in that.
    """
    series = congress.series(key[1])
    status, words, day = passage.standing(actions, series, law)
    if congress.lapsed(status, series, key[0], seen):
        status, day = Status.MERGED if heir else Status.LAPSED, congress.ended(key[0])
    plain: Facts = {
        "id": congress.bill_id(*key),
        "kind": Kind.BILL,
        "instrument": series,
        "url": congress.address(*key),
        "status": status,
        "status_as_of": day,
        "events": congress.events((*actions, *beside)),
    }
    told: Facts = {**plain, **facts}
    told["source_status"] = told.get("source_status") or words
    told["identifiers"] = (*numbers(("printed", congress.printed(*key))), *told.get("identifiers", ()))
    return record(**told)


def action(moment: str, words: str) -> Action:
    """What happened at a moment, which may be a mere day."""
    time = congress.time(moment[11:16]) if len(moment) > 10 else ""
    return Action(congress.day(moment), words, "", time)


def cosponsors(named: Iterable[tuple[str, str]]) -> tuple[Person, ...]:
    """By name, and the day on which they took their name back, where they did."""
    roles = ((name, "cosponsor (withdrawn)" if left else "cosponsor") for name, left in named)
    return tuple(person for name, role in roles for person in people(role, [name]))


def introduced(day: str, actions: Iterable[Action]) -> list[Action]:
    """The introduction, for a record that dates it beside its actions and not among them."""
    told = any(congress.happened(action) is EventKind.INTRODUCED for action in actions)
    return [Action(day, "Introduced", kind=EventKind.INTRODUCED)] if day and not told else []


def related(bill_id: str, relation: str) -> Iterator[Link]:
    """The bill hr1234-117 of the collector; nothing for another name."""
    name, _, number = bill_id.rpartition("-")
    series, digits = name.rstrip("0123456789"), name[len(name.rstrip("0123456789")) :]
    if series in congress.SLUGS and digits and number.isdigit():
        yield Link(kind=relation_kind({relation}), target=congress.bill_id(number, series, digits))


def relation_kind(said: set[str]) -> LinkKind:
    """By all that the Library and the houses call the relation of two bills."""
    return LinkKind.COMPANION if said & _COMPANIONS else LinkKind.RELATED


def printing(name: str, day: str, url: str) -> Iterator[Text]:
    """A printed version by its name, without words."""
    if name:
        id, form = f"{congress.version(name)}.en", "application/xml"
        yield Text(id=id, label=name, date=day, language="en", url=url, media_type=form)

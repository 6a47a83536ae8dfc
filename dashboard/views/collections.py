"""A folder: its goal, its matters by next date with position and lead, and the notes written on them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from crawlers.matter import Matter, Struct
from dashboard.private import Kept
from dashboard.views import days, labels
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later

SEEN = {"me": later("Only you"), "staff": later("Staff only"), "affiliates": later("Staff and affiliates")}
POSITIONS = [
    later("Not decided"),
    later("Support"),
    later("Seek amendment"),
    later("Oppose"),
    later("Intervene"),
    later("Comply"),
    later("Watch"),
]


class Folder(Struct, frozen=True, kw_only=True):
    name: str
    goal: str
    lead: str
    seen: str


class Item(Struct, frozen=True, kw_only=True):
    """A matter in a folder, with the last position and all notes, newest first."""

    matter: Matter
    position: str
    lead: str
    due: Due | None
    what: str
    notes: tuple[tuple[str, str, str], ...]


def folders(kept: Mapping[str, Kept]) -> list[Folder]:
    return [
        Folder(name=name, goal=one.body["goal"], lead=one.body["lead"], seen=one.body["seen"])
        for name, one in sorted(kept.items())
    ]


def items(
    folder: Folder, kept: Sequence[Kept], card: Callable[[str], Matter | None], today: date, tongue: Tongue
) -> list[Item]:
    """Nearest date first; a matter that is no longer held is left out."""
    mine: dict[str, list[Kept]] = {}
    for one in kept:
        name, _, id = one.subject.rpartition("#")
        if name == folder.name:
            mine.setdefault(id, []).append(one)
    made = [_item(held, said, today, tongue) for id, said in mine.items() if (held := card(id))]
    return sorted(made, key=lambda item: (item.due is None, item.due.left if item.due else 0, item.matter.id))


def _item(matter: Matter, said: Sequence[Kept], today: date, tongue: Tongue) -> Item:
    coming = [
        event
        for event in matter.events
        if event.date >= today.isoformat() and days.parsed(event.date) and not event.cancelled
    ]
    event = min(coming, key=lambda event: (event.date, event.time), default=None)
    notes = [(days.moment(one.at, tongue), one.role, one.body["note"]) for one in reversed(said) if one.body["note"]]
    return Item(
        matter=matter,
        position=said[-1].body["position"],
        lead=said[-1].body["lead"],
        due=days.due(event.date, today, tongue, event.time, event.zone) if event else None,
        what=labels.label(event, tongue) if event else "",
        notes=tuple(notes),
    )


def page(folder: Folder, found: Sequence[Item], tongue: Tongue) -> Markup:
    return render(
        "collections.html", tongue, folder=folder, items=found, seen=tongue.say(SEEN.get(folder.seen, folder.seen))
    )

"""Folders by who sees them, one of them open, and the positions in all: who leads, what is next, the notes written."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

import msgspec
from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Struct
from dashboard.declaring import is_public
from dashboard.kept import Kept
from dashboard.views import days, labels
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later

SEEN = {"staff": later("Staff only"), "affiliates": later("Staff and affiliates"), "me": later("Only you")}
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

    @property
    def href(self) -> str:
        return f"/collections?{urlencode({'folder': self.name})}"


class Word(Struct, frozen=True, kw_only=True):
    """A note: when and by which role, its words, and the provision it is on, if it is on one."""

    day: str
    role: str
    words: str
    place: str
    href: str


class Item(Struct, frozen=True, kw_only=True):
    """A matter in a folder, with the last position, what it says and of which version, all notes and steps, newest first.

    `stale`: what is public now is not what is kept now.
    """

    matter: Matter
    folder: Folder
    position: str
    says: str
    version: str
    lead: str
    due: Due | None
    what: str
    notes: tuple[Word, ...]
    steps: tuple[Kept, ...] = ()
    stale: bool = False

    @property
    def decided(self) -> bool:
        return self.position != POSITIONS[0]

    @property
    def shown(self) -> bool:
        return self.decided or bool(self.steps)  # decided no longer, it may still be public

    @property
    def subject(self) -> str:
        return f"{self.folder.name}#{self.matter.id}"

    @property
    def public(self) -> bool:
        return bool(self.steps) and is_public(self.steps[0])

    def href(self, name: str) -> str:
        """Where it is changed: `name` is take, change, publish or withdraw."""
        return f"{self.folder.href}&{urlencode({name: self.matter.id})}"


def folders(kept: Mapping[str, Kept]) -> list[Folder]:
    return [
        Folder(name=name, goal=one.body["goal"], lead=one.body["lead"], seen=one.body["seen"])
        for name, one in sorted(kept.items())
    ]


def items(
    folder: Folder,
    kept: Sequence[Kept],
    card: Callable[[str], Matter | None],
    today: date,
    tongue: Tongue,
    declared: Sequence[Kept] = (),
) -> list[Item]:
    """Nearest date first; a matter that is no longer held is left out."""
    mine: dict[str, list[Kept]] = {}
    for one in kept:
        name, _, id = one.subject.rpartition("#")
        if name == folder.name:
            mine.setdefault(id, []).append(one)
    every = [_item(folder, held, said, today, tongue) for id, said in mine.items() if (held := card(id))]
    made = [_declared(item, declared) for item in every]
    return sorted(made, key=lambda item: (item.due is None, item.due.left if item.due else 0, item.matter.id))


def _item(folder: Folder, matter: Matter, said: Sequence[Kept], today: date, tongue: Tongue) -> Item:
    coming = [
        event
        for event in matter.events
        if event.date >= today.isoformat() and days.parsed(event.date) and not event.cancelled
    ]
    event = min(coming, key=lambda event: (event.date, event.time), default=None)
    last = said[-1].body
    return Item(
        matter=matter,
        folder=folder,
        position=last["position"],
        says=last.get("says", ""),  # what was kept before these fields were asked for lacks them
        version=last.get("version", ""),
        lead=last["lead"],
        due=days.due(event.date, today, tongue, event.time, event.zone) if event else None,
        what=labels.label(event, tongue) if event else "",
        notes=tuple(_word(matter, one, tongue) for one in reversed(said) if one.body["note"]),
    )


def _declared(item: Item, every: Sequence[Kept]) -> Item:
    steps = tuple(one for one in reversed(every) if one.subject == item.subject)
    now = {"position": item.position, "says": item.says, "version": item.version}
    stale = bool(steps) and is_public(steps[0]) and not now.items() <= steps[0].body.items()
    return msgspec.structs.replace(item, steps=steps, stale=stale)


def _word(matter: Matter, one: Kept, tongue: Tongue) -> Word:
    unit, text = one.body.get("provision", ""), one.body.get("text", "")
    article = {"article": unit.partition("/")[0], "version": text}
    return Word(
        day=days.moment(one.at, tongue),
        role=one.role,
        words=one.body["note"],
        place=one.body.get("place", ""),
        href=f"/matter?id={ids.to_query(matter.id)}&part=text&{urlencode(article)}" if unit else "",
    )


def page(folder: Folder, found: Sequence[Item], tongue: Tongue) -> Markup:
    notes = sum(len(item.notes) for item in found)
    seen, moment = _seen(folder, tongue), lambda instant: days.moment(instant, tongue)
    return render("collections.html", tongue, folder=folder, items=found, notes=notes, seen=seen, moment=moment)


def _seen(folder: Folder, tongue: Tongue) -> str:
    return tongue.say(SEEN.get(folder.seen, folder.seen))


def shelf(every: Sequence[tuple[Folder, Sequence[Item]]], chosen: str, tongue: Tongue) -> Markup:
    """The list of folders beside the open one, and how many matters each role leads in all of them."""
    groups = [
        (tongue.say(words), [(folder, len(found)) for folder, found in every if folder.seen == seen])
        for seen, words in SEEN.items()
    ]
    leads: dict[str, int] = {}
    for _, found in every:
        for item in found:
            leads[item.lead] = leads.get(item.lead, 0) + 1
    led = [
        (lead, f"/collections?{urlencode({'part': 'positions', 'lead': lead or NOBODY})}", count)
        for lead, count in sorted(leads.items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
    ]
    return render(
        "collections_shelf.html", tongue, groups=[group for group in groups if group[1]], chosen=chosen, leads=led
    )


NOBODY = "nobody"


def positions(every: Sequence[tuple[Folder, Sequence[Item]]], lead: str, tongue: Tongue) -> Markup:
    """What we think in all folders, decided first; of one lead, or of nobody, where that is asked."""
    found = [item for _, items in every for item in items if not lead or item.lead == ("" if lead == NOBODY else lead)]
    ordered = sorted(found, key=lambda item: not item.decided)
    return render(
        "collections_positions.html",
        tongue,
        items=ordered,
        lead=lead,
        nobody=lead == NOBODY,
        seen=lambda folder: _seen(folder, tongue),
    )

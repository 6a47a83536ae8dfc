"""The first start: what an update contacts, host by host, how far it is; and the invented country."""

from collections.abc import Iterable, Sequence
from datetime import date

from crawlers.matter import Matter, Struct
from crawlers.sources import Default, Source
from crawlers.vocabulary import Mark
from dashboard.views import days, labels
from dashboard.views.days import Due
from dashboard.words.tongue import Tongue

REQUESTS = 40  # of one source in the first update


class Host(Struct, frozen=True, kw_only=True):
    """One host the update may contact; `key` when it is skipped without a key."""

    name: str
    reads: str
    requests: int
    key: bool


class Progress(Struct, frozen=True, kw_only=True):
    """How far an update is, as its process writes it; `fault` says in one sentence why it ended early.

    `unreached`: it ended, and no source at all gave an answer.
    """

    running: bool = False
    offline: bool = False
    done: int = 0
    total: int = 0
    now: str = ""
    started: str = ""
    ended: str = ""
    fault: str = ""
    unreached: bool = False


class Panel(Struct, frozen=True, kw_only=True):
    title: str
    says: str
    done: int
    total: int
    now: str
    hosts: tuple[Host, ...]
    keys: int
    offline: bool = False


def hosts(sources: Iterable[Source]) -> list[Host]:
    """Every host of the sources that are on, or would be with a key."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        if source.default is not Default.OFF and source.jurisdiction != "zz":
            for host in source.hosts:
                found.setdefault(host, []).append(source)
    return [
        Host(
            name=host,
            reads="; ".join(dict.fromkeys(source.name for source in read)),
            requests=REQUESTS * sum(source.default is Default.ON for source in read),
            key=all(source.default is Default.KEY for source in read),
        )
        for host, read in sorted(found.items())
    ]


def panel(state: Progress, contacted: Sequence[Host], tongue: Tongue) -> Panel:
    title, says = _words(state, len(contacted), tongue)
    return Panel(
        title=title,
        says=says,
        done=state.done,
        total=state.total if state.running else 0,
        now=state.now,
        hosts=tuple(contacted),
        keys=sum(host.key for host in contacted),
        offline=state.offline and not state.running,
    )


def _words(state: Progress, number: int, tongue: Tongue) -> tuple[str, str]:
    bounds = tongue.say("It asks for the last 30 days, at most 40 requests a source and 3 minutes in all.")
    kept = tongue.say("What you see stays until an official source says better.")
    if state.running:
        stop = tongue.say("You may stop it at any time; it goes on from there.")
        return tongue.say("The first update is under way"), f"{bounds} {stop} {kept}"
    if state.offline:
        off = tongue.say("AMICUS_OFFLINE is set, so nobody is contacted. Everything else on this page works.")
        return tongue.say("Updates are switched off"), off
    if state.fault:
        return tongue.say("The update could not go on"), f"{state.fault} {kept}"
    if state.unreached:
        none = tongue.say("No source gave an answer. Is this machine connected to the internet?")
        return tongue.say("Nobody could be reached"), f"{none} {kept}"
    asks = tongue.count(
        "It asks official sources on {n} host what is new.",
        "It asks official sources on {n} hosts what is new.",
        number,
    )
    return tongue.say("Start the first update"), f"{asks} {bounds} {kept}"


def sampled(matters: Sequence[Matter], today: date, tongue: Tongue) -> list[tuple[Matter, Due | None, str]]:
    """Each invented matter with its next date and what happens then."""
    return [
        (matter, *_next(matter, today, tongue))
        for matter in sorted(matters, key=lambda matter: (matter.kind, matter.id))
    ]


def _next(matter: Matter, today: date, tongue: Tongue) -> tuple[Due | None, str]:
    coming = [event for event in matter.events if event.date >= today.isoformat() and days.parsed(event.date)]
    if not coming:
        return None, ""
    event = min(coming, key=lambda event: (event.date, event.time))
    what = labels.label(event, tongue)
    said = tongue.say("{what}, cancelled", what=what) if event.cancelled else what
    return days.due(event.date, today, tongue, event.time, event.zone), said


def believed(matters: Sequence[Matter], today: date, tongue: Tongue) -> dict[str, object]:
    """The watch-list: matters with stage, day and mark, and the dates ahead in them, counted from today."""
    marks = [matter.mark for matter in matters]
    ahead = [
        (days.due(event.date, today, tongue), event, matter)
        for matter in matters
        for event in matter.events
        if _coming(event.date, today)
    ]
    return {
        "facts": sorted(matters, key=lambda matter: (matter.mark != "S", not matter.status_as_of), reverse=False),
        "marks": [(mark, marks.count(mark)) for mark in Mark],
        "undated_facts": sum(not matter.status_as_of for matter in matters),
        "ahead": sorted(ahead, key=lambda row: (row[0].left, row[2].id)),
        "say": lambda day: days.say(day, tongue),
        "label": lambda event: labels.label(event, tongue),
        "foreign": labels.foreign,
    }


def _coming(day: str, today: date) -> bool:
    return bool(days.parsed(day)) and day >= today.isoformat()

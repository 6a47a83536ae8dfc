"""From the events of a matter to its windows: facts in the docket's words, the rules that fit, their answers."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from crawlers import facts
from crawlers.matter import Matter, Struct
from crawlers.vocabulary import EventKind, Kind, Mark, Status
from index.clock import events
from index.clock.answer import answer
from index.clock.doubtful import doubted
from index.clock.given import read
from index.clock.reply import Answer
from index.clock.rules import FOLDER, Rule, facts_of, rule
from index.clock.rules import Kind as Answered
from index.clock.speak import some
from index.clock.window import Claim, State, Window, state, step
from index.phrase import NOTHING, phrase, together

OVER = {Status.DECIDED, Status.LAPSED, Status.WITHDRAWN, Status.REJECTED, Status.VETOED, Status.MERGED}
FINAL = {EventKind.DECIDED, EventKind.DENIED}
MADE = {Status.ENACTED, Status.GRACE_PERIOD, Status.IN_FORCE, Status.PARTLY_IN_FORCE, Status.REPEALED}


class Fits(Struct, frozen=True, kw_only=True, rename={"with_": "with"}):
    """Which matters are asked which rules (`rule` or `rule side`); more rules with an event, or when a fact is there."""

    ids: str
    facts: str
    rules: tuple[str, ...]
    kinds: tuple[Kind, ...] = ()
    instrument: str = ""
    closing: bool = False
    ends: EventKind = EventKind.COMMENT_CLOSES
    with_: dict[EventKind, tuple[str, ...]] = {}  # noqa: RUF012 -- msgspec copies it
    when: dict[str, tuple[str, ...]] = {}  # noqa: RUF012


class Known(Struct, frozen=True, kw_only=True):
    events: dict[str, dict[str, events.Reads]]
    matters: tuple[Fits, ...]


@cache
def known() -> Known:
    return facts.convert(facts.load(FOLDER / "matters.yaml"), Known, "matters.yaml", "all")


def windows(matter: Matter, today: date) -> list[Window]:
    """Every window of the matter, nearest step first; closed ones and those without a date after them."""
    fits, found = _fits(matter)
    if not fits or not found:
        return []
    given, claims, mark = _given(matter, fits, found, today)
    seen = Seen(matter, today, claims, mark)
    return sorted((_window(seen, *_asked(name, given)) for name in _rules(matter, fits, given)), key=order)


def coming(matters: Iterable[Matter], today: date) -> Iterator[Window]:
    """Windows of many matters that are open or will open."""
    for matter in matters:
        yield from (window for window in windows(matter, today) if window.state in {State.OPEN, State.COMING})


def order(window: Window) -> tuple[bool, bool, str, str]:
    alive = window.state in {State.OPEN, State.COMING}
    return not alive, window.state is State.CLOSED, window.step or "9", window.key


def _fits(matter: Matter) -> tuple[Fits | None, re.Match[str] | None]:
    closing = any(event.kind is EventKind.COMMENT_CLOSES for event in matter.events)
    for ids, fits in _apt(matter.kind, closing):
        if (found := ids.fullmatch(matter.id)) and re.search(fits.instrument, matter.instrument, re.IGNORECASE):
            return fits, found
    return None, None


@cache
def _apt(kind: Kind, closing: bool) -> list[tuple[re.Pattern[str], Fits]]:
    """The patterns that matters of a kind are held to, in their order."""
    right = (
        fits for fits in known().matters if (not fits.kinds or kind in fits.kinds) and (closing or not fits.closing)
    )
    return [(re.compile(fits.ids), fits) for fits in right]


def _rules(matter: Matter, fits: Fits, given: dict[str, str]) -> list[str]:
    kinds = {event.kind for event in matter.events if not event.cancelled and event.date <= given["as_of"]}
    more = [name for kind, names in fits.with_.items() if kind in kinds for name in names]
    return [*fits.rules, *more, *(name for fact, names in fits.when.items() if fact in given for name in names)]


def _given(
    matter: Matter, fits: Fits, found: re.Match[str], today: date
) -> tuple[dict[str, str], tuple[Claim, ...], Mark]:
    """Facts of the matter's events, the last days it claims, and how the day that counts was seen."""
    standing = events.whole(matter.events)
    used = events.facts(known().events[fits.facts], standing)
    ends = events.ends(fits.ends, standing, today)
    given = {name: event.date for name, event in used.items()} | found.groupdict() | {"as_of": today.isoformat()}
    given |= {"published": given.get("published", matter.published)} | events.printed(ends, standing)
    claims = tuple(Claim(day=event.date, label=event.label, url=event.url or matter.url) for event in ends)
    mark = max((event.mark for event in (*used.values(), *ends)), key=list(Mark).index, default=Mark.OFFICIAL)
    return given, claims if len({claim.day for claim in claims}) > 1 else (), mark


class Seen(NamedTuple):
    """The matter on a day, with what its documents claim and how its days were seen."""

    matter: Matter
    today: date
    claims: tuple[Claim, ...]
    mark: Mark

    @property
    def over(self) -> bool:
        """Finished: a decision that is only announced for a day ahead ends nothing yet."""
        day = self.today.isoformat()
        ended = any(event.kind in FINAL and event.date <= day for event in self.matter.events if not event.cancelled)
        return self.matter.status in OVER or ended

    def past(self, found: Answer) -> bool:
        """Nobody is asked any more: it is over, or what was asked about is law and no day is set."""
        asked = self.matter.kind is Kind.CONSULTATION and found.answer is not Answered.DATE
        return self.over or (asked and self.matter.status in MADE)


def _asked(name: str, given: dict[str, str]) -> tuple[Rule, str, Answer]:
    """The rule that a name and a side ask, and its answer to the facts that it reads."""
    id, _, other = name.partition(" ")
    side = other or rule(id).side
    reads = _reads(id)
    return rule(id), side, _answered(id, (*(pair for pair in given.items() if pair[0] in reads), ("side", side)))


@cache
def _reads(id: str) -> frozenset[str]:
    return frozenset({*facts_of(rule(id)), *rule(id).unused, "as_of", "time", "zone", "circuit"} - {"side"})


@lru_cache(10_000)
def _answered(id: str, facts: tuple[tuple[str, str], ...]) -> Answer:
    """Kept, because thousands of dockets tell a rule the same: nothing but the day on which they are seen."""
    return answer(rule(id), read(dict(facts)))


def filing(rule: Rule, side: str) -> str:
    """What is filed, naming the side that a rule for either party is asked for."""
    return rule.filing.replace("a party", f"the {side}") if side != rule.side else rule.filing


def asked_for() -> set[str]:
    """Every filing that a matter can be asked for, as `filing` words it; for the catalogues."""
    names = {
        name
        for fits in known().matters
        for names in (fits.rules, *fits.with_.values(), *fits.when.values())
        for name in names
    }
    pairs = [(rule(name.partition(" ")[0]), name.partition(" ")[2]) for name in names]
    return {filing(asked, side or asked.side) for asked, side in pairs}


def _window(seen: Seen, rule: Rule, side: str, told: Answer) -> Window:
    found = doubted(told, seen.today)
    day, says = step(found, seen.today)
    return Window(
        matter=seen.matter.id,
        title=seen.matter.title,
        jurisdiction=seen.matter.jurisdiction,
        kind=seen.matter.kind,
        rule=rule.id,
        court=rule.court,
        stage=rule.stage,
        side=side,
        filing=filing(rule, side),
        state=state(rule, found, seen.today, seen.past(found)),
        answer=_marked(found, seen),
        url=seen.matter.url,
        step=day,
        step_says=says,
        leave=rule.leave,
        notice=rule.notice,
        who=rule.who,
        length=rule.length,
        extendable=rule.extendable,
        carries=rule.carries,
        claims=seen.claims,
        mark=seen.mark,
    )


def _marked(found: Answer, seen: Seen) -> Answer:
    """With what is doubtful in the days themselves: one from memory, or two that disagree."""
    if found.answer is not Answered.DATE:
        return found
    memory = phrase("The day itself is from memory: unverified.") if seen.mark is Mark.MEMORY else NOTHING
    days = together((date.fromisoformat(day) for day in sorted({claim.day for claim in seen.claims})), ", ")
    claimed = (
        phrase("Claimed in the documents: {days}; the answer is the one that counts.", days=days) if days else NOTHING
    )
    ahead = seen.over and (found.date or "") >= seen.today.isoformat()
    status = phrase(seen.matter.status.replace("_", " "))
    over = (
        phrase("The matter is over ({status}), so nothing can be filed any more.", status=status) if ahead else NOTHING
    )
    words = some(over, *found.words, claimed, memory)
    return replace(found, words=words, verified=found.verified and seen.mark is not Mark.MEMORY)

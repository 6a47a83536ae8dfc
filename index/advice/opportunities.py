"""Where it is worth while to speak: windows ranked by relevance, chance to be heard, and time left."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from crawlers import facts
from crawlers.matter import Matter, Struct
from crawlers.vocabulary import EventKind, Topic
from index.clock import State, Window, windows

FILE = Path(__file__).with_name("opportunities.yaml")


class Weight(Struct, frozen=True, kw_only=True):
    """A figure from 0 to 1 and why: `says` is a message whose {what} are `duties`, or `topic`, as the reader calls them."""

    value: float
    says: str
    until: int = 0
    duties: tuple[str, ...] = ()
    topic: str = ""


class Weights(Struct, frozen=True, kw_only=True):
    topics: dict[Topic, float]
    chances: dict[str, Weight]
    times: tuple[Weight, ...]
    undated: Weight
    fits: dict[str, Weight]
    criteria: tuple[str, ...]


class Opportunity(Struct, frozen=True, kw_only=True):
    """One matter in which one may still be heard. `score` is the product of the three weights.

    `windows` has the nearest step first; `others` are those who spoke already, in the docket's words; `question` the
    question presented where the docket prints one. What a person scores is kept elsewhere, not here.
    """

    matter: str
    title: str
    jurisdiction: str
    kind: str
    score: float
    fit: Weight
    chance: Weight
    time: Weight
    windows: tuple[Window, ...]
    topics: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    url: str = ""


@cache
def weights() -> Weights:
    return facts.convert(facts.load(FILE), Weights, FILE.name, "weights")


def says() -> list[str]:
    """Every reason, as a message."""
    known = weights()
    return [one.says for one in (*known.fits.values(), *known.chances.values(), *known.times, known.undated)]


def opportunities(matters: Iterable[Matter], today: date) -> list[Opportunity]:
    """Best first; of equals the nearest step first. Matters without a window that is open are left out."""
    found = [one for matter in matters if (one := opportunity(matter, today))]
    return sorted(found, key=lambda one: (-one.score, one.windows[0].step or "9", one.matter))


def opportunity(matter: Matter, today: date) -> Opportunity | None:
    """The chance that one matter offers, or nothing."""
    kept = {State.OPEN, State.COMING, State.UNDATED, State.UNKNOWN}
    open_windows = tuple(window for window in windows(matter, today) if window.state in kept)
    if not open_windows:
        return None
    fit, chance, time = _fit(matter), _chance(matter, open_windows[0]), _time(open_windows[0], today)
    return Opportunity(
        matter=matter.id,
        title=matter.title,
        jurisdiction=matter.jurisdiction,
        kind=matter.kind,
        score=round(fit.value * chance.value * time.value, 3),
        fit=fit,
        chance=chance,
        time=time,
        windows=open_windows,
        topics=tuple(tag.topic for tag in matter.topics),
        duties=_duties(matter),
        others=tuple(event.label for event in matter.events if event.kind is EventKind.AMICUS_FILED),
        url=matter.url,
    )


def _duties(matter: Matter) -> tuple[str, ...]:
    return tuple(dict.fromkeys(norm.duty for norm in matter.norms if norm.host_duty and norm.duty))


def _fit(matter: Matter) -> Weight:
    """The strongest reason to care: a duty that falls on hosts, a topic of ours, the tagger's probability."""
    fits = weights().fits
    reasons = [fits["none"]]
    if duties := _duties(matter):
        reasons.append(replace(fits["duties"], duties=duties[:3]))
    for tag in matter.topics:
        reasons.append(replace(fits["topic"], value=round(weights().topics[tag.topic] * tag.score, 2), topic=tag.topic))
    if matter.relevance:
        reasons.append(replace(fits["words"], value=round(matter.relevance.score, 2)))
    return max(reasons, key=lambda reason: reason.value)


def _chance(matter: Matter, window: Window) -> Weight:
    """By the rule of the nearest window; a call for a response and one for the Solicitor General count for more."""
    known = weights().chances
    kinds = {event.kind for event in matter.events}
    for kind in (EventKind.RESPONSE_REQUESTED, EventKind.CVSG):
        name = f"{'.'.join(window.rule.split('.')[:3])}+{kind}"
        if kind in kinds and name in known:
            return known[name]
    parts = window.rule.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[name] for name in names if name in known), known["any"])


def _time(window: Window, today: date) -> Weight:
    if not window.step:
        return weights().undated
    left = (date.fromisoformat(window.step) - today).days
    return next((weight for weight in weights().times if left <= weight.until), weights().times[-1])

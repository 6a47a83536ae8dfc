"""What we do not know: sources that were not checked, since when, and how much may be missing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from crawlers.matter import Struct
from dashboard.digest.news import SAMPLE, Taste
from dashboard.views import labels
from dashboard.views.care.freshness import BAD, Health
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary

NEVER = "never run"
GROUPED = 3  # sources that were not checked for one reason, from which they are told in one sentence
LISTED = 8  # by name, as far as one reads them; more are counted by place
PLACES = 6
NAMED = 3  # in the head
TROUBLED = {"failed", "suspicious"}
_ORDER = {"failed": 0, "suspicious": 1, "not_asked": 2}


class Unknown(Struct, frozen=True, kw_only=True):
    """How many sources answered of how many, and a sentence for each that did not.

    `troubled` names the first of those that were asked and failed or were suspicious; `listed_at` is where all stand by name.
    """

    total: int
    answered: int
    lines: tuple[str, ...] = ()
    troubled: tuple[str, ...] = ()
    well: str = later("Every source was read.")
    listed_at: str = ""

    @property
    def unchecked(self) -> int:
        return self.total - self.answered


def unknown(sources: Iterable[Health], taste: Taste, since: str, speech: Tongue, site: str = "") -> Unknown:
    """Of the sources of the reader's places. One that last answered before `since` counts as not checked."""
    mine = list(of_places(sources, taste))
    bad = sorted((source for source in mine if _unchecked(source, since)), key=_order)
    return Unknown(
        total=len(mine),
        answered=len(mine) - len(bad),
        lines=tuple(words for same in _alike(bad) for words in _lines(same, speech)),
        troubled=tuple(source.name for source in bad if source.verdict in TROUBLED)[:NAMED],
        listed_at=f"{site.rstrip('/')}/sources" if site and len(bad) > LISTED else "",
        well=later("Every source was read.") if mine else later("No source is known for these places."),
    )


def _unchecked(source: Health, since: str) -> bool:
    return source.verdict in BAD or source.checked < since


def of_places(sources: Iterable[Health], taste: Taste) -> Iterator[Health]:
    """The sources that speak of the reader's places."""
    return (source for source in sources if _mine(source, taste))


def _mine(source: Health, taste: Taste) -> bool:
    if source.off or (source.jurisdiction == SAMPLE) != (taste.places == (SAMPLE,)):
        return False
    return not taste.places or source.jurisdiction in {*taste.places, "intl"} or _state_of(source, taste)


def _state_of(source: Health, taste: Taste) -> bool:
    return any(source.jurisdiction.startswith(f"{place}-") for place in taste.places)


def _order(source: Health) -> tuple[int, str]:
    return _ORDER.get(source.verdict, 3), source.name


def _alike(sources: Iterable[Health]) -> list[list[Health]]:
    """Those that nobody asked for the same reason since the same day; one that failed or was suspicious stands alone."""
    groups: dict[tuple[str, ...], list[Health]] = {}
    for source in sources:
        alone = source.id if source.verdict in TROUBLED else ""
        groups.setdefault((alone, source.verdict, source.reason, source.since[:10]), []).append(source)
    return list(groups.values())


def _lines(same: list[Health], speech: Tongue) -> list[str]:
    """By name while a reader takes them in, then by place: the page Sources has them all."""
    if len(same) < GROUPED:
        return [_line(source, speech) for source in same]
    listed = speech.joint.join(source.name for source in same) if len(same) <= LISTED else _places(same, speech)
    one, names, count = same[0], listed, speech.number(len(same))
    reason = _reason(one, speech)
    if one.since:
        since = speech.day(one.since)
        words = later("{n} sources, not checked since {since} ({reason}): {names}.")
        return [speech.say(words, n=count, since=since, reason=reason, names=names)]
    if reason:
        return [speech.say("{n} sources, never checked ({reason}): {names}.", n=count, reason=reason, names=names)]
    return [speech.say("{n} sources, never checked: {names}.", n=count, names=names)]


def _places(same: list[Health], speech: Tongue) -> str:
    """United States 19, European Union 12, other places 30: those with most first."""
    counts = Counter(source.jurisdiction for source in same).most_common()
    shown = counts[:PLACES]
    named = [f"{labels.place(code, speech)} {speech.number(number)}" for code, number in shown]
    rest = sum(number for _, number in counts[PLACES:])
    more = [speech.count("another place {n}", "other places {n}", rest)] if rest else []
    return ", ".join([*named, *more])


def _reason(source: Health, speech: Tongue) -> str:
    """Empty where there is none but that nobody asked yet."""
    known = source.reason.rstrip(".") if source.verdict in BAD else ""
    if known == NEVER:
        return ""
    if known and not speech.knows(known):  # what a run said of a source is English
        return speech.say(vocabulary().verdict[source.verdict].word)
    return speech.say(known) or speech.say("no reason given")


def _line(source: Health, speech: Tongue) -> str:
    """Ofcom consultations, not checked since Sun 22 Nov 2026, 06:12 UTC: page error. Up to 2 items may be missing."""
    reason = _reason(source, speech)
    if not source.since:
        words = later("{source}, never checked: {reason}.") if reason else later("{source}, never checked.")
        return speech.say(words, source=source.name, reason=reason)
    since = f"{speech.day(source.since)}, {source.since[11:16]} UTC"
    told = speech.say("{source}, not checked since {since}: {reason}.", source=source.name, since=since, reason=reason)
    missing = speech.count("Up to {n} item may be missing.", "Up to {n} items may be missing.", source.expected)
    return f"{told} {missing}" if source.expected else told

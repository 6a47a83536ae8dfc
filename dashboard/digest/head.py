"""The head of a digest: subject, headline, what was read, and what was not."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crawlers.matter import Struct
from dashboard.digest.lines import Item
from dashboard.digest.names import counted
from dashboard.digest.news import Taste
from dashboard.digest.sentences import said
from dashboard.digest.unchecked import Unknown
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary

if TYPE_CHECKING:
    from dashboard.digest.build import Week

REACHES = (10, 20, 30)
NAMED = 2  # searches in the subject
PACES = {"": "", "weekly": later("WEEKLY"), "daily": later("DAILY"), "at_once": later("AS IT HAPPENS")}
PROFILES = {"lawyers": later("FOR LAWYERS"), "editors": later("FOR EDITORS")}


class Head(Struct, frozen=True, kw_only=True):
    """`subject` and `headline` state facts; `read` says what was read; `unchecked` is loud, and empty when all is well."""

    name: str
    day: str
    subject: str
    headline: str
    read: str
    unchecked: str
    why: str


def head(
    week: "Week",
    taste: Taste,
    parts: Sequence[Sequence[Item]],
    missing: Unknown,
    speech: Tongue,
    kind: tuple[str, str],
) -> Head:
    """Parts in the order closing, law, moved, new, corrections; the kind is profile and pace."""
    facts, weekly = _facts(parts, speech), kind[1] == "weekly"
    still = _still(missing, speech, weekly)
    quiet = _quiet(missing, speech, weekly) if not any(parts) else speech.say("No window is near")
    headline = speech.joint.join(facts) or quiet
    return Head(
        name=", ".join(("AMICUS", *(speech.say(words) for words in (PACES[kind[1]], PROFILES[kind[0]]) if words))),
        day=speech.day(week.day),
        subject=f"{_whose(taste, speech)}, {speech.short(week.day)}: {speech.joint.join(facts) or still}",
        headline=headline[0].upper() + headline[1:],
        read=_read(week, taste, missing, speech),
        unchecked=_unchecked(missing, speech),
        why=speech.say("You get this because you follow {what}.", what=_followed(taste, speech)),
    )


def _whose(taste: Taste, speech: Tongue) -> str:
    """The searches, lenses and collections that the mail answers, so that its reader knows it in a list."""
    named = [speech.quoted(said(name, 40)) for name in taste.names]
    return ", ".join(["Amicus", *named[:NAMED], *(["…"] if len(named) > NAMED else [])])


def _facts(parts: Sequence[Sequence[Item]], speech: Tongue) -> list[str]:
    """3 windows close within 20 days; 1 limit shorter: the nearest reach that holds all within a month."""
    closing, law, moved, new, corrections = parts
    lefts = [item.left for item in closing if item.left is not None and item.left <= REACHES[-1]]
    facts = []
    if lefts:
        reach = next(days for days in REACHES if max(lefts) <= days)
        facts.append(
            speech.count(
                "{n} window closes within {days} days", "{n} windows close within {days} days", len(lefts), days=reach
            )
        )
    labels = Counter(item.label for item in law)
    facts += [counted(label, count, speech) for label, count in sorted(labels.items()) if label]
    if not facts or len(facts) < 2:
        facts += [speech.count("{n} matter moved", "{n} matters moved", len(moved))] if moved else []
        facts += [speech.count("{n} new matter", "{n} new matters", len(new))] if new else []
    facts += [speech.count("{n} correction", "{n} corrections", len(corrections))] if corrections else []
    return facts


def _still(missing: Unknown, speech: Tongue, weekly: bool) -> str:
    """The subject of a mail without facts."""
    if missing.total and not missing.answered:
        return speech.say("nothing was read")
    return speech.say("a quiet week") if weekly else speech.say("nothing new")


def _quiet(missing: Unknown, speech: Tongue, weekly: bool) -> str:
    """One honest sentence; it never says more than what was read."""
    if not missing.total:
        return speech.say("Nothing on your list moved; no source is known for these places.")
    if not missing.answered:
        words = later("Nothing was read: none of {total} sources answered. What moved on your list is not known.")
        return speech.say(words, total=missing.total)
    if not weekly:
        words = later("Nothing on your list moved. We read {answered} of {total} sources.")
        return speech.say(words, answered=missing.answered, total=missing.total)
    if missing.unchecked:
        return speech.say(
            "A quiet week in what we could read: {answered} of {total} sources; nothing on your list moved.",
            answered=missing.answered,
            total=missing.total,
        )
    return speech.count(
        "A quiet week. We read its one source; nothing on your list moved.",
        "A quiet week. We read all {n} sources; nothing on your list moved.",
        missing.total,
    )


def _read(week: "Week", taste: Taste, missing: Unknown, speech: Tongue) -> str:
    start, end = (_moment(instant, speech) for instant in (week.since, week.until))
    places = ", ".join(place.upper() for place in taste.places) or speech.say("all")
    return speech.say(
        "Your places: {places}. From {start} to {end} we read {answered} of {total} sources.",
        places=places,
        start=start,
        end=f"{end} UTC",
        answered=missing.answered,
        total=missing.total,
    )


def _moment(instant: str, speech: Tongue) -> str:
    return f"{speech.day(instant)}, {instant[11:16]}"


def _unchecked(missing: Unknown, speech: Tongue) -> str:
    if not missing.unchecked:
        return ""
    counted = speech.count(
        "ONE SOURCE WAS NOT CHECKED: see “What we do not know” below.",
        "{n} SOURCES WERE NOT CHECKED: see “What we do not know” below.",
        missing.unchecked,
    )
    if not missing.troubled:
        return counted
    failed = speech.say("Failed or doubtful: {names}.", names=speech.joint.join(missing.troubled))
    return f"{counted} {failed}"


def _followed(taste: Taste, speech: Tongue) -> str:
    topics = [speech.say(vocabulary().topic[topic]) for topic in taste.topics]
    duties = [speech.say(vocabulary().duty[duty]) for duty in taste.duties]
    one_by_one = bool(taste.matters) and not taste.names
    matters = [speech.count("{n} matter", "{n} matters", len(taste.matters))] if one_by_one else []
    named = [speech.quoted(said(name, 80)) for name in taste.names]
    places = [place.upper() for place in taste.places]
    return ", ".join([*places, *topics, *duties, *named, *matters]) or speech.say("everything")

"""From what the records say changed to the facts of a digest; clerical changes are none."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from crawlers.matter import Matter, Norm
from crawlers.sources import watched
from crawlers.vocabulary import Bearer, EventKind, Modality, ReviewState
from dashboard.digest.news import REPLACED, News, Note, Sort
from dashboard.digest.now_in_force import BEGUN
from dashboard.digest.titles import named
from index.changes import Change, What
from index.changes import Sort as Class
from index.differences.kinds import NormChange
from index.in_force import by_its_dates

# Kinds of events that tell a reader nothing beside the status or the window that they make.
QUIET = {EventKind.DOCKETED, EventKind.RESPONSE_DUE, EventKind.DISTRIBUTED}
SORTS = {What.NEW: Sort.NEW, What.NORM: Sort.LAW}
YEAR = timedelta(days=365)
# Whom a law catches, and whom not, tells where it has duties of hosts, whoever the sentence speaks of.
CAUGHT = {"threshold", "exempt", "exemption_gone"}
EXEMPT, DUTY = {"exempt", "exemption_gone"}, {"new_duty", "duty_gone"}


def facts(
    changes: Iterable[Change], cards: Mapping[str, Matter], today: date, was: Mapping[str, Matter] | None = None
) -> list[News]:
    """`cards` are the matters as they stand; one that is gone again is no news. New words whose law is told are not told twice.

    `was` are matters as they stood before their text was replaced: the news is about what they were, too.
    """
    told = [change for change in changes if change.matter in cards and _tells(change, cards[change.matter], today)]
    law = {(change.matter, change.text) for change in told if change.what is What.NORM}
    told = [change for change in told if not _within(change, law)]
    return [_fact(change, cards[change.matter], today, (was or {}).get(change.matter)) for change in _once(told)]


def _within(change: Change, law: set[tuple[str, str]]) -> bool:
    return change.what is What.TEXT and change.label != REPLACED and (change.matter, change.text) in law


def _tells(change: Change, card: Matter, today: date) -> bool:
    if change.sort is Class.CLERICAL or change.what is What.FACTS:
        return False
    if change.what is What.TITLE:
        return bool(change.was) and not _still(card, today)
    if change.what is What.NORM and change.norm:
        hosts = any(_of_hosts(norm) for norm in (change.norm.before, change.norm.after) if norm)
        return hosts or ((change.label in CAUGHT or _defines(change.norm)) and bool(duties(card)))
    return not (change.what is What.EVENT and change.event and change.event.kind in QUIET)


def _still(card: Matter, today: date) -> bool:
    """Nothing has happened for a year: another name of it is no news."""
    days = [event.date for event in card.events if event.date <= today.isoformat()]
    return bool(days) and max(days) < (today - YEAR).isoformat()


def _of_hosts(norm: Norm) -> bool:
    """Other duties of a law (of a ministry, of a builder) change its words, not what binds us."""
    return bool(norm.host_duty or norm.duty or norm.bearer is Bearer.HOST)


def _defines(change: NormChange) -> bool:
    """What a word of the law means decides who is caught."""
    return any(norm.modality is Modality.DEFINITION for norm in (change.before, change.after) if norm)


def _once(changes: list[Change]) -> list[Change]:
    """Words that are both an exemption and a duty are told as the exemption."""
    exempt = {(change.matter, change.was, change.now) for change in changes if change.label in EXEMPT}
    return [
        change
        for change in changes
        if change.label not in DUTY or (change.matter, change.was, change.now) not in exempt
    ]


def _fact(change: Change, card: Matter, today: date, was: Matter | None) -> News:
    next_day, next_kind = _next(card, today)
    norm = change.norm and (change.norm.after or change.norm.before)
    plain: dict[str, object] = {
        "key": change.key,
        "sort": _sort(change),
        "matter": card.id,
        "title": named(card),
        "provision": change.provision,
        "language": card.language,
        "jurisdiction": card.jurisdiction,
        "learned": change.learned,
        "day": change.day,
        "next_day": next_day,
        "next": next_kind,
        "topics": tuple(dict.fromkeys(tag.topic for one in (card, was) if one for tag in one.topics)),
        "version": change.text,
        "duties": (norm.duty,) if norm and norm.duty else duties(card),
        "note": _law(change, card, norm) if norm else _note(change, card),
    }
    return News(**(plain | _more(change, card, today)))  # type: ignore[arg-type]


def _sort(change: Change) -> Sort:
    if change.sort is Class.CORRECTION:
        return Sort.CORRECTION
    return Sort.LAW if change.label == REPLACED else SORTS.get(change.what, Sort.MOVED)


def _more(change: Change, card: Matter, today: date) -> dict[str, object]:
    """What each kind of change says beside its matter."""
    if change.what is What.NEW:
        past = [event.date for event in card.events if event.date <= today.isoformat()]
        return {
            "status": card.status,
            "by_its_dates": by_its_dates(card),
            "says": card.source_status.replace("_", " "),
            "day": card.status_as_of or change.day or max(past, default=""),
        }
    if change.what is What.STATUS:
        said = "" if change.label == BEGUN else card.source_status
        return {"status": change.now, "was_status": change.was, "says": said}
    if change.what is What.EVENT and change.event:
        return _event(change, today)
    if change.what is What.NORM:
        places = change.norm.places if change.norm else ()
        return {"label": change.label, "was": change.was, "now": change.now, "places": places}
    if change.what is What.TEXT:
        if change.label == REPLACED:
            return {"label": REPLACED}
        return {"event": "text_corrected" if change.label == "changed" else "text", "says": change.now}
    return {"event": "title", "was": change.was, "now": change.now}


def _event(change: Change, today: date) -> dict[str, object]:
    """One that moved or was dropped shows both days."""
    event = change.event
    assert event
    ahead = event.date > today.isoformat()
    moved = change.label in {"moved", "dropped"}
    return {
        "event": event.kind,
        "says": event.label,
        "ahead": (change.now or event.date) if ahead and not moved else "",
        "cancelled": event.cancelled,
        "day": "" if ahead else event.date,
        "was": change.was if moved else "",
        "now": (change.now or "–") if moved else "",
    }


def _note(change: Change, card: Matter) -> Note:
    """Which source said so, when we read it, and its page."""
    source = watched().sources.get(card.source)
    read = "" if change.label == BEGUN else change.learned[:10]
    return Note(source=source.name if source else card.source, url=card.url, read=read)


def _law(change: Change, card: Matter, norm: Norm) -> Note:
    """The words of the law, where they stand, and the rule that read them."""
    first, note = norm.evidence[0] if norm.evidence else None, _note(change, card)
    return replace(
        note,
        quote=norm.quote,
        language=card.language,
        provision=change.provision,
        rule=f"{first.rule} v{first.version}" if first else "",
        reviewed=norm.review.state is not ReviewState.UNREVIEWED,
    )


def duties(card: Matter) -> tuple[str, ...]:
    """Duties that fall on hosts in the matter, each once."""
    return tuple(dict.fromkeys(norm.duty for norm in card.norms if norm.host_duty and norm.duty))


def _next(card: Matter, today: date) -> tuple[str, str]:
    """The nearest day ahead that is not called off, and what happens on it; a response that was given more time is due later."""
    longer = any(event.kind is EventKind.RESPONSE_EXTENDED_TO for event in card.events)
    past = {EventKind.OTHER, *([EventKind.RESPONSE_DUE] if longer else [])}
    coming = sorted(
        (event.date, event.kind)
        for event in card.events
        if event.date > today.isoformat() and not event.cancelled and event.kind not in past
    )
    day, kind = coming[0] if coming else ("", "")
    return day, EventKind.RESPONSE_DUE if kind is EventKind.RESPONSE_EXTENDED_TO else kind

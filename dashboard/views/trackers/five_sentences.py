"""What a published tracker opens with: five plain sentences a person can read aloud."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from crawlers.matter import Event, Matter
from crawlers.vocabulary import Duty, Origin, Topic
from dashboard.views import days, labels
from dashboard.views.care.freshness import Fresh
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

EDITORS = {
    Duty.IDENTITY_VERIFICATION,
    Duty.AGE_ASSURANCE,
    Duty.REMOVAL_TIMEFRAME,
    Duty.PROACTIVE_FILTERING,
    Duty.DATA_RETENTION_DISCLOSURE,
}
# Subjects that touch who edits, where a person or a source gave them.
SUBJECTS = {
    Topic.IDENTITY_ANONYMITY,
    Topic.CHILD_SAFETY_AGE,
    Topic.SLAPP_EDITOR_PROTECTION,
    Topic.RTBF_REPUTATION,
    Topic.PRIVACY_SURVEILLANCE,
}
GIVEN = {Origin.HUMAN, Origin.SOURCE}


def sentences(place: str, cards: Sequence[Matter], fresh: Fresh, today: date, tongue: Tongue) -> list[str]:
    """What, where and how far, when, does it touch editors, what is not known."""
    name = labels.place(place, tongue)
    return [
        tongue.count(
            "We follow {n} law, draft, consultation or case.",
            "We follow {n} laws, drafts, consultations and cases.",
            len(cards),
        ),
        tongue.say("{place}, by stage: {stages}.", place=name, stages=_stages(cards, tongue)),
        _when(cards, today, tongue),
        _touched(cards, tongue),
        _unknown(cards, fresh, tongue),
    ]


def _stages(cards: Sequence[Matter], tongue: Tongue) -> str:
    """In force (4), Challenged (1): in the order of a matter's life."""
    counts = Counter(str(card.status) for card in cards)
    return ", ".join(
        f"{tongue.say(entry.word)} ({tongue.number(counts[status])})"
        for status, entry in vocabulary().status.items()
        if counts[status]
    )


def _when(cards: Sequence[Matter], today: date, tongue: Tongue) -> str:
    coming = [
        (event.date, card.id, _what(event, card, tongue), labels.titled(card, tongue))
        for card in cards
        for event in card.events
        if event.date >= today.isoformat() and days.parsed(event.date) and not event.cancelled
    ]
    if not coming:
        return tongue.say("No date ahead is known.")
    day, _, what, title = min(coming)
    said = days.say(day, tongue)
    if not what:
        return tongue.say("The next date is {day}: {title}.", day=said, title=title)
    return tongue.say("The next date is {day}: {title} ({what}).", day=said, title=title, what=what)


def _what(event: Event, card: Matter, tongue: Tongue) -> str:
    """Words of a source stand in a plain sentence only where they are in its language."""
    foreign = labels.foreign(event, card.language)
    return labels.label(event, tongue) if foreign in {"", tongue.code} else ""


def _touched(cards: Sequence[Matter], tongue: Tongue) -> str:
    """By the duties in the words that we hold; of the others, by the subject that a person or a source gave them."""
    touching = sum(any(norm.duty in EDITORS for norm in card.norms) or _about_editors(card) for card in cards)
    unread = sum(not card.texts for card in cards)
    if touching:
        return tongue.count(
            "{n} of them may touch people who edit.", "{n} of them may touch people who edit.", touching
        )
    if unread == len(cards):
        return tongue.say("Whether any of them touches people who edit we cannot say: we hold facts, not their words.")
    return tongue.say("In the words that we hold, nothing touches people who edit.")


def _about_editors(card: Matter) -> bool:
    return any(tag.topic in SUBJECTS and tag.origin in GIVEN for tag in card.topics)


def _unknown(cards: Sequence[Matter], fresh: Fresh, tongue: Tongue) -> str:
    unread = sum(not card.texts for card in cards)
    first = (
        fresh.missing_words
        if fresh.missing
        else tongue.say("Every source of this place was checked")
        if fresh.total
        else tongue.say("We read no source of this place yet")
    )
    if not unread:
        return f"{first}."
    return tongue.count(
        "{first}; {n} matter is held as facts alone, without its words.",
        "{first}; {n} matters are held as facts alone, without their words.",
        unread,
        first=first,
    )

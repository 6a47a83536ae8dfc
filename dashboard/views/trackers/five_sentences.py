"""What a published tracker opens with: five plain sentences a person can read aloud."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from crawlers.matter import Event, Matter
from crawlers.vocabulary import Duty, Origin, Status, Topic
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
    return [
        tongue.count(
            "We follow {n} law, draft, consultation or case.",
            "We follow {n} laws, drafts, consultations and cases.",
            len(cards),
        ),
        _where(cards, labels.place(place, tongue), tongue),
        _when(cards, today, tongue),
        _touched(cards, tongue),
        _unknown(cards, fresh, tongue),
    ]


def _where(cards: Sequence[Matter], place: str, tongue: Tongue) -> str:
    if not cards:
        return tongue.say("We hold nothing of this place yet: {place}.", place=place)
    stages = _far(cards, tongue)
    far = stages[-1]
    if stages[1:]:
        far = tongue.say("{these} and {this}", these=", ".join(stages[:-1]), this=far)
    return tongue.say("All of it is about one place, {place}: {stages}.", place=place, stages=far)


def _far(cards: Sequence[Matter], tongue: Tongue) -> list[str]:
    """How many there are of each shape of a status; whoever may still be heard is before a court already."""
    shapes = Counter(vocabulary().status[card.status].shape for card in cards)
    heard = sum(card.status is Status.WINDOW_OPEN for card in cards)
    law, made, over, unknown = (
        shapes["binding"],
        shapes["early"] + shapes["moving"] - heard,
        shapes["over"],
        shapes["unknown"],
    )
    court = shapes["contested"] + heard
    said = (
        (law, tongue.count("{n} is law already", "{n} are law already", law)),
        (made, tongue.count("{n} is not law yet", "{n} are not law yet", made)),
        (
            court,
            tongue.count("{n} is before a court or in dispute", "{n} are before a court or in dispute", court),
        ),
        (over, tongue.count("{n} is over", "{n} are over", over)),
        (unknown, tongue.count("of {n} the stage is not known", "of {n} the stage is not known", unknown)),
    )
    return [words for number, words in said if number]


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

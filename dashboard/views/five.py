"""What a published tracker opens with: five plain sentences a person can read aloud."""

from collections.abc import Sequence
from datetime import date

from crawlers.matter import Matter
from crawlers.vocabulary import Duty
from dashboard.views import days, labels
from dashboard.views.fresh import Fresh
from dashboard.words.tongue import Tongue

EDITORS = {
    Duty.IDENTITY_VERIFICATION,
    Duty.AGE_ASSURANCE,
    Duty.REMOVAL_TIMEFRAME,
    Duty.PROACTIVE_FILTERING,
    Duty.DATA_RETENTION_DISCLOSURE,
}


def sentences(place: str, cards: Sequence[Matter], fresh: Fresh, today: date, tongue: Tongue) -> list[str]:
    """What, where, when, does it touch editors, what is not known."""
    name = labels.place(place, tongue)
    return [
        tongue.count(
            "We follow {n} law, draft, consultation or case.",
            "We follow {n} laws, drafts, consultations and cases.",
            len(cards),
        ),
        tongue.say("All of them are of one place: {name}.", name=name),
        _when(cards, today, tongue),
        _touched(cards, tongue),
        _unknown(cards, fresh, tongue),
    ]


def _when(cards: Sequence[Matter], today: date, tongue: Tongue) -> str:
    coming = [
        (event.date, card.title)
        for card in cards
        for event in card.events
        if event.date >= today.isoformat() and days.parsed(event.date) and not event.cancelled
    ]
    if not coming:
        return tongue.say("No date ahead is known.")
    day, title = min(coming)
    return tongue.say("The next date is {day}: {title}.", day=days.say(day, tongue), title=title)


def _touched(cards: Sequence[Matter], tongue: Tongue) -> str:
    touching = [card for card in cards if any(norm.duty in EDITORS for norm in card.norms)]
    if not touching:
        return tongue.say("In what we read, none touches people who edit; most are held as facts without their words.")
    return tongue.count(
        "{n} of them may touch people who edit.", "{n} of them may touch people who edit.", len(touching)
    )


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
    return tongue.count("{first}; of {n} we hold no words.", "{first}; of {n} we hold no words.", unread, first=first)

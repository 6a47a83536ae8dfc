"""What a duty, a topic, an event or a place is called, in the reader's language."""

from crawlers.matter import Event
from crawlers.sources import watched
from crawlers.vocabulary import Duty, EventKind, Topic
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary


def label(event: Event, tongue: Tongue) -> str:
    """Our word for the kind of event; the source's own words where the kind says nothing."""
    if event.kind is EventKind.OTHER and event.label:
        return event.label
    return tongue.say(vocabulary().event[event.kind])


def duty_label(duty: Duty | str | None, tongue: Tongue) -> str:
    """Empty where no duty of the taxonomy was seen."""
    return "" if not duty or duty == Duty.OTHER else tongue.say(vocabulary().duty[duty])


def topic_label(topic: Topic | str, tongue: Tongue) -> str:
    return tongue.say(vocabulary().topic[topic])


def place(code: str) -> str:
    """English name of a jurisdiction; the code itself where it is not one we watch."""
    known = watched().jurisdictions.get(code)
    return known.name if known else code.upper()

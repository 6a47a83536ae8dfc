"""What a duty, a topic, an event or a place is called, in the reader's language."""

import re

from crawlers.matter import Event, Matter
from crawlers.sources import watched
from crawlers.vocabulary import Duty, EventKind, Topic
from dashboard.views.text import line
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

LONG = 90
_BRACKETS = re.compile(r"\(([^()]{6,70})\)")
_ASIDE = re.compile(
    r"Text with|Texte pr|Text von|EU\b|EC\b|Codif|Recast|COM\b|Art(?:\.|i[ck]el\b|icle\b|ículo\b|icolo\b|igo\b)|.*\bBGBl",
    re.IGNORECASE,
)
# Acts about another act, whose name stands in their brackets.
_ANOTHERS = re.compile(
    r"corrigend|addend|errat|rectificat|berichtigung|correcci|rettifica|retifica|"
    r"(?:commission |council )?(?:delegated|implementing)\b|delegierte|durchführung|règlement (?:délégué|d’exécution|d'exécution)",
    re.IGNORECASE,
)


def label(event: Event, tongue: Tongue) -> str:
    """Our word for the kind of event; the source's own words where the kind says nothing."""
    if event.kind is EventKind.OTHER and event.label:
        return event.label
    return tongue.say(vocabulary().event[event.kind])


def foreign(event: Event, language: str) -> str:
    """The language of the label: its matter's where the source's own words are shown, none where they are ours."""
    return language if event.kind is EventKind.OTHER and event.label else ""


def duty_label(duty: Duty | str | None, tongue: Tongue) -> str:
    """Empty where no duty of the taxonomy was seen."""
    return "" if not duty or duty == Duty.OTHER else tongue.say(vocabulary().duty[duty])


def topic_label(topic: Topic | str, tongue: Tongue) -> str:
    return tongue.say(vocabulary().topic[topic])


def place(code: str, tongue: Tongue | None = None) -> str:
    """Name of a jurisdiction, in English where no reader is known; the code itself where it is not one we watch."""
    known = watched().jurisdictions.get(code)
    if known is None:
        return code.upper()
    return known.name if tongue is None or tongue.code == "en" else tongue.territory(code) or tongue.say(known.name)


def titled(card: Matter, tongue: Tongue) -> str:
    """Its short name, in its own language for who reads that one, where we hold both."""
    return called(card.title_native if native(card, tongue) else card.title)


def native(card: Matter, tongue: Tongue) -> bool:
    """Whether the title in the place's own language is the reader's; only of a place with one language is that known."""
    place = watched().jurisdictions.get(card.jurisdiction)
    own = place.languages if place else ()
    return bool(card.title_native) and [code.partition("-")[0] for code in own] == [tongue.code] != [card.language]


def called(title: str) -> str:
    """The short name that a long title gives itself in brackets (Digital Services Act), else the title."""
    plain = line(title)
    if len(plain) < LONG or _ANOTHERS.match(plain):
        return plain
    names = [name for name in _BRACKETS.findall(plain) if name[0].isupper() and " " in name and not _ASIDE.match(name)]
    return names[0] if names else plain

"""Which versions of which laws stand beside each other when no others are asked for."""

from crawlers.matter import Matter, Text
from dashboard.views.matters import law
from dashboard.views.matters.compare import Half

Halves = tuple[Half, Half]


def texts(matter: Matter) -> dict[str, Text]:
    """Versions with words, oldest first."""
    ordered = sorted((text for text in matter.texts if text.provisions), key=lambda text: (text.date, text.id))
    return {text.id: text for text in ordered}


def usual(one: Matter, two: Matter | None, language: str) -> Halves | None:
    """Of two laws the version a reader sees first; of one its newest and the one before it in the same language."""
    if two and two.id != one.id:
        left, right = (law.shown(matter, language) for matter in (one, two))
        return ((one, left), (two, right)) if left and right and left.provisions and right.provisions else None
    held, newest = texts(one), law.shown(one, language)
    alike = [text for text in held.values() if newest and text.language == newest.language]
    if len(held) < 2 or not alike:
        return None
    return (one, alike[-2] if len(alike) > 1 else next(iter(held.values()))), (one, alike[-1])


def asked(one: Matter, two: Matter | None, old: str, new: str, language: str) -> Halves | None:
    """The usual pair, in the versions that an address names where we hold their words."""
    pair = usual(one, two, language)
    if not pair:
        return None
    (first, left), (second, right) = pair
    return (first, texts(first).get(old, left)), (second, texts(second).get(new, right))

"""What the units of a matter hold together, as few documents of their own: a word in many units is counted once for the matter."""

from collections.abc import Iterator, Sequence

import msgspec

from index.unit import FACETS, Unit

# the fact that is true of all units, and so of the matter; and the one that every summary has
MATTER, ANY = "matter", "any"
# what is the same in all units of a matter, and what differs
SHARED = ("id", "jurisdiction", "kind", "status", "topic", "source", "person")
OWN = ("language", "duty", "bearer", "modality", "row")


class Summary(msgspec.Struct, frozen=True):
    """The units of a matter of which its `facts` are true, and of no others; the first summary is of all units.

    A matter has a unit that has a word, and of which a fact is true, if its summary with that fact has the word.
    `alone` in its values: the language of all units, as they spell it; where they have several, `tongued` has the stems with theirs.
    """

    matter: str
    number: int
    facts: tuple[str, ...]
    words: tuple[str, ...]
    exact: tuple[str, ...]
    also: tuple[str, ...]
    tongued: tuple[str, ...]
    values: dict[str, tuple[str, ...]]
    day: int
    relevance: int


def spelled(group: str) -> list[str]:
    """What a group spells, as `field:value`, each once."""
    _, *columns = group.split("|")
    held = (f"{field}:{value}" for field, column in zip(FACETS, columns, strict=True) for value in column.split())
    return list(dict.fromkeys(held))


def tongued(stem: str, language: str) -> str:
    """A stem in its language; no word has such a sign."""
    return f"{stem}/{language}"


def summaries(units: Sequence[Unit]) -> Iterator[Summary]:
    """Of all units of one matter."""
    for number, (places, held) in enumerate(_by_places(units).items()):
        yield _summary([units[place] for place in places], number, (ANY, *held))


def _by_places(units: Sequence[Unit]) -> dict[tuple[int, ...], list[str]]:
    """The facts that are true of the same units."""
    groups: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        groups.setdefault(unit.group, []).append(place)
    holders: dict[str, list[int]] = {}
    for group, places in groups.items():
        for fact in spelled(group):
            holders.setdefault(fact, []).extend(places)
    found = {tuple(range(len(units))): [MATTER]}
    for fact, places in holders.items():
        found.setdefault(tuple(sorted(places)), []).append(fact)
    return found


def _summary(units: Sequence[Unit], number: int, held: tuple[str, ...]) -> Summary:
    first = units[0]
    languages = {unit.values["language"] for unit in units}
    values = {name: first.values[name] for name in SHARED} | {name: _all(units, name) for name in OWN}
    values["name"] = tuple(dict.fromkeys(name for unit in units for name in unit.names))
    values["alone"] = first.values["language"] if len(languages) == 1 else ()
    return Summary(
        matter=first.shown.matter,
        number=number,
        facts=held,
        words=tuple(unit.words for unit in units),
        exact=tuple(unit.exact for unit in units),
        also=tuple(dict.fromkeys(unit.also for unit in units)),
        tongued=() if values["alone"] else tuple(map(_tongued, units)),
        values=values,
        day=first.day,
        relevance=first.relevance,
    )


def _all(units: Sequence[Unit], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for unit in units for value in unit.values[name]))


def _tongued(unit: Unit) -> str:
    return " ".join(tongued(stem, code) for stem in set(unit.words.split()) for code in unit.values["language"])

"""A list of results with its facets: one block of headings and links, grouped by matter."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from crawlers.matter import Struct
from dashboard.reads import search_url
from dashboard.reads.search_url import State
from dashboard.views import labels
from dashboard.views.days import Due
from dashboard.views.matters.law import Stretch
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary

FIRST = 6
# In the order a reader narrows: where, what it says, which duty, whom it falls on, how far it is.
FACETS = {
    "jurisdiction": later("Place"),
    "modality": later("Says"),
    "duty": later("Duty"),
    "bearer": later("Falls on"),
    "status": later("Stage"),
    "kind": later("Kind"),
    "topic": later("Topic"),
    "language": later("Language"),
}


class Choice(Struct, frozen=True, kw_only=True):
    """One value of a facet, or a filter in use: its address puts it on or takes it off."""

    words: str
    href: str
    count: int = 0
    on: bool = False


class Facet(Struct, frozen=True, kw_only=True):
    title: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


class Passage(Struct, frozen=True, kw_only=True):
    """A provision of a hit, with the hit words and the norms marked."""

    where: str
    href: str
    stretches: tuple[Stretch, ...]
    language: str


class Tag(Struct, frozen=True, kw_only=True):
    """A chip: its modality, the duty or other words, and where the duty leads."""

    modality: str
    words: str
    href: str = ""


class Result(Struct, frozen=True, kw_only=True):
    """One matter of the list."""

    href: str
    title: str
    language: str
    jurisdiction: str
    place: str
    number: str
    status: str
    next: Due | None
    next_words: str
    passages: tuple[Passage, ...]
    tags: tuple[Tag, ...]
    more: int
    reason: str = ""


def facets(state: State, counts: Mapping[str, Mapping[str, int]], tongue: Tongue) -> list[Facet]:
    made = [_facet(state, field, title, counts.get(field, {}), tongue) for field, title in FACETS.items()]
    return [facet for facet in made if facet.first]


def _facet(state: State, field: str, title: str, counts: Mapping[str, int], tongue: Tongue) -> Facet:
    chosen = [value for name, value in state.filters if name == field]
    order = sorted(counts, key=lambda value: (value not in chosen, -counts[value], value))
    values = [*order, *(value for value in chosen if value not in counts)]
    choices = tuple(
        Choice(
            words=named(field, value, tongue),
            href=search_url.write(search_url.toggled(state, field, value)),
            count=counts.get(value, 0),
            on=value in chosen,
        )
        for value in values
    )
    return Facet(title=tongue.say(title), first=choices[:FIRST], rest=choices[FIRST:])


def used(state: State, tongue: Tongue) -> list[Choice]:
    """Filters in force, each a link that removes it."""
    return [
        Choice(
            words=f"{tongue.say(FACETS.get(field, field.capitalize()))}: {named(field, value, tongue)}",
            href=search_url.write(search_url.toggled(state, field, value)),
        )
        for field, value in state.filters
    ]


def named(field: str, value: str, tongue: Tongue) -> str:
    """A value of a field as people say it."""
    book = vocabulary()
    names = {
        "status": lambda: tongue.say(book.status[value].word),
        "modality": lambda: tongue.say(book.modality[value].plain),
        "bearer": lambda: tongue.say(book.bearer[value]),
        "kind": lambda: tongue.say(book.kind[value]),
        "duty": lambda: labels.duty_label(value, tongue) or tongue.say("another duty"),
        "topic": lambda: labels.topic_label(value, tongue),
        "jurisdiction": lambda: labels.place(value, tongue),
        "language": lambda: tongue.language(value),
    }
    try:
        return names[field]() if field in names else value
    except KeyError:  # typed into the address: not one of the vocabulary
        return value


def counted(total: int, provisions: int, tongue: Tongue) -> str:
    """58 passages in 24 matters, with the numbers as this language writes them."""
    matters = tongue.count("{n} matter", "{n} matters", total)
    if not provisions:
        return matters
    return tongue.count("{n} passage in {matters}", "{n} passages in {matters}", provisions, matters=matters)


def exports(state: State) -> list[tuple[str, str]]:
    """The same list as other programs read it."""
    kept = replace(state, after="")
    return [
        (name, search_url.write(kept, f"/api/search.{ending}"))
        for name, ending in (("CSV", "csv"), ("JSON", "json"), ("Atom", "atom"), ("ICS", "ics"))
    ]


def wider(state: State, totals: Sequence[tuple[tuple[str, str], int]], tongue: Tongue) -> list[Choice]:
    """For a list without results: what there would be without one of the filters."""
    return [
        Choice(words=named(*pair, tongue), href=search_url.write(search_url.toggled(state, *pair)), count=total)
        for pair, total in totals
        if total
    ]

"""From a matter to the units of the search index: one for its head, one for each provision of its newest texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import msgspec

from crawlers.matter import Citation, Matter, Norm, Provision, Text
from index import stemming, words
from index.days import day_of, rank_of
from index.in_force import standing
from index.queries import addresses, concepts, names
from index.unit import FACETS, HEAD, Shown, Unit, number_of, worth

# what a provision may say at most: ten times the longest article seen, so that noise cannot fill the index
LONGEST_VALUE = 100
LONGEST = 400_000

# what most passages lay on nobody
_FREE: dict[str, tuple[str, ...]] = {"duty": (), "bearer": (), "modality": ()}

Read = TypeVar("Read", Norm, Citation)


class _Frame(msgspec.Struct, frozen=True):
    """What all units of a matter share; its norms, and the laws that it cites, by text and provision."""

    matter: Matter
    day: str
    values: dict[str, tuple[str, ...]]
    group: str
    names: tuple[str, ...]
    also: str
    day_number: int
    relevance: int
    worth: float
    rank: int
    norms: Mapping[tuple[str, str], Sequence[Norm]]
    cites: Mapping[tuple[str, str], Sequence[Citation]]


def units(matter: Matter, today: date) -> Iterator[Unit]:
    frame = _frame(matter, today)
    yield _head(frame)
    for text in newest_texts(matter.texts):
        yield from _provisions(frame, text)


def newest_texts(texts: Iterable[Text]) -> list[Text]:
    """The newest text of each language that has words."""
    newest: dict[str, Text] = {}
    for text in sorted(texts, key=lambda text: (text.date, text.id)):
        if text.provisions:
            newest[text.language] = text
    return list(newest.values())


def _frame(matter: Matter, today: date) -> _Frame:
    day = day_of(matter, today)
    values = {
        "id": (matter.id,),
        "jurisdiction": (matter.jurisdiction,),
        "kind": (matter.kind,),
        "status": (standing(matter, today).status,),
        "source": (matter.source,),
        "year": (day[:4],) if day else (),
        "topic": tuple(dict.fromkeys(str(tag.topic) for tag in matter.topics)),
        "person": tuple(dict.fromkeys(word for person in matter.people for word in words.exact(person.name))),
    }
    relevance = round(matter.relevance.score * 1000) if matter.relevance else 0
    number = int(day.replace("-", "").ljust(8, "0")[:8]) if day else 0
    called = names.of(matter)
    also = " ".join(_streams((*called, *names.context(matter)), matter.language))
    return _Frame(
        matter=matter,
        day=day,
        values=values,
        group=_grouped(matter.id, values),
        names=(*called, *map(names.lettered, names.initials(matter))),
        also=also,
        day_number=number,
        relevance=relevance,
        worth=worth(number, relevance),
        rank=rank_of(matter.id, day),
        norms=_by_place(matter.norms),
        cites=_by_place(matter.citations),
    )


def _grouped(head: str, values: Mapping[str, tuple[str, ...]]) -> str:
    """The facets as `engines.facets` reads them again: a source's word, such as a language, adds no column and is no book."""
    return f"{head}|{_columns(tuple(values[field] for field in FACETS if field in values))}"


@lru_cache(1 << 12)
def _columns(listed: tuple[tuple[str, ...], ...]) -> str:
    """Few are ever seen: most passages of a text have the same values, and none of some fields."""
    return "|".join(" ".join(one[:LONGEST_VALUE] for one in values).replace("|", " ") for values in listed)


def _by_place(found: Iterable[Read]) -> dict[tuple[str, str], list[Read]]:
    places: dict[tuple[str, str], list[Read]] = {}
    for one in found:
        places.setdefault((one.text, one.provision), []).append(one)
    return places


def _streams(lines: Iterable[str], language: str) -> Iterator[str]:
    for line in lines:
        if line:
            yield " ".join(stemming.streams(line, language)[0])


def _head(frame: _Frame) -> Unit:
    matter = frame.matter
    titles = dict.fromkeys((matter.title, matter.title_native, *(text.title for text in matter.texts)))
    labels = dict.fromkeys(event.label for event in matter.events if len(event.label) < 2_000)
    numbers = (identifier.value for identifier in matter.identifiers)
    body = "\n".join(line for line in (*titles, matter.summary, *numbers, *labels, matter.note) if line)[:LONGEST]
    return _unit(frame, "", Provision(id="", text=body), matter.language, ())


def _provisions(frame: _Frame, text: Text) -> Iterator[Unit]:
    by_id = {provision.id: provision for provision in text.provisions}
    for provision in text.provisions:
        if provision.text or provision.heading:
            above = tuple(_headings(provision, by_id))
            yield _unit(frame, text.id, provision, text.language, above)


def _headings(provision: Provision, by_id: dict[str, Provision]) -> Iterator[str]:
    """Numbers and headings above, nearest first; a parent that is not there or stands in a ring ends the way."""
    seen = {provision.id}
    while provision.parent in by_id and provision.parent not in seen:
        seen.add(provision.parent)
        provision = by_id[provision.parent]
        yield f"{provision.number} {provision.heading}"


def _unit(frame: _Frame, text: str, provision: Provision, language: str, above: tuple[str, ...]) -> Unit:
    matter = frame.matter
    body = "\n".join(filter(None, (f"{provision.number} {provision.heading}".strip(), provision.text[:LONGEST])))
    stems, exact = stemming.streams(body, language)
    stemmed = " ".join(stems)
    norms = frame.norms.get((text, provision.id), ())
    languages = tuple(dict.fromkeys((language, language.partition("-")[0])))
    said = {
        "language": languages,
        "row": tuple(concepts.signs(stems, stemmed, languages)),
        **(_laid(norms) if norms else _FREE),
        "cites": tuple(dict.fromkeys(cited.target for cited in frame.cites.get((text, provision.id), ()))),
    }
    called = names.known().provisions.get(matter.id, {}).get(provision.id, ())
    shown = Shown(
        matter=matter.id,
        provision=provision.id,
        title=matter.title,
        jurisdiction=matter.jurisdiction,
        date=frame.day,
        language=language,
        body=body,
        text=text,
    )
    group = _grouped(frame.group, said)
    return Unit(
        shown=shown,
        words=stemmed,
        exact=" ".join(exact),
        also=" ".join((frame.also, *_streams((*above, *called), language), *_compounds(exact, language))),
        names=(*frame.names, *map(names.key, called), *(() if provision.id else addresses.of(matter))),
        places=tuple(names.places(provision.id)) if provision.id else (HEAD,),
        values={**frame.values, **said},
        group=group,
        number=number_of(group),
        day=frame.day_number,
        relevance=frame.relevance,
        worth=frame.worth,
        rank=frame.rank,
    )


def _laid(norms: Sequence[Norm]) -> dict[str, tuple[str, ...]]:
    return {
        "duty": tuple(sorted({str(norm.laid) for norm in norms if norm.laid})),
        "bearer": tuple(sorted({str(norm.bearer) for norm in norms})),
        "modality": tuple(sorted({str(norm.modality) for norm in norms})),
    }


def _compounds(exact: Sequence[str], language: str) -> list[str]:
    """Parts of German, Dutch and Scandinavian compounds, each once."""
    if language.partition("-")[0] not in words.known().heads:
        return []
    found = {part for word in set(exact) if len(word) >= words.COMPOUND for part in words.parts(word, language)}
    return sorted(set(stemming.stem(sorted(found), language)))

"""What a query means: words in every stem, numbers and names, duties in other words; as questions to an engine."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from crawlers.vocabulary import Kind
from index import words
from index.queries import cited_numbers, cited_places, named_places, names, other_names, related
from index.queries.asking import query_words, sought
from index.queries.cited_places import Cited
from index.queries.named_places import Named
from index.queries.other_names import Way
from index.queries.plan import Ask, Best, Every, Fixed, Row, Span, Term, Terms
from index.queries.questions import Translator, rows
from index.queries.related import Meant
from index.query import All, Between, Is, Not, Part, Query, Word
from index.unit import HEAD

SAMPLE = "zz"
LONGEST_SPAN = 8
# how much more a passage counts that has the words as typed, where others say the same in other words or languages
AS_TYPED = 3.0
_YEAR = re.compile(r"(?:19|20)\d\d")
# the longest abbreviation before a number: HB 77, PL 2338
_ABBREVIATED = 4
# kinds that who names them looks for; what is called an act or a bill may be either
_SOUGHT = {Kind.CASE, Kind.CONSULTATION}
# who names one of these may mean texts in a language that is none of the six
_ABROAD = {"jurisdiction", "language", "source"}
_INSISTS = re.compile(r"\bAND\b|(?<!\w)\+\w")


class Meaning(msgspec.Struct, frozen=True):
    """A query split into what must be there (`needs`, one question a typed word), what filters, what only orders.

    `typed` are the words of `needs`; `loose` says which of them may be left out when nothing has all: plain words of a
    query that does not insist. `tags` are the duties and topics understood, `named` the laws that the words name,
    `places` the places, as exact tokens. `ideas`: what several of the words say together, however it is said.
    """

    needs: tuple[Ask, ...]
    typed: tuple[str, ...]
    loose: tuple[bool, ...]
    only: tuple[Ask, ...]
    without: tuple[Ask, ...]
    better: tuple[Ask, ...]
    tags: tuple[Meant, ...] = ()
    named: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ideas: tuple[Ask, ...] = ()

    def plain(self) -> Every:
        """What answers, in no order."""
        return Every(self.needs, self.only, self.without)

    def ask(self) -> Every:
        """What answers, in order; a matter whose head has all the words is about them."""
        head = (Fixed(Term("place", HEAD), 10.0),) if self.needs else ()
        return Every(self.needs, self.only, self.without, (*self.better, *head))


class _Parts(NamedTuple):
    """The parts of a query and what they say together; of `needed`, `asking` are looked for, and `ways` says where else."""

    plain: Every
    languages: tuple[str, ...]
    needed: Sequence[Part]
    asking: Sequence[Part]
    cited: list[Cited]
    tokens: list[str]
    places: tuple[Named, ...]
    tags: tuple[Meant, ...]
    ways: list[Way]
    anywhere: bool


def exactly(asked: Query) -> Every:
    """What answers, in no order: all that ten thousand saved searches need."""
    return _read(asked).plain


def understand(asked: Query) -> Meaning:
    read = _read(asked)
    needed, cited, tokens, tags = read.needed, read.cited, read.tokens, read.tags
    ideas = tuple(other_names.ideas(tokens, read.anywhere))
    return Meaning(
        needs=read.plain.must,
        typed=tuple(_typed(part) for part in read.asking),
        loose=tuple(_loose(asked, read.asking, at, cited) for at in range(len(read.asking))),
        only=read.plain.only,
        without=read.plain.without,
        better=(
            *_together(needed, read.languages),
            *([Fixed(Every(tuple(Row("exact", (token,)) for token in tokens)), AS_TYPED)] if read.ways else []),
            *_called(tokens, query_words([part for part in needed if not cited_places.covers(part, cited)])),
            *_cited(cited),
            *(Fixed(idea, 6.0) for idea in ideas),
            *(Fixed(Term("jurisdiction", code), 12.0) for place in read.places for code in place.codes),
            *(Fixed(tag.ask(), 6.0) for tag in tags if tag.field == "status" or tag.value in _SOUGHT),
        ),
        tags=tuple(tag for tag in tags if tag.tagged),
        named=other_names.named(tokens),
        places=tuple(" ".join(place.said) for place in read.places),
        ideas=ideas,
    )


def _read(asked: Query) -> _Parts:
    parts = asked.root.parts if isinstance(asked.root, All) else (asked.root,) if asked.root else ()
    languages = tuple(part.value for part in parts if isinstance(part, Is) and part.field == "language")
    translate = Translator(languages)
    needed = [part for part in parts if not isinstance(part, Is | Between | Not)]
    cited = [place for place in cited_places.cited(asked.text) if not _is_name(asked.text[place.start : place.end])]
    tokens = query_words(needed)
    places = tuple(named_places.named(tokens))
    printed = cited_numbers.as_printed(asked.text, cited_places.without_steps(needed, cited))
    asking = named_places.whole(sought(printed), places)
    tags = tuple(related.meant(tokens))
    anywhere = bool(places) or any(map(_abroad, parts))
    ways = [*map(_tagged, tags), *other_names.ways(tokens, anywhere), *map(_from, places), *_facts(asking)]
    needs = tuple(
        _or_there(_or_meant(translate.ask(part), part, ways), cited_places.place_of(part, cited)) for part in asking
    )
    only = tuple(translate.ask(part) for part in parts if isinstance(part, Is | Between))
    without = (*(translate.ask(part.part) for part in parts if isinstance(part, Not)), *_sample(asked))
    plain = Every(needs, only, without)
    return _Parts(plain, languages, needed, asking, cited, tokens, places, tags, ways, anywhere)


def _abroad(part: Part) -> bool:
    return isinstance(part, Is) and part.field in _ABROAD


def _is_name(text: str) -> bool:
    """Section 230 is what a law is called, not a place in any."""
    return bool(other_names.named_so(names.key(text)))


def _or_there(need: Ask, place: Cited | None) -> Ask:
    """A number that is cited is there in the place that has it."""
    return Best((need, Fixed(Term("place", next(place.places())), 6.0))) if place else need


def _loose(asked: Query, parts: Sequence[Part], at: int, cited: Sequence[Cited]) -> bool:
    """A word may be left out, a printed number (C-63, 2004-575, HB 77) not: without it another thing is meant."""
    part = parts[at]
    if not isinstance(part, Word) or _INSISTS.search(asked.text):
        return False
    if (
        ((place := cited_places.place_of(part, cited)) and place.marked)
        or _YEAR.fullmatch(part.text)
        or not any(map(str.isdigit, part.text))
    ):
        return True
    return part.text.isdigit() and len(part.text) < len("2024") and not _abbreviation(parts[at - 1] if at else None)


def _abbreviation(part: Part | None) -> bool:
    text = part.text.replace(".", "") if isinstance(part, Word) else ""
    return text.isalpha() and len(text) <= _ABBREVIATED


def _or_meant(need: Ask, part: Part, ways: Sequence[Way]) -> Ask:
    """A word is also there where what it says together with others is there under another name, or tagged."""
    typed = set(query_words([part])) if isinstance(part, Word) else set()
    found = [ask for way in ways if typed and typed <= way.said for ask in way.asks]
    return Best((need, *found)) if found else need


def _tagged(tag: Meant) -> Way:
    """A duty in other words or another language; how a matter stands is no word of its text."""
    return Way(tag.said, (Fixed(tag.ask(), 4.0 if tag.tagged else 1.0),))


def _facts(parts: Sequence[Part]) -> Iterator[Way]:
    """A year is that of the matter, a name with a capital that of a person, whatever its text says."""
    for part in parts:
        if isinstance(part, Word) and _YEAR.fullmatch(part.text):
            first = int(part.text) * 10_000
            yield Way(frozenset((part.text,)), (Fixed(Span("day", first, first + 9_999), 1.0),))
        elif isinstance(part, Word) and part.text.istitle():
            yield from (
                Way(frozenset((token,)), (Fixed(Term("person", token), 1.0),)) for token in words.exact(part.text)
            )


def _from(place: Named) -> Way:
    """A law of a place hardly names it: it is from there."""
    return Way(frozenset(place.said), tuple(Fixed(Term("jurisdiction", code), 1.0) for code in place.codes))


def _sample(asked: Query) -> tuple[Ask, ...]:
    """The invented jurisdiction counts only when asked for."""
    wanted = asked.sample or f"jurisdiction:{SAMPLE}" in asked.text.lower()
    return () if wanted else (Terms("jurisdiction", (SAMPLE,)),)


def _called(tokens: list[str], uncited: list[str]) -> Iterator[Ask]:
    """Every row of typed words may be the name of a law; the longer, the surer, and surest where a place in it is all the rest."""
    whole = {" ".join(tokens), " ".join(uncited)}
    spans = [
        tuple(tokens[start:end])
        for start in range(len(tokens))
        for end in range(start + 1, min(start + LONGEST_SPAN, len(tokens)) + 1)
    ]
    for span in dict.fromkeys((tuple(tokens), tuple(uncited), *spans)):
        name = " ".join(span)
        if name and name not in words.stop_words():
            yield Fixed(Term("name", name), 40.0 if name in whole else 8.0 + 4.0 * len(span))


def _together(parts: Sequence[Part], languages: tuple[str, ...]) -> Iterator[Ask]:
    """Words typed side by side are meant together: all of them in any form, or two in the form that was typed."""
    lower = [token for part in parts if isinstance(part, Word) for token in words.lowered(part.text)]
    if not 1 < len(lower) <= LONGEST_SPAN or len(parts) == 1:
        return
    yield Fixed(Best(rows(tuple(lower), 0, languages)), 10.0)
    stop = words.stop_words()
    for pair in pairwise(map(words.fold, lower)):
        if len(lower) > 2 and not stop.issuperset(pair):
            yield Fixed(Row("exact", pair), 2.0)


def _cited(cited: Sequence[Cited]) -> Iterator[Ask]:
    """The place in a law, the surer the narrower."""
    for narrower, place in ((step, place) for one in cited for step, place in enumerate(one.places())):
        yield Fixed(Term("place", place), 6.0 + 2.0 * narrower)


def _typed(part: Part) -> str:
    return getattr(part, "text", "") or " ".join(filter(None, map(_typed, getattr(part, "parts", ()))))

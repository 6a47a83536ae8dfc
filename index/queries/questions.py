"""Each part of a query as a question to an engine: words in every stem, printed numbers, compounds, fields."""

from collections.abc import Iterator
from functools import lru_cache

from index import stemming, words
from index.queries import addresses, names, other_names
from index.queries.plan import Ask, Best, Every, Everything, Fixed, Near, Row, Some, Span, Start, Term, Terms, Weight
from index.query import Address, All, Any_, Between, Boost, Fuzzy, Is, Not, Part, Phrase, Prefix, Word

# how much a word counts that stands in titles and headings above, not in the passage itself
ALSO = 0.5
LONGEST_INITIALS = 4
# main languages that stem a word alike, from which on its stem is the same word everywhere; to ask each text for its language takes long
SHARED = 4


class Translator:
    """Knows the languages asked for; none means all."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def ask(self, part: Part) -> Ask:
        reader = getattr(self, f"_{type(part).__name__.strip('_').lower()}")
        found: Ask = reader(part)
        return found

    def _word(self, part: Word) -> Ask:
        lower = tuple(words.lowered(part.text))
        found = list(rows(lower, 0, self.languages))
        if len(lower) == 1:
            found += [*self._split(lower[0]), *self._apart(part.text)]
        else:
            found += [Fixed(Term("name", names.key(part.text)), 20.0), *_joined(part.text, lower)]
        return Best(tuple(dict.fromkeys(found)))

    def _split(self, word: str) -> Iterator[Ask]:
        """A compound is also there when its parts are."""
        for language in words.known().heads:
            if parts := words.parts(word, language):
                stems = stemming.stem(parts, language)
                yield Weight(Every(tuple(Best((Term("words", stem), Term("also", stem))) for stem in stems)), ALSO)

    def _apart(self, typed: str) -> Iterator[Ask]:
        """reuse is also written re-use, and USC U.S.C.; capitals may be the first letters of a title."""
        if typed.isupper() and typed.isalpha() and len(typed) <= LONGEST_INITIALS:
            yield Row("exact", tuple(words.exact(" ".join(typed))))
        if typed.isupper() and typed.isalpha() and not other_names.named_so(names.key(typed)):
            yield Fixed(Term("name", names.lettered(typed)), 10.0)
        for prefix in words.prefixes(typed.lower()):
            yield from rows((prefix, typed.lower()[len(prefix) :]), 0, self.languages or ("en",))

    def _phrase(self, part: Phrase) -> Ask:
        return Best(rows(tuple(words.lowered(part.text)), part.slop, self.languages))

    def _prefix(self, part: Prefix) -> Ask:
        return Start("exact", words.fold(part.text.lower()))

    def _fuzzy(self, part: Fuzzy) -> Ask:
        folded = words.fold(part.text.lower())
        return Near("exact", folded, part.distance) if part.distance else Term("exact", folded)

    def _is(self, part: Is) -> Ask:
        if part.field == "person":
            return Every(only=tuple(Terms("person", (token,)) for token in words.exact(part.value)))
        return Terms(part.field, (part.value,))

    def _between(self, part: Between) -> Ask:
        if part.field == "year":
            return Span("day", part.low * 10_000, min(part.high, 9_999) * 10_000 + 9_999)
        return Span("day" if part.field == "date" else part.field, part.low, part.high)

    def _address(self, part: Address) -> Ask:
        """The surest of what it may be known by; the words of a title in it, where it is of a site that we do not read."""
        keys = enumerate(addresses.candidates(part.text))
        title = Every(tuple(self._word(Word(word)) for word in addresses.title(part.text)))
        found = (Fixed(Term("name", key), 40.0 / (1 + place)) for place, key in keys)
        return Best((*found, *([Weight(title, ALSO)] if len(title.must) > 1 else [])))

    def _all(self, part: All) -> Ask:
        kept = [inner for inner in part.parts if not isinstance(inner, Not)]
        without = tuple(self.ask(inner.part) for inner in part.parts if isinstance(inner, Not))
        return Every(tuple(self.ask(inner) for inner in kept), without=without)

    def _any(self, part: Any_) -> Ask:
        return Some(tuple(self.ask(inner) for inner in part.parts))

    def _not(self, part: Not) -> Ask:
        return Every((Everything(),), without=(self.ask(part.part),))

    def _boost(self, part: Boost) -> Ask:
        return Weight(self.ask(part.part), part.factor)


def _joined(typed: str, lower: tuple[str, ...]) -> Iterator[Ask]:
    """re-use is also written reuse, and U.S.C. USC."""
    if not any(map(str.isdigit, typed)):
        yield Term("exact", words.fold("".join(lower)))


@lru_cache(2_000)
def rows(lower: tuple[str, ...], slop: int, languages: tuple[str, ...]) -> tuple[Ask, ...]:
    """A stem counts in texts of its own languages: elsewhere it may be another word, unless most languages share it.

    Titles above are stemmed as the text is, and seldom long: there the stems of the main languages count everywhere.
    """
    exact = tuple(map(words.fold, lower))
    found: list[Ask] = []
    for stems, codes in stemming.every_stem(lower, languages).items():
        row, main = _row("words", stems, slop), len(set(codes).intersection(stemming.MAIN))
        found.append(row if stems == exact or main >= SHARED else Every((row,), only=(Terms("language", codes),)))
        if stems == exact or main:
            found.append(Weight(_row("also", stems, slop), ALSO))
    return (*found, _row("exact", exact, slop))


def _row(field: str, values: tuple[str, ...], slop: int) -> Row:
    """Near each other a word is asked once: engines differ on whether one place of it can be two."""
    return Row(field, tuple(dict.fromkeys(values)) if slop else values, slop)

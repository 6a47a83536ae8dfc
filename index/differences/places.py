"""Which articles and classes the words of a law name by number, and which of them are the same under another number."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product

from index import words
from index.differences import printed
from index.differences.counting import known
from index.queries import names
from index.queries.cited_places import cited

# 1er, 5º and 12 bis as articles are numbered elsewhere: 1, 5, 12b
_ORDINAL = re.compile(r"(?<=\d)(?:er\b|[º°ª]|\.º|\.°)", re.IGNORECASE)
_LATIN = re.compile(r"(?<=\d)[\s-]?(bis|ter|quater|quinquies)\b", re.IGNORECASE)
_LETTERS = {"bis": "b", "ter": "c", "quater": "d", "quinquies": "e"}
# letters that the forms of a word for a class share
STEM = 4
_PLACE = r"\d+[a-z]?(?:\(\w{1,4}\))*"
# articles 3, 5 and 7: what follows the first
_MORE = re.compile(
    rf"\s*(?:,|;|\b(?:and|or|und|oder|et|ou|y|o|e|to|bis|à|a)\b)\s*({_PLACE})(?![\w/%]|\.\d)", re.IGNORECASE
)
_CLASS = r"(?:\d{1,2}[A-Za-z]?|[IVX]{1,4}|[A-D])"
_JOIN = r"\s*(?:,|;|,?\s*\b(?:and|or|und|oder|et|ou|y|o|e)\b)\s*"


def articles(text: str) -> list[str]:
    """As `index.queries.names.places` writes them: 16, 16 2, rec 12."""
    plain = _plain(text)
    found = []
    for place in cited(plain):
        if place.marked:
            found.append(" ".join(place.steps))
            found += [" ".join(words.exact(more)) for more in _listed(plain, place.end)]
    return found


def _listed(text: str, at: int) -> Iterable[str]:
    while more := _MORE.match(text, at):
        yield more[1]
        at = more.end()


def _plain(text: str) -> str:
    return _LATIN.sub(lambda found: _LETTERS[found[1].lower()], _ORDINAL.sub("", text))


def classes(text: str, language: str) -> set[str]:
    """Category 1 or 2A, each for itself: category 1, category 2a."""
    pattern = _classes(language)
    if pattern is None:
        return set()
    said = pattern.finditer(words.fold(text))
    return {
        f"{one['word'][:STEM]} {number}".lower()
        for one in said
        for number in re.findall(rf"\b{_CLASS}\b", one["numbers"])
    }


@cache
def _classes(language: str) -> re.Pattern[str] | None:
    given = known(language)
    if given is None:
        return None
    said = "|".join(given.classes)
    again = rf"(?:{_JOIN}(?:(?i:{said})\s+)?{_CLASS}\b)*"
    return re.compile(rf"\b(?P<word>(?i:{said}))\s+(?P<numbers>{_CLASS}\b{again})")


class Renumbered:
    """Places of the older version and what they are numbered in the newer one; `partners` as `versions.match` gives them."""

    def __init__(self, partners: Mapping[str, str]) -> None:
        self.pairs = {pair for new, old in partners.items() for pair in zip(_places(old), _places(new), strict=False)}

    def others(self, was: str, now: str) -> tuple[list[str], list[str]]:
        """Articles that only the older words name, and those that only the newer do; none that are the same ones."""
        old, new = Counter(articles(was)), Counter(articles(now))
        lost, won = list((old - new).elements()), list((new - old).elements())
        for one, other in product(list(lost), list(won)):
            if (one, other) in self.pairs and one in lost and other in won:
                lost.remove(one)
                won.remove(other)
        return lost, won

    def same(self, was: str, now: str, language: str) -> bool:
        """The same words but for numbers of articles, which are the same ones."""
        there, here = (_without(text) for text in (was, now))
        return printed.same(there, here, language) and self.others(was, now) == ([], [])


def _without(text: str) -> str:
    plain = _plain(text)
    for place in reversed(cited(plain)):
        if place.marked:
            plain = plain[: place.number] + plain[place.end :]
    return plain


def _places(id: str) -> Sequence[str]:
    return names.places(_plain(id)) or re.findall(r"\d+[a-z]*", _plain(id))[:1]

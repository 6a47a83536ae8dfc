"""Whom an exemption leaves out, item by item: each must fit as a whole, its attribute and its kind of service together."""

import re
from collections.abc import Iterator

from crawlers.matter import Struct
from index.binding.terms import Carve, pattern, plain, terms

_PARTS = re.compile(r"[,;:()]|\b(?:and|or|und|oder|et|ou|y|o|e|ed|od|sowie)\b", re.IGNORECASE)
_EDGE = re.compile(rf"^(?:\s|{_PARTS.pattern})+|[\s,;:.(]+$", re.IGNORECASE)


class Item(Struct, frozen=True, kw_only=True):
    """One of those left out, in the law's words; `kinds` are names of terms.yaml. `head` says that a service or body is named."""

    words: str
    kinds: tuple[str, ...]
    head: bool


def items(words: str) -> list[Item]:
    """Words that name nobody special yet ("providers of", "not-for-profit educational") belong to the next ones that do."""
    found, begun = [], 0
    for end in _ends(words):
        item = _item(words[begun:end])
        if item.head and _special(item):
            found.append(item)
            begun = end
    rest = _item(words[begun:])
    return [*found, rest] if _special(rest) else found


def _ends(words: str) -> Iterator[int]:
    yield from (cut.start() for cut in _PARTS.finditer(words))
    yield len(words)


def _item(words: str) -> Item:
    folded = plain(words).replace("-", " ")
    named = [name for name, carve in terms().exemptions.items() if _hyphenless(carve).search(folded)]
    uses = [name for name in named if _carve(name).purpose]
    service = [name for name in named if _carve(name).fact and not _carve(name).attribute]
    kinds = [name for name in named if name not in uses or not service]
    head = bool(service) or ("anyone" in named and not uses)
    return Item(words=_EDGE.sub("", words), kinds=tuple(kinds), head=head)


def _hyphenless(carve: Carve) -> re.Pattern[str]:
    return pattern(tuple(word.replace("-", " ") for word in carve.words))


def _carve(name: str) -> Carve:
    return terms().exemptions[name]


def _special(item: Item) -> bool:
    """Providers alone are no exemption that we could judge."""
    return any(name != "anyone" for name in item.kinds)

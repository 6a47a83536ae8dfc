"""Items of a list (a provider shall: (a) …; (b) …) as norms of their own: each says what the words before the list say of it."""

import re
from collections.abc import Collection, Iterator

from msgspec.structs import replace

from crawlers.matter import Matter, Norm, Provision, Text

DEEPEST = 6
# (a) …; (b) … and 1. …, behind the words before a list
_ITEMS = re.compile(r"(?:\s*(?:\(\w{1,4}\)|\w{1,3}[.)]|[-–•])\s+[^;.]+[;.]?(?:\s*(?:and|or|und|oder|et|ou|y|o|e)\b)?)+")


def with_list(norm: Norm, text: str, others: Collection[Norm]) -> Norm:
    """The norm with the list that it ends before, where no item of it says a norm of its own."""
    found = _ITEMS.match(text, norm.end) if norm.quote.rstrip().endswith(":") else None
    if not found or any(one.provision == norm.provision and norm.end <= one.start < found.end() for one in others):
        return norm
    return replace(norm, end=found.end(), quote=text[norm.start : found.end()])


def items(matter: Matter, text: Text, ids: Collection[str]) -> Iterator[Norm]:
    """Of these provisions those that hold no norm and stand in the list of one; the quote is all of the item."""
    units = {one.id: one for one in text.provisions}
    held: dict[str, Norm] = {norm.provision: norm for norm in matter.norms if norm.text == text.id}
    for id in ids:
        if id not in held and units[id].text.strip() and (norm := _heads(units[id], units, held)):
            words = units[id].text
            yield replace(
                norm, provision=id, start=0, end=len(words), quote=words, deadline=None, threshold=None, exemption=None
            )


def _heads(item: Provision, units: dict[str, Provision], held: dict[str, Norm]) -> Norm | None:
    """The last norm of the nearest provision above that has one and does not end its sentence."""
    for _ in range(DEEPEST):
        above = units.get(item.parent)
        if above is None or above.text.rstrip().endswith((".", ";")):
            return None
        if above.id in held:
            return held[above.id]
        item = above
    return None

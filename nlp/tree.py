"""Provisions as they are read: a chapeau together with its items, and the way back to each one's own characters."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from crawlers.matter import Provision
from nlp.reading import Unit

OPEN_ENDS = (":", "—", "–", "-", ",", ";")
LONGEST = 20_000
_SILENT = re.compile(r"^rec|(?:^|/)note_[^/]*$")


_AT = itemgetter(0)


class Piece(NamedTuple):
    """Characters of a unit from `at` on are those of `provision`; `skip` of them are a number put before."""

    at: int
    provision: str
    skip: int
    length: int


class Whole(NamedTuple):
    unit: Unit
    pieces: tuple[Piece, ...]

    def own(self, start: int, end: int) -> tuple[str, int, int] | None:
        """(provision, start, end) of a span, cut to the provision it begins in; None where it has no characters there."""
        piece = self.pieces[bisect_right(self.pieces, start, key=_AT) - 1]
        shift = piece.at + piece.skip
        first, last = max(start - shift, 0), min(end - shift, piece.length)
        return (piece.provision, first, last) if first < last else None


def wholes(provisions: Iterable[Provision]) -> list[Whole]:
    """In order; recitals and notes state no norms and are left out, as a preamble is unless no article could be told from it."""
    held = [provision for provision in provisions if not _SILENT.search(provision.id)]
    if any(provision.id.startswith("art") for provision in held):
        held = [provision for provision in held if not provision.id.startswith("pbl")]
    children: dict[str, list[Provision]] = defaultdict(list)
    for provision in held:
        children[provision.parent].append(provision)
    by_id = {provision.id: provision for provision in held}
    taken: set[str] = set()
    found = []
    for provision in held:
        if provision.id not in taken and provision.text.strip():
            found.append(_whole(provision, children, by_id, taken))
    return found


def _whole(
    provision: Provision, children: dict[str, list[Provision]], by_id: dict[str, Provision], taken: set[str]
) -> Whole:
    head = provision.text
    parts, pieces, at = [head], [Piece(0, provision.id, 0, len(head))], len(head)
    for item in _items(provision, children) if is_open(head) else ():
        taken.add(item.id)
        lead = f" {item.number} " if item.number else "\n" if _goes_on(item) else " "
        pieces.append(Piece(at, item.id, len(lead), len(item.text)))
        parts += [lead, item.text]
        at += len(lead) + len(item.text)
    return Whole(Unit(provision.id, _headings(provision, by_id), "".join(parts)), tuple(pieces))


def _goes_on(item: Provision) -> bool:
    """Words after a list, which stand on a line of their own."""
    return item.id.rpartition("/")[2].startswith("p_")


def is_open(text: str) -> bool:
    """Whether the words of a list's head wait for its items."""
    stripped = text.rstrip()
    return stripped.endswith(OPEN_ENDS) or (stripped[-1:].isalnum() and len(stripped) > 20)


def _items(provision: Provision, children: dict[str, list[Provision]]) -> list[Provision]:
    """Descendants in order, up to a length that is still one list; a cycle of parents ends by the length."""
    found: list[Provision] = []
    queue = list(children.get(provision.id, ()))
    seen, total = {provision.id}, len(provision.text)
    while queue and total < LONGEST:
        item = queue.pop(0)
        if item.id in seen:
            continue
        seen.add(item.id)
        if item.text.strip():
            found.append(item)
        total += len(item.text)
        queue = list(children.get(item.id, ())) + queue
    return found


def _headings(provision: Provision, by_id: dict[str, Provision]) -> str:
    """The provision's own heading and the nearest one above it."""
    found, at, seen = [provision.heading], provision.parent, {provision.id}
    while at in by_id and at not in seen and len(list(filter(None, found))) < 2:
        seen.add(at)
        found.append(by_id[at].heading)
        at = by_id[at].parent
    return ". ".join(filter(None, found))

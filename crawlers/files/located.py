"""Where in the bytes of an answer a fact stands: JSON pointer, XPath, or line; found again when somebody asks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.response import Unreadable
from crawlers.values import dates

# bytes from which an answer is too large to be read while somebody waits; children of an element that is read whole;
# characters of words that name a day
LARGEST, CHILDREN, DAY = 4_000_000, 40, 200
# characters of a word that is found inside others by chance
SHORT = 5
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Leaf(NamedTuple):
    """A piece of text and the steps of its path; `path` is how it is written."""

    path: str
    steps: tuple[str, ...]
    text: str


def leaves(body: bytes) -> tuple[Leaf, ...]:
    """Nothing of what cannot be read, or is too large."""
    if len(body) > LARGEST:
        return ()
    start = body[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    try:
        if start in {b"{", b"["}:
            return tuple(_of_json(reading.json(body), ()))
        return tuple(_of_markup(body) if start == b"<" else _of_lines(reading.decode(body)))
    except Unreadable:
        return ()


def _of_json(value: Any, steps: tuple[str, ...]) -> Iterator[Leaf]:
    if isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _of_json(part, (*steps, str(name)))
    elif value is not None and not isinstance(value, bool):
        pointer = "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in steps)
        yield Leaf(pointer or "/", steps, _plain(str(value)))


def _of_markup(body: bytes) -> Iterator[Leaf]:
    try:
        root = reading.xml(body)
    except Unreadable:
        root = reading.html(body)
    found = list(_paths(root))
    for element, steps in found:
        if text := _plain(reading.words(element) if _small(element) else element.text or ""):
            yield Leaf("/".join(steps), steps, text)
    for element, steps in found:
        for name, value in element.attrib.items():
            own = (*steps, f"@{name!s}")
            yield Leaf("/".join(own), own, _plain(str(value)))


def _paths(root: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Every element in order with the steps of its XPath; lxml's own getpath counts all siblings before each anew."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(root, ("", _name(root)))]
    while waiting:
        element, steps = waiting.pop()
        yield element, steps
        children = list(element.iterchildren(etree.Element))
        named = zip(children, _numbered([_name(child) for child in children]), strict=True)
        waiting += reversed([(child, (*steps, step)) for child, step in named])


def _name(element: Element) -> str:
    """As XPath names it without a table of namespaces: the prefix that the file gives, or * where it gives none."""
    _, space, name = str(element.tag).rpartition("}")
    if not space:
        return name
    return f"{element.prefix}:{name}" if element.prefix else "*"


def _numbered(names: Sequence[str]) -> Iterator[str]:
    """b, c[1], c[2]: counted where a name stands more than once; * counts all."""
    together, seen = Counter(names), Counter[str]()
    for place, name in enumerate(names, 1):
        seen[name] += 1
        number, of = (place, len(names)) if name == "*" else (seen[name], together[name])
        yield f"{name}[{number}]" if of > 1 else name


def _small(element: Element) -> bool:
    return (
        len(element) < CHILDREN
        and sum(1 for _ in zip(element.iterdescendants(), range(CHILDREN), strict=False)) < CHILDREN
    )


def _of_lines(text: str) -> Iterator[Leaf]:
    for number, line in enumerate(text.splitlines(), 1):
        yield Leaf(f"line {number}", (str(number),), _plain(line))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def located(found: Sequence[Leaf], value: str, near: Iterable[str] = ()) -> str:
    """The path of the value, an ISO day in any spelling; of several places the one beside the words of `near`. Empty for none."""
    places = _innermost(_places(found, value))
    if not places:
        return ""
    beside = [leaf.steps[:-1] for words in near if words != value for leaf in _places(found, words)[:1]]

    def rank(leaf: Leaf) -> tuple[int, int, int]:
        return max((_shared(leaf.steps, steps) for steps in beside), default=0), -len(leaf.steps), -len(leaf.text)

    return max(places, key=rank).path


def _places(found: Sequence[Leaf], value: str) -> list[Leaf]:
    """Leaves that are the value; else those that hold it."""
    sought = _plain(value)
    if not sought:
        return []
    if _ISO.fullmatch(value):
        return [leaf for leaf in found if len(leaf.text) < DAY and _says(leaf.text, value)]
    same = [leaf for leaf in found if leaf.text == sought]
    return same or [leaf for leaf in found if len(sought) > SHORT and sought in leaf.text]


def _innermost(places: Sequence[Leaf]) -> list[Leaf]:
    """Without elements that hold another of the places."""
    around = {leaf.steps[:depth] for leaf in places for depth in range(len(leaf.steps))}
    return [leaf for leaf in places if leaf.steps not in around]


def _says(text: str, day: str) -> bool:
    return text.startswith((day, day.replace("-", ""))) or day in _days(text)


@lru_cache(maxsize=1 << 14)
def _days(text: str) -> frozenset[str]:
    """Also where only the source knows which number is the month."""
    if not any(sign.isdigit() for sign in text):
        return frozenset()
    return frozenset(day for order in ("dmy", "mdy") for day in dates.inside(text, order))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (at for at, (here, there) in enumerate(zip(one, other, strict=False)) if here != there),
        min(len(one), len(other)),
    )

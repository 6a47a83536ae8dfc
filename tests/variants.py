"""Files as the same official format may give them: each optional part in turn left out, emptied, alone, or beside unknown ones."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from crawlers.files import reading
from crawlers.response import Unreadable
from tests.clothes import Variant, dressed, pages


def variants(body: bytes) -> Iterator[Variant]:
    """Nothing for what is neither JSON, a page nor well-formed XML."""
    start = body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    if start in b"{[":
        yield from _of_json(body)
    elif start == b"<" and b"<html" in body[:2_000].lower():
        yield from pages(body)
    elif start == b"<":
        yield from _of_xml(body)


def _of_json(body: bytes) -> Iterator[Variant]:
    try:
        value = json.loads(reading.decode(body))
    except (ValueError, Unreadable):
        return
    yield Variant("with a byte order mark", b"\xef\xbb\xbf" + reading.decode(body).encode(), None)
    yield Variant("with other keys", _written(_crowded(value)), None)
    yield Variant("with keys in another order", _written(_turned(value)), None)
    for path in dict.fromkeys(_paths(value, ())):
        for how, change in _CHANGES.items():
            yield from _changed(value, path, how, change)


def _changed(
    value: Any, path: tuple[str, ...], how: str, change: Callable[[dict[str, Any], str], None]
) -> Iterator[Variant]:
    other, gone = copy.deepcopy(value), []
    for holder in _holders(other, path[:-1]):
        if path[-1] in holder:
            gone.append(json.dumps(holder[path[-1]], ensure_ascii=False))
            change(holder, path[-1])
    yield Variant(f"{'.'.join(path)} {how}", _written(other), " ".join(gone))


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _paths(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield (*path, name)
        yield from _paths(inner, (*path, name))
    for inner in value if isinstance(value, list) else ():
        yield from _paths(inner, path)


def _holders(value: Any, path: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for inner in value:
            yield from _holders(inner, path)
    elif isinstance(value, dict) and path:
        yield from _holders(value.get(path[0]), path[1:])
    elif isinstance(value, dict):
        yield value


def _listed(holder: dict[str, Any], name: str) -> None:
    """A list of one stands bare, what stands bare becomes a list of one: XML made JSON does both."""
    value = holder[name]
    if isinstance(value, list):
        holder[name] = value[0] if value else None
    elif isinstance(value, dict):
        holder[name] = [value]


def _of_no_day(holder: dict[str, Any], name: str) -> None:
    """What sources write where they have no date."""
    if isinstance(holder[name], str) and re.match(r"\d{4}-\d\d-\d\d", holder[name]):
        holder[name] = "9999-12-31" + ("T24:00:00" if "T" in holder[name] else "")


_CHANGES: dict[str, Callable[[dict[str, Any], str], None]] = {
    "left out": lambda holder, name: holder.pop(name),
    "null": lambda holder, name: holder.update({name: None}),
    "emptied": lambda holder, name: holder.update(
        {name: type(holder[name])() if isinstance(holder[name], list | dict | str) else ""}
    ),
    "alone or listed": _listed,
    "of no day": _of_no_day,
}


def _crowded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _crowded(inner) for name, inner in value.items()} | {"x-unheard": {"of": ["1999-09-09", None]}}
    return [_crowded(inner) for inner in value] if isinstance(value, list) else value


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _turned(value[name]) for name in reversed(value)}
    return [_turned(inner) for inner in value] if isinstance(value, list) else value


def _of_xml(body: bytes) -> Iterator[Variant]:
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    yield from dressed(root)
    for path, places in _element_paths(root).items():
        for how, change in (("left out", _drop), ("emptied", _empty)):
            other = copy.deepcopy(root)
            found = list(other.iter("*"))
            gone = [
                " ".join(map(str, found[place].itertext())) + " ".join(map(str, found[place].attrib.values()))
                for place in places
            ]
            for place in places:
                change(found[place])
            yield Variant(
                f"{path} {how}", etree.tostring(other, encoding="utf-8", xml_declaration=True), " ".join(gone)
            )
    for path, places in _attribute_paths(root).items():
        other = copy.deepcopy(root)
        found = list(other.iter("*"))
        gone = [found[place].attrib.pop(path.rpartition("@")[2]) for place in places]
        yield Variant(f"{path} left out", etree.tostring(other, encoding="utf-8", xml_declaration=True), " ".join(gone))


def _element_paths(root: etree._Element) -> dict[str, list[int]]:
    """Where the elements of each path stand in document order; those of another namespace by their local names."""
    found: dict[str, list[int]] = {}
    for place, element in enumerate(root.iter("*")):
        if element is not root:
            found.setdefault(_path(element), []).append(place)
    return found


def _attribute_paths(root: etree._Element) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, element in enumerate(root.iter("*")):
        for name in element.attrib:
            found.setdefault(f"{_path(element)}@{name!s}", []).append(place)
    return found


def _path(element: etree._Element) -> str:
    return "/".join(etree.QName(one).localname for one in reversed([element, *element.iterancestors()]))


def _drop(element: etree._Element) -> None:
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    above.remove(element)


def _empty(element: etree._Element) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail

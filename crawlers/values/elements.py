"""Elements made of JSON that was made of XML: any name, any words, without what XML may not hold; and the way back."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from crawlers.files.reading import Element, local

_NAME = re.compile(r"[^\W\d][\w.-]*")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: Any, attributes: Mapping[str, Any] | None = None) -> Element:
    """A name that is none of XML becomes "none"; attributes with such names are left out."""
    made = etree.Element(name if isinstance(name, str) and _NAME.fullmatch(name) else "none")
    for key, value in (attributes or {}).items():
        if _NAME.fullmatch(key):
            made.set(key, clean(value))
    return made


def say(element: Element, words: Any) -> None:
    """Add words after what the element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + clean(words)
    else:
        element.text = (element.text or "") + clean(words)


def clean(words: Any) -> str:
    return "" if words is None else _FORBIDDEN.sub("", str(words))


def plain(element: Element) -> Any:
    """An element as a value: words, or its children by local name, a list where a name comes again."""
    if not len(element):
        return " ".join((element.text or "").split())
    found: dict[str, Any] = {}
    for child in element:
        name, value = local(child), plain(child)
        if name in found:
            found[name] = [*found[name], value] if isinstance(found[name], list) else [found[name], value]
        else:
            found[name] = value
    return found

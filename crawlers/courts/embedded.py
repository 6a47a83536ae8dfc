"""Records that a page keeps in its scripts as lists of JSON, for a program of its own to show."""

import json
import re
from collections.abc import Iterator

from crawlers.files.reading import Element

_LIST = re.compile(r"=\s*(?=\[\s*\{)")


def records(root: Element) -> Iterator[object]:
    """Each list of records that a script assigns, as far as it is JSON."""
    decoder = json.JSONDecoder(strict=False)
    for script in root.iter("script"):
        text = script.text or ""
        for found in _LIST.finditer(text):
            try:
                yield decoder.raw_decode(text, found.end())[0]
            except (json.JSONDecodeError, RecursionError):  # JavaScript that is not JSON
                continue

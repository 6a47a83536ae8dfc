"""Laws of Germany by where they were promulgated, and what their titles say that they are."""

import re

from crawlers.vocabulary import Kind

_CITED = re.compile(r"BGBl\. (?:(\d{4}) )?(I{1,2}) (?:(Nr)\.|S\.) (\d+[a-z]?)")


def promulgated(cited: str, signed: str) -> str:
    """bgbl-1/2025/145 of (BGBl. 2025 I Nr. 145), bgbl-1/1964/s593 of (BGBl. I S. 593), whose year is that of signature.

    Empty where the words cite no place in the gazette, or no year is known.
    """
    found = _CITED.search(cited)
    if found is None or not (found[1] or signed):
        return ""
    return f"bgbl-{len(found[2])}/{found[1] or signed[:4]}/{'' if found[3] else 's'}{found[4]}"


def kind(title: str) -> Kind:
    """A law about ordinances is a law."""
    low = title.lower()
    return Kind.REGULATION if "verordnung" in low and "gesetz" not in low else Kind.ACT

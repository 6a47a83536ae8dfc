"""What kind of act a title names, and which acts it says it amends, repeals or carries out."""

import re
from collections.abc import Iterator

from crawlers.eu import numbers
from crawlers.eu.facts import words
from crawlers.matter import Link
from crawlers.vocabulary import Kind, LinkKind


def of(title: str, celex: str, corrigendum: bool) -> tuple[Kind, str]:
    """Acts of the legislature are acts; what the Commission adopts, and recommendations, is regulation; a notice is neither."""
    if corrigendum:
        return Kind.GAZETTE, "corrigendum"
    if celex.startswith("1"):
        return Kind.ACT, "treaty"
    kinds = words().instruments
    letter = celex[5:6] if celex[5:6] in kinds else numbers.letter(title)
    name = kinds[letter].name if letter in kinds else ""
    head = (re.match(r"\D*[\d/]*.{0,30}", title) or [""])[0].lower()
    qualified = next((word for word, stems in words().qualified.items() if _has(head, stems)), "")
    if not letter and _has(head, words().notice):
        return Kind.GAZETTE, "notice"
    lower = bool(qualified) or letter == "H" or _has(head, words().commission)
    return Kind.REGULATION if lower else Kind.ACT, f"{qualified} {name}".strip()


def links(title: str, own: str) -> tuple[Link, ...]:
    """The same as links to the other acts, each once."""
    named = dict.fromkeys(relations(title))
    return tuple(Link(kind=kind, target=f"eu/celex/{target}") for kind, target in named if target != own)


def relations(title: str) -> Iterator[tuple[LinkKind, str]]:
    """Every act named in the title after a word for amending, repealing or carrying out, by the last such word."""
    low = title.lower().replace("’", "'")
    spoken = sorted(
        (found.start(), LinkKind(kind))
        for kind, stems in words().relations.items()
        for stem in stems
        for found in re.finditer(rf"\b{re.escape(stem)}|{re.escape(stem)}\b", low)
    )
    for place, number in numbers.cited(title):
        before = [kind for start, kind in spoken if start < place]
        if before:
            yield before[-1], number


def _has(text: str, stems: tuple[str, ...]) -> bool:
    return any(stem in text for stem in stems)


def is_corrigendum(title: str) -> bool:
    return _has(title[:40].lower(), words().corrigendum)

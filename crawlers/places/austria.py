"""Where laws of Austria are promulgated."""

from crawlers import ids


def promulgated(gazette: str) -> tuple[str, ...]:
    """BGBl. I Nr. 182/2023 → at/bgbl/i/2023/182; older numbers have no part."""
    words = gazette.replace("BGBl.", "").replace("Nr.", "").split()
    if not gazette.startswith("BGBl.") or not words or "/" not in words[-1]:
        return ()
    number, _, year = words[-1].partition("/")
    part = [words[0].lower()] if len(words) > 1 else []
    return ("/".join(["at", "bgbl", *part, ids.part(year), ids.part(number)]),)

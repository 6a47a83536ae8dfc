"""Is a source asked without being named? Known without loading what fetches."""

from crawlers import settings
from crawlers.sources import Default, Source


def askable(source: Source) -> str:
    """Why a source is not asked unless it is named; empty when it is."""
    if source.default is Default.OFF:
        return f"switched off: {source.reason}"
    return lacking_key(source)


def lacking_key(source: Source) -> str:
    """Empty when the source needs no key or has one."""
    needed = source.key and not settings.key(source.key)
    return f"no key: set {source.key} ({source.reason})" if needed and source.default is Default.KEY else ""

"""A source's own words as ours, by its options in jurisdictions.yaml: `status <word>`, `kind <word>`, and what holds otherwise."""

import logging
from collections.abc import Callable

from crawlers.sources import Source
from crawlers.vocabulary import Kind, Status

_log = logging.getLogger(__name__)


def status(said: str, source: Source, fits: Callable[[str, str], bool] = str.startswith) -> Status:
    """By the longest of the option's words that fits what is said; `assume` for nothing, unknown, loudly, for other words."""
    if not said:
        return Status(source.options.get("assume", Status.UNKNOWN))
    known = _words("status", source)
    found = [word for word in known if fits(said.lower(), word)]
    if not found:
        _log.warning("%s: unknown status word %r", source.id, said)
        return Status.UNKNOWN
    return Status(known[max(found, key=len)])


def kind(said: str, source: Source) -> Kind:
    """By the whole word; `kind` for any other."""
    return Kind(_words("kind", source).get(said.lower()) or source.options.get("kind", Kind.BILL))


def _words(name: str, source: Source) -> dict[str, str]:
    mapped = ((option.partition(" "), value) for option, value in source.options.items())
    return {word.lower(): value for (first, _, word), value in mapped if first == name and word}

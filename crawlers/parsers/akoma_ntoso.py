"""Akoma Ntoso: acts, bills, judgments and other documents by local name, whatever the namespace or the root.

A source's `options`: `work` (regular expression on a work's address, named groups), `id` and `url` (templates of those
groups), `kind` (for `doc` elements), `regulation` (addresses and titles that are of secondary law), `status` (when the words say none).
"""

import re
from collections.abc import Iterator

from crawlers.files.reading import local
from crawlers.matter import Link, Text
from crawlers.parsing import Element, Matter, Response, Source, Unreadable, reading
from crawlers.places import akn_work
from crawlers.record import HERE, people, record, worded
from crawlers.texts import akoma_ntoso as akn
from crawlers.texts.frbr import Meta
from crawlers.values.words import Words
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 6

_WORDS = Words("akoma_ntoso")
_BY_ELEMENT = {"act": Status.ENACTED, "portion": Status.ENACTED, "judgment": Status.DECIDED}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    documents = akn.documents(root)
    if not documents:
        raise Unreadable(f"the XML is no Akoma Ntoso document: its root is {local(root)!r}")
    for document in documents:
        yield read(document, source)


def read(document: Element, source: Source) -> Matter:
    """One document as a matter. Raises Unreadable when it does not identify itself."""
    meta = Meta(document)
    id, groups = akn_work.identity(meta, source)
    day = meta.version_day()
    status, said = _status(document, meta, source)
    language = meta.language() or source.languages[0]
    return record(
        id=id,
        jurisdiction="" if groups else id.partition("/")[0],
        kind=_kind(document, meta, source),
        instrument=meta.subtype() or document.get("name", ""),
        title=meta.title() or meta.number() or id.partition("/")[2],
        language=language,
        status=status,
        status_as_of=day if status is not Status.UNKNOWN else "",
        source_status=said,
        url=akn_work.url(meta, groups, source) or HERE,
        published=meta.published(),
        events=tuple(sorted(meta.events(), key=lambda event: (event.date, event.kind))),
        texts=_text(document, meta, day, language),
        links=tuple(sorted(_links(document, id, source))),
        people=people("judge", (reading.words(e) for e in document.iter() if local(e) == "judge")),
        identifiers=tuple(meta.identifiers()),
        summary=meta.purpose(),
    )


def _text(document: Element, meta: Meta, day: str, language: str) -> tuple[Text, ...]:
    name = meta.version_name()
    own = {"id": f"{day or name or 'text'}.{language}", "label": name, "title": meta.title()}
    return worded(language, day, akn.units(document), "application/akn+xml", **own)


def _kind(document: Element, meta: Meta, source: Source) -> Kind:
    secondary = source.options.get("regulation", "")
    if secondary and any(re.search(secondary, said) for said in (*meta.addresses(), meta.form(), meta.title())):
        return Kind.REGULATION
    return Kind(akn.kind_word(document) or source.options.get("kind", Kind.ACT))


def _status(document: Element, meta: Meta, source: Source) -> tuple[Status, str]:
    """Ours, and the source's own words for it."""
    for element in meta.own:
        if local(element) == "isInForce":
            ended = any(local(other) == "dateInForceEnd" for other in meta.own)
            return _in_force(element.get("value", ""), ended), f"isInForce: {element.get('value')}"
    stages = [line for e in document.iter() if local(e) == "docStage" and (line := reading.words(e))]
    if stages:
        said = next(filter(_WORDS.knows, stages), stages[-1])
        return _WORDS.status(said), said
    stated = Status(source.options.get("status", Status.UNKNOWN))
    return _BY_ELEMENT.get(local(document), stated), ""


def _in_force(said: str, ended: bool) -> Status:
    """What is not in force may be over or still to come: over only when the day it ended is stated."""
    if said == "true":
        return Status.IN_FORCE
    return Status.REPEALED if ended else Status.UNKNOWN


def _links(document: Element, id: str, source: Source) -> set[Link]:
    """What the document itself amends, repeals or sums up, as far as the source's pattern tells its number."""
    links = set()
    for block in (e for e in document.iter() if local(e) == "activeModifications"):
        for change in block:
            for target in (e.get("href", "") for e in change if local(e) == "destination"):
                kind = LinkKind.REPEALS if change.get("type") == "repeal" else LinkKind.AMENDS
                links.add(Link(kind=kind, target=akn_work.target(target, source)))
    for summed in (reading.words(e) for e in document.iter() if local(e) == "summaryOf"):
        links.add(Link(kind=LinkKind.RELATED, target=akn_work.target(summed, source)))
    return {link for link in links if link.target and link.target != id}

"""Bills of New York as the Legislative Bill Drafting Commission sends them: XML messages, SOBI lines, law files, pages."""

import codecs
import logging
import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Link, Person, Text
from crawlers.parsers import us_ny_agenda, us_ny_laws, us_ny_pages, us_ny_sobi
from crawlers.parsing import Aside, Element, Found, Matter, Response, Source, Unreadable
from crawlers.places import newyork
from crawlers.values import dates
from crawlers.vocabulary import LinkKind

VERSION = 2

_SAID = {"billstatus", "sponsor_data", "sameas", "digestsummary", "sponsor_blurb"}
_CONTROL = bytes(set(range(32)) - {9, 10, 13})
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    wide = response.body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    body = response.body if wide else response.body.translate(None, _CONTROL)
    text = reading.decode(body)
    if us_ny_laws.LAW.search(text[:200_000]) and text.lstrip().startswith("..SO DOC"):
        yield from us_ny_laws.laws(text, response, source)
    elif us_ny_sobi.SOBI.match(next(iter(line for line in text.splitlines()[:4] if us_ny_sobi.SOBI.match(line)), "")):
        yield from us_ny_sobi.sobi(text, response, source)
    elif re.match(r"\s*(?:<!DOCTYPE html|<html|<meta|<div|<!--|<center|<body)", text, re.IGNORECASE):
        yield from us_ny_pages.pages(reading.html(body), response, source)
    elif "No data to process" in text:
        yield Aside("the message says that there is no data to process")
    else:
        yield from _message(reading.xml(body), response, source)


def _message(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    name, session = root.tag, root.get("sessyr") or root.get("year") or ""
    if name in {"senagenda", "senagendavote", "sencalendar", "sencalendaractive"}:
        yield from us_ny_agenda.agenda(root, session, response, source)
        return
    house = root.get("billhse") or root.get("senhse") or root.get("asmhse") or reading.words(root.find("billhse"))
    number = root.get("billno") or root.get("senno") or root.get("asmno") or reading.words(root.find("billno"))
    if not house:
        raise Unreadable(f"a message {name!r} is about no bill")
    id = newyork.bill_id(session, house, number)
    law, summary = reading.words(root.find("law")), reading.words(root.find("summary"))
    title = reading.words(root.find("title")) or reading.words(root.find("blurb"))
    texts = () if name in _SAID else _printed(root, name, "".join(map(str, root.itertext())), response)
    people, links = tuple(_sponsors(root)), tuple(_same(root, session, id))
    yield newyork.bill(id, response, source, title, _actions(root), people, texts, links, (), summary, law)


def _actions(root: Element) -> tuple[tuple[str, str], ...]:
    listed = (us_ny_sobi.DATED.match(line) for line in (root.findtext("billactions") or "").splitlines())
    return tuple((dates.iso(found[1], "mdy"), found[2]) for found in listed if found)


def _same(root: Element, session: str, id: str) -> Iterator[Link]:
    """The same bill in the other house."""
    told = reading.words(root) if root.tag == "sameas" else ""
    for other in dict.fromkeys(
        newyork.bill_id(session, house, number) for house, number, _ in us_ny_sobi.BILL.findall(told) if house in "AS"
    ):
        if other != id:
            yield Link(kind=LinkKind.COMPANION, target=other)


def _sponsors(root: Element) -> Iterator[Person]:
    for tag, role in (
        ("sponsor", "sponsor"),
        ("prime", "sponsor"),
        ("co-prime", "cosponsor"),
        ("multi", "multi-sponsor"),
    ):
        for who in reading.words(root.find(tag)).split(","):
            if who.strip():
                yield Person(name=who.strip(), role=role)


def _printed(root: Element, name: str, words: str, response: Response) -> tuple[Text, ...]:
    """Text, memo, veto or approval message: HTML around typewriter lines."""
    version = root.get("billamd") or root.get("senamd") or root.get("asmamd") or ""
    if not words.strip() or "<" not in words:
        return ()
    printed = [str(part) for pre in reading.html(words.encode()).iter("pre") for part in pre.itertext()]
    provisions = newyork.paragraphs("".join(printed) or reading.words(reading.html(words.encode())))
    text = Text(
        id=f"{name}{version and '-' + version}.en", label=" ".join(filter(None, (name.replace("_", " "), version))),
        language="en", media_type="text/html", snapshot=response.snapshot, provisions=provisions,
    )  # fmt: skip
    return (text,) if provisions else ()

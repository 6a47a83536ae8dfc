"""Bills of New York as the Legislative Bill Drafting Commission sends them: XML messages, SOBI lines, law files, pages."""

import codecs
import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Person, Text
from crawlers.parsers import us_ny_agenda, us_ny_laws, us_ny_pages, us_ny_sobi
from crawlers.parsing import Aside, Element, Found, Matter, Response, Source, Unreadable
from crawlers.places import newyork
from crawlers.record import links, people, text
from crawlers.values import dates
from crawlers.vocabulary import LinkKind

VERSION = 3

_AGENDAS = {"senagenda", "senagendavote", "sencalendar", "sencalendaractive"}
_SAID = {"billstatus", "sponsor_data", "sameas", "digestsummary", "sponsor_blurb"}
_ROLES = {"sponsor": "sponsor", "prime": "sponsor", "co-prime": "cosponsor", "multi": "multi-sponsor"}
_CONTROL = bytes(set(range(32)) - {9, 10, 13})


def parse(response: Response, source: Source) -> Iterator[Found]:
    wide = response.body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    body = response.body if wide else response.body.translate(None, _CONTROL)
    plain = reading.decode(body)
    if us_ny_laws.LAW.search(plain[:200_000]) and plain.lstrip().startswith("..SO DOC"):
        yield from us_ny_laws.laws(plain, response, source)
    elif any(us_ny_sobi.SOBI.match(line) for line in plain.splitlines()[:4]):
        yield from us_ny_sobi.sobi(plain, response, source)
    elif re.match(r"\s*(?:<!DOCTYPE html|<html|<meta|<div|<!--|<center|<body)", plain, re.IGNORECASE):
        yield from us_ny_pages.pages(reading.html(body), response, source)
    elif "No data to process" in plain:
        yield Aside("the message says that there is no data to process")
    else:
        root = reading.xml(body)
        session = root.get("sessyr") or root.get("year") or ""
        if root.tag in _AGENDAS:
            yield from us_ny_agenda.agenda(root, session, response, source)
        else:
            yield _bill(root, session, response, source)


def _bill(root: Element, session: str, response: Response, source: Source) -> Matter:
    name = root.tag
    house = root.get("billhse") or root.get("senhse") or root.get("asmhse") or reading.words(root.find("billhse"))
    number = root.get("billno") or root.get("senno") or root.get("asmno") or reading.words(root.find("billno"))
    if not house:
        raise Unreadable(f"a message {name!r} is about no bill")
    id = newyork.bill_id(session, house, number)
    law, summary = reading.words(root.find("law")), reading.words(root.find("summary"))
    title = reading.words(root.find("title")) or reading.words(root.find("blurb"))
    same = us_ny_sobi.BILL.findall(reading.words(root)) if name == "sameas" else ()
    others = (newyork.bill_id(session, house, number) for house, number, _ in same if house in "AS")
    return newyork.bill(
        id,
        response,
        source,
        title,
        actions=_actions(root),
        people=tuple(person for tag, role in _ROLES.items() for person in _named(root, tag, role)),
        texts=() if name in _SAID else _printed(root, name, "".join(map(str, root.itertext())), response),
        links=links(LinkKind.COMPANION, (other for other in others if other != id)),
        summary=summary,
        law=law,
    )


def _actions(root: Element) -> tuple[tuple[str, str], ...]:
    listed = (us_ny_sobi.DATED.match(line) for line in (root.findtext("billactions") or "").splitlines())
    return tuple((dates.iso(found[1], "mdy"), found[2]) for found in listed if found)


def _named(root: Element, tag: str, role: str) -> tuple[Person, ...]:
    return people(role, (who.strip() for who in reading.words(root.find(tag)).split(",")))


def _printed(root: Element, name: str, words: str, response: Response) -> tuple[Text, ...]:
    """Text, memo, veto or approval message: HTML around typewriter lines."""
    version = root.get("billamd") or root.get("senamd") or root.get("asmamd") or ""
    if not words.strip() or "<" not in words:
        return ()
    printed = [str(part) for pre in reading.html(words.encode()).iter("pre") for part in pre.itertext()]
    provisions = newyork.paragraphs("".join(printed) or reading.words(reading.html(words.encode())))
    id = f"{name}{version and '-' + version}.en"
    label = " ".join(filter(None, (name.replace("_", " "), version)))
    return text(response, "en", "", provisions, "text/html", id=id, label=label, url="")

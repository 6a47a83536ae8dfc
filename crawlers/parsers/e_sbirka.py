"""e-Sbírka, Czechia: facts of an act, and pages of its fragments, one a numbered unit."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Identifier, Link, Matter
from crawlers.record import events, record, status, text
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_PLACE = re.compile(
    r"^/(?:eli/cz/)?(?P<series>[a-z]+)/(?P<year>\d{4})/(?P<number>[\w-]+)(?:/(?P<day>\d{4}-\d{2}-\d{2}))?"
)
_KINDS = {
    "Cast": "prt", "Hlava": "tit", "Dil": "chp", "Oddil": "sec", "Pododdil": "subsec", "Paragraf": "art",
    "Clanek": "art", "Odstavec_Dc": "par", "Odstavec": "par", "Pismeno_Lb": "pnt", "Pismeno": "pnt", "Bod_Ab": "pnt",
    "Bod": "pnt", "Priloha": "annex",
}  # fmt: skip
_STATES = {
    "AKTUALNI": Status.IN_FORCE,
    "BUDOUCI": Status.ENACTED,
    "MINULE": Status.UNKNOWN,
    "ZRUSENE": Status.REPEALED,
}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    answer = reading.json(response.body)
    rows = fields.rows(answer, "seznam") if isinstance(answer, dict) else []
    first = rows[0] if rows else answer
    place = _PLACE.match(str(first.get("staleUrl", "")) if isinstance(first, dict) else "")
    if not place:
        raise Unreadable("the JSON is no act of e-Sbírka: it has no staleUrl with year and number")
    found = _fragments(rows, place, response, source) if rows else _facts(answer, place, response, source)
    yield found


def _id(place: re.Match[str]) -> str:
    return ids.require(f"cz/{place['series']}/{place['year']}-{place['number']}")


def _facts(act: dict[str, Any], place: re.Match[str], response: Response, source: Source) -> Matter:
    state, published = fields.text(act, "typZneni"), dates.iso(fields.text(act, "datumCasVyhlaseni")[:10])
    printed = fields.text(act, "kodDokumentuSbirky")
    changes = [
        found for change in fields.rows(act, "novely") if (found := _PLACE.match(str(change.get("staleUrl") or "")))
    ]
    return record(
        response,
        source,
        f"e_sbirka/{VERSION}",
        id=_id(place),
        kind=Kind.ACT if "ákon" in fields.text(act, "zkracenaCitace") else Kind.REGULATION,
        title=fields.text(act, "uplnaCitace") or fields.must(act, "nazev"),
        status=status(source, _STATES, state),
        source_status=state,
        status_as_of=dates.iso(fields.text(act, "datumUcinnostiZneniOd")),
        url=f"https://www.e-sbirka.cz{act['staleUrl']}",
        published=published,
        events=events(
            response,
            (published, EventKind.PUBLISHED),
            (dates.iso(act.get("datumUcinnostiOd")), EventKind.IN_FORCE),
            (dates.iso(act.get("datumUcinnostiZneniOd")), EventKind.APPLIES_FROM, "znění"),
        ),
        links=tuple(Link(kind=LinkKind.RELATED, target=_id(change)) for change in changes),
        identifiers=(Identifier(scheme="printed", value=printed),) if printed else (),
    )


def _fragments(rows: list[dict[str, Any]], place: re.Match[str], response: Response, source: Source) -> Matter:
    """A page of fragments; pages after the first are texts of their own, named by their first fragment."""
    first = rows[0]
    part = "" if first.get("kodTypuFragmentu") == "Virtual_Document" else f".{first['id']}"
    day = place["day"] or ""
    return record(
        response,
        source,
        f"e_sbirka/{VERSION}",
        id=_id(place),
        kind=Kind.ACT,
        title=str(first.get("uplnaCitace") or first.get("zkracenaCitace") or "").partition(" ve znění ")[0],
        url=f"https://www.e-sbirka.cz{place[0]}",
        texts=text(response, "cs", day, outline.provisions(_units(rows)), "application/json", id=f"{day}.cs{part}"),
    )


def _units(rows: list[dict[str, Any]]) -> list[Unit]:
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(-1, top)]
    for row in rows:
        depth, kind = int(row.get("hloubka", 0)), _KINDS.get(row.get("kodTypuFragmentu", ""))
        number, words = _words(str(row.get("xhtml") or ""))
        while stack[-1][0] >= depth:
            stack.pop()
        if kind:
            unit = Unit(kind, number=number, text=words, root=kind in {"art", "annex"})
            stack[-1][1].children.append(unit)
            stack.append((depth, unit))
        elif row.get("kodTypuFragmentu", "").startswith("Nadpis"):
            stack[-1][1].heading = words or number
        elif words and stack[-1][1] is top:
            top.children.append(Unit("p", text=words))
        elif words:
            stack[-1][1].add(words)
    return top.children


def _words(xhtml: str) -> tuple[str, str]:
    """The printed number, which stands in var, and the words after it."""
    if "<" not in xhtml:
        return "", " ".join(xhtml.split())
    root = reading.html(f"<div>{xhtml}</div>".encode())
    mark = root.find(".//var")
    number = reading.words(mark)
    if mark is not None:
        etree.strip_elements(root, "var", with_tail=False)
    return number, "\n".join(lines(root))

"""Texts of bills, public laws, compilations and titles of the Code of the United States, in USLM and in the bill DTD."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.parsers import us_code, us_laws
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.places import congress
from crawlers.record import numbers, people, record, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_CITED = re.compile(
    r"^(\d{2,3})\s*(H\.? ?R|H ?RES|H ?J ?RES|H ?CON ?RES|S|S ?RES|S ?J ?RES|S ?CON ?RES)\.?\s*(\d+)\s*([A-Z]{0,4}\d?)$",
    re.IGNORECASE,
)
_STAGES = (
    ({"ih", "is", "sc", "ris"}, Status.INTRODUCED, EventKind.INTRODUCED),
    ({"rh", "rs", "pcs", "pch", "cdh", "cds"}, Status.REPORTED, EventKind.REPORTED),
    ({"enr"}, Status.PASSED, EventKind.PASSED),
    ({"ath", "ats", "eh", "es", "eah", "eas", "cph", "cps", "rfs", "rfh", "rds", "rdh", "pap", "hds", "hdh"},
     Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
)  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in {"bill", "resolution", "amendment-doc"}:
        yield _bill(root, response, source)
    elif root.tag in us_laws.ROOTS:
        yield from us_laws.laws(root, response, source)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a bill nor a law of the United States")


def _bill(root: Element, response: Response, source: Source) -> Matter:
    number, series, key, version = _cited(root)
    status, kind = next(((s, k) for codes, s, k in _STAGES if version in codes), (Status.UNKNOWN, EventKind.OTHER))
    if series in {"hres", "sres"} and version in {"ath", "ats", "eh", "es"}:
        status, kind = Status.PASSED, EventKind.ADOPTED
    actions = [(day, words) for day, words in _actions(root) if day]
    day = max((day for day, _ in actions), default="")
    address = congress.address(number, series, key)
    title = _title(root)
    texts = us_code.text_of(root, f"{version or 'text'}.en", _stage(root), title, day, address, response)
    newest = [(day, kind, words) for at, words in actions[-1:] if at == day]
    return record(
        response,
        source,
        f"us_bills/{VERSION}",
        id=congress.bill_id(number, series, key),
        kind=Kind.BILL,
        instrument=series,
        title=title,
        url=address,
        status=status,
        status_as_of=day,
        source_status=_stage(root),
        events=timeline(response, newest),
        texts=texts,
        people=(
            *people("sponsor", map(reading.words, root.iter("sponsor"))),
            *people("cosponsor", map(reading.words, root.iter("cosponsor"))),
        ),
        identifiers=numbers(("printed", congress.printed(number, series, key)), *_short(root)),
        missing=() if texts else ("texts",),
    )


def _cited(root: Element) -> tuple[str, str, str, str]:
    """Congress, type, number and version code; from how it is cited, else from its head."""
    stage = congress.version(_stage(root)) if _stage(root) else ""
    titled = (reading.words(e).partition(":")[0] for e in root.iterfind("meta/title"))
    for cited in (*map(reading.words, root.iter("citableAs")), *titled):
        if found := _CITED.match(cited.strip()):
            return found[1], congress.series(found[2]), found[3], stage or found[4].lower()
    head = re.search(r"(\d{2,3})", reading.words(root.find(".//congress")))
    name = re.match(r"([A-Z][A-Za-z. ]*?)\s*(\d+)", reading.words(root.find(".//legis-num")))
    if not (head and name):
        raise Unreadable("the bill names neither its Congress nor its number")
    return head[1], congress.series(name[1]), name[2], stage


def _stage(root: Element) -> str:
    stated = reading.words(root.find("meta/docStage"))
    return stated or (root.get("bill-stage") or root.get("resolution-stage") or "").replace("-", " ")


def _title(root: Element) -> str:
    """Short title where it has one, else the official title."""
    short = next(
        (reading.words(e) for e in (*root.iter("shortTitle"), *root.iter("short-title")) if reading.words(e)), ""
    )
    official = (*root.iter("officialTitle"), *root.iter("official-title"), *root.iterfind("meta/title"))
    return short.strip('“”"‘’ ') or next((reading.words(e) for e in official if reading.words(e)), "")


def _short(root: Element) -> Iterator[tuple[str, str]]:
    return (
        ("short title", reading.words(e).strip('“”"‘’ ')) for e in (*root.iter("shortTitle"), *root.iter("short-title"))
    )


def _actions(root: Element) -> Iterator[tuple[str, str]]:
    """Day and words of each action printed in the head."""
    for action in root.iter("action"):
        stated = next((e.get("date", "") for e in action.iter("date", "action-date") if e.get("date")), "")
        told = [reading.words(e) for e in action if e.tag in {"actionDescription", "action-desc"}]
        yield dates.iso(stated), " ".join(told)

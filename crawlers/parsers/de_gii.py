"""German federal law: the table of contents of gesetze-im-internet.de, and each law as XML or as the ZIP around it."""

import logging
import re
from collections.abc import Iterator

from crawlers.files import reading, zipped
from crawlers.parsing import Declared, Element, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import Told, links, numbers, record, text, timeline
from crawlers.texts import gii, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_REGULATION = re.compile(r"(?i)\w*verordnung\b|\w*bekanntmachung\b|\w*anordnung\b|\w*erla(?:ss|ß)\b|\w*satzung\b")
_IN_FORCE = re.compile(r"am (\d{1,2}\.\s?\d{1,2}\.\s?\d{4}) in Kraft")
_AMENDED = re.compile(r"(?i)geändert durch .*? v\. (\d{1,2}\.\s?\d{1,2}\.\s?\d{4})")
_REPEALED = re.compile(r"aufgeh\. .*?mWv\s?(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})")
_PARTLY = re.compile(r"mit Ausnahme|soweit es nicht|soweit sie nicht")
_CELEX = re.compile(r"CELEX Nr:?\s*(3\d{4}[A-Z]{1,2}\d{4})")
_STANDS = {"Stand", "Neuf", "Aufh", "Sonst", "Hinweis"}
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    if zipped.is_zip(response.body):
        for _, body in zipped.members(response.body, ".xml"):
            yield _law(reading.xml(body), response, source)
        return
    root = reading.xml(response.body)
    if root.tag == "items":
        yield from _contents(root)
    elif root.tag == "dokumente":
        yield _law(root, response, source)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a law (dokumente) nor a table of contents (items)")


def _contents(root: Element) -> Iterator[Found]:
    links = [link for item in root.iterfind("item") if (link := (item.findtext("link") or "").strip())]
    yield Declared(len(links))
    for link in links:
        yield Request(url=link.replace("http://", "https://", 1))


def _law(root: Element, response: Response, source: Source) -> Matter:
    meta = root.find("norm/metadaten")
    if meta is None or not meta.findtext("jurabk", "").strip():
        raise Unreadable("the law has no abbreviation (jurabk), which its number here is made of")
    stands = {e.findtext("standtyp", ""): reading.words(e.find("standkommentar")) for e in meta.iter("standangabe")}
    for word in stands.keys() - _STANDS:
        _log.warning("%s: unknown kind of note on a law: %r", source.id, word)
    day = dates.iso(root.get("builddate", "")[:8])
    notes = " ".join(reading.words(note) for note in root.iterfind("norm/textdaten/fussnoten"))
    status, words = _status(stands, day)
    id = number(meta.findtext("jurabk", ""))
    address = f"https://www.gesetze-im-internet.de/{id.rpartition('/')[2]}/"
    title = _title(meta)
    return record(
        response,
        source,
        f"de_gii/{VERSION}",
        id=id,
        kind=Kind.REGULATION if _REGULATION.match(title) else Kind.ACT,
        instrument="regulation" if _REGULATION.match(title) else "statute",
        title=title,
        url=address,
        status=status,
        status_as_of=day,
        source_status=words,
        events=timeline(response, _told(meta, stands, notes)),
        texts=text(
            response,
            source.languages[0],
            day,
            outline.provisions(gii.units(root.iterfind("norm"))),
            "application/xml",
            title=title,
            url=address,
        ),
        links=links(LinkKind.TRANSPOSES, (f"eu/celex/{celex}" for celex in sorted(_CELEX.findall(notes)))),
        identifiers=numbers(*_numbers(root, meta)),
    )


def number(abbreviation: str) -> str:
    """The id, spelled as the site spells its folders: "SGB 2" → sgb_2."""
    return "de/gii/" + re.sub(r"[^a-z0-9.+-]", "_", " ".join(abbreviation.lower().split()))


def _title(meta: Element) -> str:
    """As laws are cited: the long title, then short title and abbreviation in brackets."""
    long, short = reading.words(meta.find("langue")), reading.words(meta.find("kurzue"))
    abbreviation = reading.words(meta.find("amtabk"))
    bracket = " - ".join(filter(None, (short, abbreviation)))
    return f"{long} ({bracket})" if long and bracket else long or short or reading.words(meta.find("jurabk"))


def _status(stands: dict[str, str], day: str) -> tuple[Status, str]:
    repeal = stands.get("Aufh", "")
    found = _REPEALED.search(repeal)
    if repeal and _PARTLY.search(repeal):
        return Status.PARTLY_IN_FORCE, repeal
    if found and dates.iso(found[1]) <= day:
        return Status.REPEALED, repeal
    return Status.IN_FORCE, repeal or stands.get("Stand", "")


def _told(meta: Element, stands: dict[str, str], notes: str) -> Iterator[Told]:
    changed, ended = stands.get("Stand", ""), stands.get("Aufh", "")
    yield dates.iso(meta.findtext("ausfertigung-datum", "")), EventKind.SIGNED, "Ausfertigung"
    yield from ((dates.iso(day), EventKind.IN_FORCE, "in Kraft") for day in _IN_FORCE.findall(notes)[:1])
    yield from ((dates.iso(day), EventKind.AMENDED, changed) for day in _AMENDED.findall(changed))
    yield from ((dates.iso(day), EventKind.REPEALED, ended) for day in _REPEALED.findall(ended))


def _numbers(root: Element, meta: Element) -> Iterator[tuple[str, str]]:
    yield "abbreviation", reading.words(meta.find("jurabk"))
    yield "juris", root.get("doknr", "")
    for at in meta.iterfind("fundstelle"):
        yield "printed", f"{reading.words(at.find('periodikum'))} {reading.words(at.find('zitstelle'))}".strip()

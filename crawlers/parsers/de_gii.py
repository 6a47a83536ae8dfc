"""German federal law: the table of contents of gesetze-im-internet.de, and each law as XML or as the ZIP around it."""

from crawlers.files import zipped
from crawlers.parsing import Declared, Element, Finds, Matter, Request, Response, Source, Unreadable, dates, reading
from crawlers.record import links, numbers, record, timeline, worded
from crawlers.texts import gii, gii_meta
from crawlers.vocabulary import Kind

VERSION = 3


def parse(response: Response, source: Source) -> Finds:
    if zipped.is_zip(response.body):
        for _, body in zipped.members(response.body, ".xml"):
            yield _law(reading.xml(body), source)
        return
    root = reading.xml(response.body)
    if root.tag == "items":
        yield from _contents(root)
    elif root.tag == "dokumente":
        yield _law(root, source)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a law (dokumente) nor a table of contents (items)")


def _contents(root: Element) -> Finds:
    links = [link for item in root.iterfind("item") if (link := (item.findtext("link") or "").strip())]
    yield Declared(len(links))
    for link in links:
        yield Request(url=link.replace("http://", "https://", 1))


def _law(root: Element, source: Source) -> Matter:
    meta = gii_meta.must(root)
    stands, day = gii_meta.stands(meta, source), dates.iso(root.get("builddate", "")[:8])
    notes = " ".join(reading.words(note) for note in root.iterfind("norm/textdaten/fussnoten"))
    status, words = gii_meta.status(stands, day)
    number, title = gii_meta.number(meta.findtext("jurabk", "")), gii_meta.title(meta)
    address, kind = f"https://www.gesetze-im-internet.de/{number}/", gii_meta.kind(title)
    facts = {"title": title, "url": address}
    return record(
        id=f"de/gii/{number}",
        kind=kind,
        instrument="regulation" if kind is Kind.REGULATION else "statute",
        title=title,
        url=address,
        status=status,
        status_as_of=day,
        source_status=words,
        events=timeline(gii_meta.happened(meta, stands, notes)),
        texts=worded(source.languages[0], day, gii.units(root.iterfind("norm")), "application/xml", **facts),
        links=tuple(dict.fromkeys(link for does, act in gii_meta.european(notes) for link in links(does, [act]))),
        identifiers=numbers(*gii_meta.numbers(root, meta)),
    )

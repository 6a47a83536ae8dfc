"""RIS, Austria: the XML of one section of a law: its number, then its words and list items."""

from crawlers.files.reading import local
from crawlers.parsing import Matter, Response, Unreadable, dates, ids, reading
from crawlers.places import austria
from crawlers.record import events, record, worded
from crawlers.texts import ris


def section(response: Response) -> Matter:
    root = reading.without_namespaces(reading.xml(response.body))
    facts = {e.get("ct", ""): reading.words(e) for e in root.iter("absatz") if e.get("typ") == "erltext"}
    if local(root) != "risdok" or not facts.get("gesnr"):
        raise Unreadable("the XML is no section of a law from RIS: it names no Gesetzesnummer")
    day, ends = dates.iso(facts.get("ikra")), dates.iso(facts.get("akra"))
    number = facts.get("artikel_anlage", "")
    own = f"{ids.part(facts.get('doknr') or day or 'section')}.de"
    return record(
        id=f"at/ris/{ids.part(facts['gesnr'])}",
        kind=austria.kind(facts.get("typ", "")),
        title=facts.get("kurztitel", ""),
        url=austria.address(facts["gesnr"]),
        status=austria.standing(day, ends, response.fetched[:10] or dates.iso(facts.get("geaendert")), number),
        events=events(*austria.told(day, ends, number)),
        texts=worded("de", day, ris.section(root, number), "text/xml", id=own),
    )

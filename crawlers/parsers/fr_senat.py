"""Sénat, France: the page of a legislative file (dossier législatif) with its timeline and its law."""

import json
import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import Told, links, numbers, record, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_FILE = re.compile(r"/dossier-legislatif/(p[a-z]{2}\d\d-\d+)\.html")
_TEXT = re.compile(r"/leg/(p[a-z]{2}\d\d-\d+)\.html")
_HOUSE = re.compile(r"assemblee-nationale\.fr/(\d+)/(?:projets|propositions)/p[a-z]+?(\d{4})\b")
_LAW = re.compile(
    r"Loi(?: organique| constitutionnelle)? n°\s*(\d{4})-(\d+)\s+du (\d+(?:er)? \w+ \d{4})(?:.*?JO n°\s*\d+ du (\d+(?:er)? \w+ \d{4}))?"
)
_STEPS = {
    "travaux de commission": EventKind.REPORTED, "séance publique": EventKind.VOTE, "promulgation": EventKind.ENACTED,
    "conseil constitutionnel": EventKind.OTHER, "- sénat": EventKind.INTRODUCED, "- assemblée": EventKind.INTRODUCED,
    "cmp": EventKind.MEETING, "commission mixte": EventKind.MEETING,
}  # fmt: skip
_STATES = {
    EventKind.INTRODUCED: Status.INTRODUCED,
    EventKind.REPORTED: Status.REPORTED,
    EventKind.VOTE: Status.PASSED_ONE_CHAMBER,
}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening in (b"{", b"["):
        raise Unreadable(_refusal(response.body))
    root = reading.html(response.body)
    text = reading.decode(response.body)
    named = _FILE.search(response.url) or _FILE.search(text) or _TEXT.search(text)
    title = words(next((e for e in root.iter("h1") if "title-dosleg" in e.get("class", "")), None))
    if not named or not title:
        raise Unreadable("the page is no legislative file of the Sénat: it has no title and number of a bill")
    head = next((e for e in root.iter("h2") if e.get("class") == "subtitle-01"), None)
    long = words(head).removesuffix(":").strip()
    house = _HOUSE.search(text)
    law = _LAW.search(" ".join(words(e) for e in root.iter("ul", "p") if "Loi " in words(e)[:60]))
    steps = timeline(response, _told(root))
    yield record(
        response,
        source,
        f"fr_senat/{VERSION}",
        id=f"fr/senat/{named[1]}",
        aliases=(f"fr/an/l{house[1]}b{house[2]}",) if house else (),
        kind=Kind.BILL,
        title=long or title,
        title_native=title,
        status=Status.ENACTED if law else _STATES.get(steps[-1].kind, Status.UNKNOWN) if steps else Status.UNKNOWN,
        status_as_of=dates.iso(law[3]) if law else steps[-1].date if steps else "",
        source_status=law[0][:120] if law else steps[-1].label if steps else "",
        url=f"https://www.senat.fr/dossier-legislatif/{named[1]}.html",
        published=steps[0].date if steps else "",
        events=steps,
        links=links(LinkKind.BECOMES, [f"fr/loi/{law[1]}-{int(law[2])}"] if law else []),
        identifiers=numbers(("senat", named[1])),
    )


def _refusal(body: bytes) -> str:
    try:
        json.loads(body)
    except ValueError as error:
        return f"the file is not JSON: {error}"
    return "the JSON is what another program read from a page; the Sénat serves the page"


def _told(root: Element) -> Iterator[Told]:
    """The links of the timeline, whose titles hold day, reading and step: "10 juillet 2017 | 1ère lecture - …"."""
    for link in root.iterfind(".//ul[@class='list-timeline']//a"):
        written, _, step = " ".join((link.get("title") or "").split()).partition(" | ")
        kind = next((kind for name, kind in _STEPS.items() if name in step.lower()), EventKind.OTHER)
        yield dates.iso(written) if written[:1].isdigit() else "", kind, step

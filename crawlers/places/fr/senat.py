"""What the page of a legislative file (dossier législatif) of the Sénat shows of a French bill."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawlers.files import reading
from crawlers.files.reading import local, words
from crawlers.matter import Event, Person, Text
from crawlers.parsing import Element, Response, Unreadable
from crawlers.places.fr import senat_texts
from crawlers.record import Told
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

_SIGNET = re.compile(r"(p(?:jl|pl|pr)\d{2}-\d+)")
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


class Page(NamedTuple):
    """`house` is the bill's id in the Assemblée, `law` the number of the law that it became; both empty where not said."""

    signet: str
    title: str
    long: str
    house: str
    law: str
    promulgated: str
    published: str
    cited: str
    ruled: str
    steps: list[Told]
    texts: list[Text]
    people: list[Person]
    stands: tuple[Status, str, str]  # by the last text that was voted on
    purpose: str


def page(response: Response) -> Page:
    """Raises Unreadable for a page that is of no bill."""
    root, text = reading.html(response.body), reading.decode(response.body)
    named = _FILE.search(response.url) or _FILE.search(text) or _TEXT.search(text)
    title = words(next((e for e in root.iter("h1") if "title-dosleg" in e.get("class", "")), None))
    if not named or not title:
        raise Unreadable("the page is no legislative file of the Sénat: it has no title and number of a bill")
    head = next((e for e in root.iter("h2") if e.get("class") == "subtitle-01"), None)
    house = _HOUSE.search(text)
    law = _LAW.search(" ".join(words(e) for e in root.iter("ul", "p") if "Loi " in words(e)[:60]))
    return Page(
        signet=named[1],
        title=title,
        long=words(head).removesuffix(":").strip(),
        house=f"fr/an/l{house[1]}b{house[2]}" if house else "",
        law=f"fr/loi/{law[1]}-{int(law[2])}" if law else "",
        promulgated=dates.iso(law[3]) if law else "",
        published=dates.iso(law[4] or "") if law else "",
        cited=law[0] if law else "",
        ruled=senat_texts.ruling(root),
        steps=[*_told(root), *_hastened(root)],
        texts=list(senat_texts.texts(root)),
        people=list(dict.fromkeys(senat_texts.named(root))),
        stands=senat_texts.standing(root),
        purpose=senat_texts.purpose(root),
    )


def standing(page: Page, steps: tuple[Event, ...]) -> tuple[Status, str, str]:
    """A law, else what the last vote made of the text, else the last step."""
    if page.law:
        return Status.ENACTED, page.cited[:120], page.promulgated
    if page.stands[0] is not Status.UNKNOWN:
        return page.stands
    last = max(steps, key=lambda step: step.date, default=None)
    return (_STATES.get(last.kind, Status.UNKNOWN), last.label, last.date) if last else (Status.UNKNOWN, "", "")


def decision(ruled: str) -> str:
    """fr/cc/2015-713-DC from "Décision … n° 2015-713 DC du …"; empty where none is named."""
    found = re.search(r"n°\s*(\d{4})-(\d+)\s+([A-Z]+)\b", ruled)
    return f"fr/cc/{found[1]}-{found[2]}-{found[3]}" if found else ""


def signet(words: str) -> str:
    """The Sénat's name of a bill in the words. Raises Unreadable."""
    if found := _SIGNET.search(words):
        return found[1]
    raise Unreadable("the text names no bill of the Sénat, such as ppl25-001")


def step(document: Element) -> tuple[str, str]:
    """The last step that a text in Akoma Ntoso dates, adoption or depot, and its day."""
    dated = [(e.get("name", "").lstrip("#"), e.get("date", "")) for e in document.iter() if local(e) == "FRBRdate"]
    steps = {name: dates.iso(day) for name, day in dated}
    step = "adoption" if steps.get("adoption") else "depot"
    return step, steps.get(step, "")


def listed(root: Element) -> Iterator[tuple[str, str]]:
    """Addresses in an index of texts with the instant of their last change, 9999 where it does not say; elements or attributes."""
    for node in root.iter():
        entry = {local(part): words(part) for part in node} | {str(k): str(v) for k, v in node.attrib.items()}
        yield entry.get("url", ""), entry.get("lastModifiedDateTime") or "9999"


def _hastened(root: Element) -> Iterator[Told]:
    yield senat_texts.hastened(root), EventKind.OTHER, "Procédure accélérée"


def _told(root: Element) -> Iterator[Told]:
    """The links of the timeline, whose titles hold day, reading and step: "10 juillet 2017 | 1ère lecture - …"."""
    for link in root.iterfind(".//ul[@class='list-timeline']//a"):
        written, _, step = " ".join((link.get("title") or "").split()).partition(" | ")
        kind = next((kind for name, kind in _STEPS.items() if name in step.lower()), EventKind.OTHER)
        yield dates.iso(written) if written[:1].isdigit() else "", kind, step

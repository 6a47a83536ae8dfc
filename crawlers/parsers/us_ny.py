"""Bills of New York as the Legislative Bill Drafting Commission sends them: XML messages, SOBI lines, law files, pages."""

import logging
import re
from collections.abc import Iterator

from lxml import etree

from crawlers import dates, ids, outline, reading
from crawlers.lines import lines
from crawlers.matter import Event, Identifier, Link, Matter, Person, Provision, Text
from crawlers.outline import Unit
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.texts import prose
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_ACTIONS = (
    (r"^SIGNED|^CHAPTER|^BECAME LAW|^APPROVED", Status.ENACTED, EventKind.ENACTED),
    (r"^VETOED|^POCKET VETO", Status.VETOED, EventKind.VETOED),
    (r"^DELIVERED TO GOVERNOR", Status.PASSED, EventKind.PASSED),
    (r"^PASSED (?:SENATE|ASSEMBLY)|^ADOPTED", Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
    (r"^(?:DELIVERED|RETURNED) TO (?:SENATE|ASSEMBLY)", Status.PASSED_ONE_CHAMBER, EventKind.OTHER),
    (r"^STRICKEN|^ENACTING CLAUSE STRICKEN|^RECOMMIT.*ENACTING", Status.WITHDRAWN, EventKind.WITHDRAWN),
    (r"^DEFEATED|^LOST|^HELD FOR CONSIDERATION", Status.REJECTED, EventKind.REJECTED),
    (r"^SUBSTITUTED BY", Status.MERGED, EventKind.OTHER),
    (r"^SUBSTITUTED FOR", Status.REPORTED, EventKind.OTHER),
    (r"REPORT|^ADVANCED TO THIRD|^ORDERED TO THIRD|^PLACED ON|THIRD READING|^AMENDED ON", Status.REPORTED, EventKind.REPORTED),
    (r"^REFERRED|^COMMITTED|^RECOMMITTED|^PRINT NUMBER|^AMEND", Status.COMMITTEE, EventKind.REFERRED),
    (r"^INTRODUCED|^PREFILED", Status.INTRODUCED, EventKind.INTRODUCED),
)  # fmt: skip
_DATED = re.compile(r"^\s*(\d{2}/\d{2}/\d{2,4})\s+(.+?)\s*$")
_SOBI = re.compile(r"^(\d{4})([ASJKLRBE])(\d{5})([A-Z ])([0-9A-Z])(.*)$")
_LAW = re.compile(r"^\.\.SO DOC ([A-Z]{3})(\S*)\s*(\*\w+\*)?\s*LAWS\((\w+)\)", re.MULTILINE)
_BILL = re.compile(r"\b([ASJKLRBE])\s?(\d{1,5})(?:-?([A-Z]))?\b")
_CONTROL = bytes(set(range(32)) - {9, 10, 13})
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    body = response.body.translate(None, _CONTROL)
    text = reading.decode(body)
    if _LAW.search(text[:200_000]) and text.lstrip().startswith("..SO DOC"):
        yield from _laws(text, response, source)
    elif _SOBI.match(next(iter(line for line in text.splitlines()[:4] if _SOBI.match(line)), "")):
        yield from _sobi(text, response, source)
    elif re.match(r"\s*(?:<!DOCTYPE html|<html|<meta|<div|<!--|<center|<body)", text, re.IGNORECASE):
        yield from _page(reading.html(body), response, source)
    elif "No data to process" in text:
        return
    else:
        yield from _message(reading.xml(body), response, source)


def _id(session: str, house: str, number: str) -> str:
    """Odd year of the two-year session, house and number: us-ny/bill/2023-2024/S7694."""
    if not ((session + number).isascii() and session.isdigit() and house and number.strip().isdigit()):
        raise Unreadable("the message names no session, house and number of a bill")
    year = int(session) - (int(session) + 1) % 2
    return f"us-ny/bill/{year}-{year + 1}/{house}{int(number)}"


def _matter(id: str, response: Response, source: Source, title: str = "", actions: tuple[tuple[str, str], ...] = (),
            people: tuple[Person, ...] = (), texts: tuple[Text, ...] = (), links: tuple[Link, ...] = (),
            events: tuple[Event, ...] = (), summary: str = "", law: str = "") -> Matter:  # fmt: skip
    """A partial record of a bill: each message tells one part of it."""
    known = [(day, words, *_meaning(words)) for day, words in actions if day]
    told = tuple(Event(date=day, kind=kind, label=words, snapshot=response.snapshot) for day, words, _, kind in known)
    status, said, day = _standing(known)
    _, _, period, number = id.split("/")
    return Matter(
        id=id, kind=Kind.BILL, instrument="resolution" if number[0] in "JKLRBE" else "bill", title=title,
        url=f"https://www.nysenate.gov/legislation/{'resolutions' if number[0] in 'JKLRBE' else 'bills'}/{period[:4]}/{number}",
        status=status, status_as_of=day, source_status=said,
        events=tuple(dict.fromkeys((*told, *events))), texts=texts, links=links, people=people,
        identifiers=(Identifier(scheme="printed", value=f"{number} ({period})"), *((Identifier(scheme="amends", value=law),) if law else ())),
        summary=summary, missing=() if title else ("title",), **stamp(response, source, VERSION),
    )  # fmt: skip


def _meaning(words: str) -> tuple[Status, EventKind]:
    return next(
        ((status, kind) for sign, status, kind in _ACTIONS if re.search(sign, words.upper())),
        (Status.UNKNOWN, EventKind.OTHER),
    )


def _standing(known: list[tuple[str, str, Status, EventKind]]) -> tuple[Status, str, str]:
    """The newest action that says where the bill stands; passed by both houses is passed."""
    houses = {
        words.upper().partition("PASSED ")[2].split(" ")[0]
        for _, words, _, kind in known
        if kind is EventKind.PASSED_ONE_CHAMBER
    }
    for day, words, status, _ in reversed(known):
        if status is not Status.UNKNOWN:
            both = status is Status.PASSED_ONE_CHAMBER and {"SENATE", "ASSEMBLY"} <= houses
            return Status.PASSED if both else status, words, day
    return (Status.UNKNOWN, known[-1][1], known[-1][0]) if known else (Status.UNKNOWN, "", "")


def _message(root: etree._Element, response: Response, source: Source) -> Iterator[Matter]:
    name, session = root.tag, root.get("sessyr") or root.get("year") or ""
    if name in {"senagenda", "senagendavote", "sencalendar", "sencalendaractive"}:
        yield from _agenda(root, session, response, source)
        return
    house = root.get("billhse") or root.get("senhse") or root.get("asmhse") or reading.words(root.find("billhse"))
    number = root.get("billno") or root.get("senno") or root.get("asmno") or reading.words(root.find("billno"))
    if not house:
        raise Unreadable(f"a message {name!r} is about no bill")
    id = _id(session, house, number)
    words = "".join(map(str, root.itertext()))
    if name == "billstatus":
        actions = tuple(
            (dates.iso(d[1], "mdy"), d[2])
            for line in (root.findtext("billactions") or "").splitlines()
            if (d := _DATED.match(line))
        )
        people = tuple(Person(name=who, role="sponsor") for who in [reading.words(root.find("sponsor"))] if who)
        yield _matter(
            id,
            response,
            source,
            reading.words(root.find("title")),
            actions,
            people,
            law=reading.words(root.find("law")),
        )
    elif name == "sponsor_data":
        yield _matter(id, response, source, people=tuple(_sponsors(root)))
    elif name == "sameas":
        same = [_id(session, h, n) for h, n, _ in _BILL.findall(words) if h in "AS"]
        yield _matter(
            id,
            response,
            source,
            links=tuple(Link(kind=LinkKind.COMPANION, target=other) for other in dict.fromkeys(same) if other != id),
        )
    elif name == "digestsummary":
        yield _matter(
            id, response, source, summary=reading.words(root.find("summary")), law=reading.words(root.find("law"))
        )
    elif name == "sponsor_blurb":
        yield _matter(id, response, source, title=reading.words(root.find("blurb")))
    else:
        yield _matter(id, response, source, texts=_printed(root, name, words, response))


def _sponsors(root: etree._Element) -> Iterator[Person]:
    for tag, role in (("prime", "sponsor"), ("co-prime", "cosponsor"), ("multi", "multi-sponsor")):
        for who in reading.words(root.find(tag)).split(","):
            if who.strip():
                yield Person(name=who.strip(), role=role)


def _printed(root: etree._Element, name: str, words: str, response: Response) -> tuple[Text, ...]:
    """Text, memo, veto or approval message: HTML around typewriter lines."""
    version = root.get("billamd") or root.get("senamd") or root.get("asmamd") or ""
    if not words.strip() or "<" not in words:
        return ()
    printed = [str(part) for pre in reading.html(words.encode()).iter("pre") for part in pre.itertext()]
    provisions = _paragraphs("".join(printed) or reading.words(reading.html(words.encode())))
    text = Text(
        id=f"{name}{version and '-' + version}.en", label=" ".join(filter(None, (name.replace("_", " "), version))),
        language="en", media_type="text/html", snapshot=response.snapshot, provisions=provisions,
    )  # fmt: skip
    return (text,) if provisions else ()


def _paragraphs(printed: str) -> tuple[Provision, ...]:
    """Line numbers at the margin go; an indented or blank line begins a paragraph."""
    plain = [
        re.sub(r"^\s{0,4}\d{1,2}\s(?=\s|\S)", "  ", line.rstrip()) for line in printed.replace("\xf5", "§").splitlines()
    ]
    blocks: list[str] = []
    for line in plain:
        starts = (
            not blocks
            or not line.strip()
            or re.match(r"\s{2,}(?:§|Section|S\s\d|\d+\.|\([a-z0-9]+\))", line) is not None
        )
        if starts:
            blocks.append("")
        blocks[-1] = f"{blocks[-1]} {line.strip()}"
    return outline.provisions(prose.from_lines(" ".join(b.split()) for b in blocks if re.search(r"\w", b)))


def _agenda(root: etree._Element, session: str, response: Response, source: Source) -> Iterator[Matter]:
    """Every bill on the agenda of a committee, with the meeting; every bill on the calendar of a day."""
    found: dict[str, list[Event]] = {}
    titles: dict[str, str] = {}
    for place in (*root.iter("committee"), *root.iter("supplemental")):
        day = next((dates.iso(e.text) for e in place.iter("meetdate", "caldate", "actcaldate") if e.text), "")
        what = reading.words(place.find("name"))
        label = " ".join(filter(None, (what or "Senate calendar", reading.words(place.find("location")))))
        kind = EventKind.MEETING if place.tag == "committee" else EventKind.DEBATED
        for bill in place.iter("bill"):
            mark = _BILL.match(bill.get("no", ""))
            if mark and day:
                id = _id(session, mark[1], mark[2])
                found.setdefault(id, []).append(Event(date=day, kind=kind, label=label, snapshot=response.snapshot))
                titles[id] = reading.words(bill.find("title")) or titles.get(id, "")
    for id, events in found.items():
        yield _matter(id, response, source, title=titles[id], events=tuple(dict.fromkeys(events)))


def _sobi(text: str, response: Response, source: Source) -> Iterator[Matter]:
    """Fixed-width lines, one kind a letter in column 12, grouped by bill."""
    bills: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for line in text.splitlines():
        if found := _SOBI.match(line):
            kinds = bills.setdefault((found[1], found[2], found[3]), {})
            kinds.setdefault(found[5], []).append(found[6])
    for key, kinds in bills.items():
        title = " ".join(" ".join(kinds.get("3", kinds.get("C", []))).split())
        actions = tuple((dates.iso(d[1], "mdy"), d[2]) for line in kinds.get("4", []) if (d := _DATED.match(line)))
        people = tuple(
            Person(name=who.strip(), role="sponsor")
            for line in kinds.get("6", [])
            for who in line.split(",")
            if who.strip() and who.strip() not in {"0", "DELETE"}
        )
        same = tuple(
            Link(kind=LinkKind.COMPANION, target=_id(key[0], h, n))
            for h, n, _ in _BILL.findall(" ".join(kinds.get("5", [])))
            if h in "AS"
        )
        printed = "\n".join(
            line[5:] for line in kinds.get("T", kinds.get("R", [])) if not line[5:].startswith(".SO DOC")
        )
        provisions = _paragraphs(printed) if printed.strip() else ()
        texts = (
            (Text(id="billtext.en", label="Text", language="en", snapshot=response.snapshot, provisions=provisions),)
            if provisions
            else ()
        )
        yield _matter(_id(*key), response, source, title, actions, people, texts, same)


def _laws(text: str, response: Response, source: Source) -> Iterator[Matter]:
    """Documents of the law files: each belongs to a law of three letters; a repealed one only says so."""
    parts = [(m[1], m[2], m[3] or "", m[4], m.end()) for m in _LAW.finditer(text)]
    ends = [*(text.rfind("..SO DOC", 0, end) for *_, end in parts[1:]), len(text)]
    laws: dict[str, list[tuple[str, str, str]]] = {}
    for (law, place, mark, _series, start), end in zip(parts, ends, strict=True):
        laws.setdefault(law, []).append((place, mark, text[start:end].replace("\xf5", "§")))
    for law, documents in laws.items():
        yield _law(law, documents, response, source)


def _law(law: str, documents: list[tuple[str, str, str]], response: Response, source: Source) -> Matter:
    opening = [line.strip() for line in documents[0][2].splitlines() if line.strip()][:3]
    title = next((line for line in opening if line.isupper() and "CHAPTER" not in line), "")
    units = [
        Unit("sec", number=place or law, text=mark or " ".join(words.split()), root=True, key=ids.part(place or law))
        for place, mark, words in documents
    ]
    text = Text(
        id="text.en", label="Law file", title=title, language="en", media_type="text/plain", snapshot=response.snapshot,
        provisions=outline.provisions(units),
    )  # fmt: skip
    return Matter(
        id=f"us-ny/law/{law}", kind=Kind.ACT, instrument="statute", title=title.title(), url=f"https://www.nysenate.gov/legislation/laws/{law}",
        status=Status.IN_FORCE, texts=(text,), identifiers=(Identifier(scheme="lbdc", value=law),),
        missing=() if title else ("title",), **stamp(response, source, VERSION),
    )  # fmt: skip


def _page(root: etree._Element, response: Response, source: Source) -> Iterator[Matter]:
    """A bill's page, or an alert that lists bills of an agenda or a calendar. The session comes from the file or address."""
    shown = lines(root, frozenset({"script", "style", "head"}))
    whole = "\n".join(shown)
    year = (
        re.search(r"(?<!\d)((?:19|20)\d{2})-", response.name)
        or re.search(r"term=((?:19|20)\d{2})", response.url)
        or re.search(r"\b((?:19|20)\d{2})\b", whole)
    )
    head = re.search(r"(?:^|\n|\| )\s*([AS])\s?(\d{1,5})(?:-([A-Z]))?\s+(?:\|\s*)?[A-Z]{3}", whole)
    if head and year and "Voting" in whole:
        actions = tuple(
            (dates.iso(d[1], "mdy"), d[2].lstrip("| ")) for line in shown if (d := _DATED.match(line.replace("|", " ")))
        )
        printed = "\n".join(str(part) for pre in root.iter("pre") for part in pre.itertext())
        provisions = _paragraphs(printed) if printed.strip() else ()
        texts = (
            (Text(id="page.en", label="Page", language="en", snapshot=response.snapshot, provisions=provisions),)
            if provisions
            else ()
        )
        title = next(
            (
                line
                for line in shown
                if re.match(r"(?:Relates|An act|Provides|Requires|Enacts|Establishes|Prohibits|Authorizes)\b", line)
            ),
            "",
        )
        yield _matter(_id(year[1], head[1], head[2]), response, source, title, actions, texts=texts)
        return
    day = next(iter(dates.inside(whole, "mdy")), "")
    for house, number, _ in dict.fromkeys(_BILL.findall(whole)):
        if year and house in "AS" and len(number) > 1:
            event = (
                (Event(date=day, kind=EventKind.MEETING, label=shown[0][:120], snapshot=response.snapshot),)
                if day
                else ()
            )
            yield _matter(_id(year[1], house, number), response, source, events=event)

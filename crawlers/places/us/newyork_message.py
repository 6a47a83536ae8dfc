"""Messages of New York's Legislative Bill Drafting Commission about one bill, in XML of several forms."""

from crawlers.files import reading
from crawlers.matter import Person, Text
from crawlers.parsing import Element, Unreadable
from crawlers.places.us import newyork
from crawlers.record import people, worded
from crawlers.values import dates

_SAID = {"billstatus", "sponsor_data", "sameas", "digestsummary", "sponsor_blurb"}
_ROLES = {"sponsor": "sponsor", "prime": "sponsor", "co-prime": "cosponsor", "multi": "multi-sponsor"}


def bill(root: Element, session: str) -> str:
    """The id of the bill. Raises Unreadable for a message about none."""
    house = root.get("billhse") or root.get("senhse") or root.get("asmhse") or reading.words(root.find("billhse"))
    number = root.get("billno") or root.get("senno") or root.get("asmno") or reading.words(root.find("billno"))
    if not house:
        raise Unreadable(f"a message {root.tag!r} is about no bill")
    return newyork.bill_id(session, house, number)


def actions(root: Element) -> tuple[tuple[str, str], ...]:
    listed = (newyork.DATED.match(line) for line in (root.findtext("billactions") or "").splitlines())
    return tuple((dates.iso(found[1], "mdy"), found[2]) for found in listed if found)


def sponsors(root: Element) -> tuple[Person, ...]:
    named = ((role, reading.words(root.find(tag)).split(",")) for tag, role in _ROLES.items())
    return tuple(person for role, names in named for person in people(role, (name.strip() for name in names)))


def same(root: Element, session: str) -> list[str]:
    """The ids of the bill in the other house."""
    named = newyork.BILL.findall(reading.words(root)) if root.tag == "sameas" else []
    others = [newyork.bill_id(session, house, number) for house, number, _ in named if house in "AS"]
    return [other for other in others if other != bill(root, session)]


def printed(root: Element) -> tuple[Text, ...]:
    """Text, memo, veto or approval message: HTML around typewriter lines."""
    name, words = str(root.tag), "".join(map(str, root.itertext()))
    version = root.get("billamd") or root.get("senamd") or root.get("asmamd") or ""
    if name in _SAID or not words.strip() or "<" not in words:
        return ()
    lines = [str(part) for pre in reading.html(words.encode()).iter("pre") for part in pre.itertext()]
    units = newyork.paragraphs("".join(lines) or reading.words(reading.html(words.encode())))
    id = f"{name}{version and '-' + version}.en"
    label = " ".join(filter(None, (name.replace("_", " "), version)))
    return worded("en", "", units, "text/html", id=id, label=label, url="")

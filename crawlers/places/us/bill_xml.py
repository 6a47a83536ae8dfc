"""What a printed bill of Congress says of itself, in USLM and in the older bill DTD."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Person
from crawlers.parsing import Element, Unreadable
from crawlers.places.us import congress
from crawlers.record import Told, people
from crawlers.values import dates
from crawlers.vocabulary import EventKind

_CITED = re.compile(
    r"^(\d{2,3})\s*(H\.? ?R|H ?RES|H ?J ?RES|H ?CON ?RES|S|S ?RES|S ?J ?RES|S ?CON ?RES)\.?\s*(\d+)\s*([A-Z]{0,4}\d?)$",
    re.IGNORECASE,
)

_PARTS = {"division", "title", "subtitle", "part", "subpart", "chapter", "subchapter", "section"}
_PART_CITED = re.compile(rf"\b[Tt]his (?:{'|'.join(_PARTS)}) may be cited")

_INTRODUCED = re.compile(r"(?:introduced|submitted) the following")


def cited(root: Element) -> tuple[str, str, str, str]:
    """Congress, type, number and version code; from how it is cited, else from its head."""
    version = congress.version(stage(root)) if stage(root) else ""
    titled = (reading.words(e).partition(":")[0] for e in root.iterfind("meta/title"))
    for said in (*map(reading.words, root.iter("citableAs")), *titled):
        if found := _CITED.match(said.strip()):
            return found[1], congress.series(found[2]), found[3], version or found[4].lower()
    head = re.search(r"(\d{2,3})", reading.words(root.find(".//congress")))
    name = re.match(r"([A-Z][A-Za-z. ]*?)\s*(\d+)", reading.words(root.find(".//legis-num")))
    if not (head and name):
        raise Unreadable("the bill names neither its Congress nor its number")
    return head[1], congress.series(name[1]), name[2], version


def stage(root: Element) -> str:
    stated = reading.words(root.find("meta/docStage"))
    return stated or (root.get("bill-stage") or root.get("resolution-stage") or "").replace("-", " ")


def title(root: Element) -> str:
    """Short title where it has one, else the official title."""
    official = (*root.iter("officialTitle"), *root.iter("official-title"), *root.iterfind("meta/title"))
    return next(filter(None, (words for _, words in short(root))), "") or next(
        filter(None, map(reading.words, official)), ""
    )


def short(root: Element) -> Iterator[tuple[str, str]]:
    named = (each for each in root.iter("shortTitle", "short-title") if _is_of_all(each))
    return (("short title", reading.words(one).strip('“”"‘’ ')) for one in named)


def _is_of_all(named: Element) -> bool:
    """Not of a title or a division of the bill, nor of another law that it quotes."""
    quoted = any(above.tag in {"quotedContent", "quoted-block"} for above in named.iterancestors())
    sentence = reading.words(named.getparent())
    return not quoted and named.get("role", "act") not in _PARTS and not _PART_CITED.search(sentence)


def sponsors(root: Element) -> tuple[Person, ...]:
    return tuple(one for role in ("sponsor", "cosponsor") for one in people(role, map(reading.words, root.iter(role))))


def latest(root: Element) -> tuple[str, str | None]:
    """The last day of the actions printed in the head, and the words of the last of them; None where it is of another day."""
    actions = [(day, words) for day, words in map(_action, root.iter("action")) if day]
    last = max((day for day, _ in actions), default="")
    return last, actions[-1][1] if actions and actions[-1][0] == last else None


def told(root: Element, now: EventKind) -> Iterator[Told]:
    """That it was introduced, where its head still says so, and the last action, which is what the version says."""
    for day, words in map(_action, root.iter("action")):
        if _INTRODUCED.search(words):
            yield day, EventKind.INTRODUCED, words
    last, said = latest(root)
    if said is not None:
        yield last, now, said


def _action(action: Element) -> tuple[str, str]:
    stated = next((e.get("date", "") for e in action.iter("date", "action-date") if e.get("date")), "")
    told = [reading.words(e) for e in action if e.tag in {"actionDescription", "action-desc"}]
    return dates.iso(stated), " ".join(told)

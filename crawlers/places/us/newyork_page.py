"""The page of a bill of New York's legislature: what its head, its lines and its typewriter pages say."""

import re
from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.matter import Text
from crawlers.parsing import Element, Matter, Unreadable
from crawlers.places.us import newyork
from crawlers.record import links, people, timeline, worded
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind

PAGE = re.compile(r"\s*(?:<!DOCTYPE html|<html|<meta|<div|<!--|<center|<body)", re.IGNORECASE)
_NUMBER = re.compile(r"^([ASJKLRBE])\s?(\d{1,5})(?:-?([A-Z]))?\b")
_SELECTED = re.compile(r"getselect\(.*?[\"',](\d{4})[\"',]")
_SAME = re.compile(r"\b([AS])\s?(\d{1,5})(?:-?[A-Z])?\b")
_DATED = re.compile(r"^(\d{2}/\d{2}/\d{2,4})\s*\|\s*(.+?)\s*$")
_FILED = re.compile(r"^(?:ON FILE:\s*\S+\s+)?([A-Z][A-Za-z,& ]+ Law)$")
_VOTE = re.compile(r"^\S+ \| ((?:Senate|Assembly) Vote \| .*)$")
_UNSEEN = frozenset({"script", "style", "head"})


def head(root: Element) -> Element | None:
    """Where the page of one bill names it; None for another page."""
    return next((e for e in root.iter("span") if "nv_bot_info" in e.get("class", "")), None)


def bill(root: Element, named: Element) -> Matter:
    """With its history, and its text and memorandum. Raises Unreadable for a page that names no bill."""
    year = next((found[1] for a in root.iter("a") if (found := _SELECTED.search(a.get("href", "")))), "")
    printed = words(named.find(".//strong"))
    number = _NUMBER.match(printed)
    if not number:
        raise Unreadable("the page names no bill")
    id, shown = newyork.bill_id(year, number[1], number[2]), lines(root, _UNSEEN)
    dated = [(dates.iso(found[1], "mdy"), found[2]) for line in shown if (found := _DATED.match(line))]
    votes = [(day, found[1].replace(" | ", ", ")) for day, said in dated if (found := _VOTE.match(said))]
    sponsor, _, same = words(named).removeprefix(printed).partition(" Same as ")
    others = (newyork.bill_id(year, house, digits) for house, digits in _SAME.findall(same))
    return newyork.bill(
        id,
        title=next((line.removeprefix("TITLE").lstrip(".") for line in shown if line.startswith("TITLE..")), ""),
        actions=[(day, said) for day, said in dated if not _VOTE.match(said)],
        people=people("sponsor", [sponsor.removesuffix("No Same as").strip()]),
        texts=tuple(_texts(root, number[3] or "")),
        links=links(LinkKind.COMPANION, (other for other in others if other != id)),
        events=timeline((day, EventKind.VOTE, said) for day, said in votes),
        law=next((found[1] for line in shown if (found := _FILED.match(line))), ""),
    )


def _texts(root: Element, version: str) -> Iterator[Text]:
    """The bill as printed, then the sponsor's memorandum; `version` is the letter of the print."""
    pages = ["".join(map(str, pre.itertext())) for pre in root.iter("pre")]
    memo = next((place for place, printed in enumerate(pages) if "BILL NUMBER:" in printed), len(pages))
    for label, printed in (("text", pages[:memo]), ("memorandum", pages[memo:])):
        id, units = "-".join(filter(None, (label, version))), newyork.paragraphs("\n".join(printed))
        yield from worded("en", "", units, "text/html", id=f"{id}.en", label=label.capitalize(), url="")

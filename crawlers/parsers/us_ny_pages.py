"""Pages of New York's legislature: a bill with its history and text, and lists of bills."""

import re
from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.matter import Person, Text
from crawlers.parsers import us_ny_lists
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.places import newyork
from crawlers.record import Told, links, text, timeline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind

VERSION = 1

_SELECTED = re.compile(r"getselect\(.*?[\"',](\d{4})[\"',]")
_SAME = re.compile(r"\b([AS])\s?(\d{1,5})(?:-?[A-Z])?\b")
_DATED = re.compile(r"^(\d{2}/\d{2}/\d{2,4})\s*\|\s*(.+?)\s*$")
_FILED = re.compile(r"^(?:ON FILE:\s*\S+\s+)?([A-Z][A-Za-z,& ]+ Law)$")
_VOTE = re.compile(r"^\S+ \| ((?:Senate|Assembly) Vote \| .*)$")
_UNSEEN = frozenset({"script", "style", "head"})


def pages(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    """Raises Unreadable for a page that is neither."""
    head = next((e for e in root.iter("span") if "nv_bot_info" in e.get("class", "")), None)
    if head is not None:
        yield _bill(root, head, response, source)
        return
    listed = list(us_ny_lists.listed(root, response, source))
    if not listed:
        raise Unreadable("the page is neither a bill nor a list of bills by their printed numbers")
    yield from listed


def _bill(root: Element, head: Element, response: Response, source: Source) -> Matter:
    year = next((found[1] for a in root.iter("a") if (found := _SELECTED.search(a.get("href", "")))), "")
    number = us_ny_lists.NUMBER.match(words(head.find(".//strong")))
    if not number or not number[1]:
        raise Unreadable("the page names no bill")
    id = newyork.bill_id(year, number[1], number[2])
    shown = lines(root, _UNSEEN)
    title = next((line.removeprefix("TITLE").lstrip(".") for line in shown if line.startswith("TITLE..")), "")
    law = next((found[1] for line in shown if (found := _FILED.match(line))), "")
    dated = [(dates.iso(found[1], "mdy"), found[2]) for line in shown if (found := _DATED.match(line))]
    sponsor, _, same = words(head).removeprefix(words(head.find(".//strong"))).partition(" Same as ")
    others = (newyork.bill_id(year, house, digits) for house, digits in _SAME.findall(same))
    return newyork.bill(
        id,
        response,
        source,
        title,
        actions=tuple((day, said) for day, said in dated if not _VOTE.match(said)),
        people=(Person(name=sponsor.removesuffix("No Same as").strip(), role="sponsor"),),
        texts=tuple(_texts(root, number[3] or "", response)),
        links=links(LinkKind.COMPANION, (other for other in others if other != id)),
        events=timeline(response, _votes(dated)),
        law=law,
    )


def _votes(dated: list[tuple[str, str]]) -> Iterator[Told]:
    for day, said in dated:
        if found := _VOTE.match(said):
            yield day, EventKind.VOTE, found[1].replace(" | ", ", ")


def _texts(root: Element, version: str, response: Response) -> Iterator[Text]:
    """Typewriter pages: those of the bill as printed, then those of the sponsor's memorandum."""
    pages = ["".join(map(str, pre.itertext())) for pre in root.iter("pre")]
    memo = next((place for place, page in enumerate(pages) if "BILL NUMBER:" in page), len(pages))
    for label, printed in (("text", pages[:memo]), ("memorandum", pages[memo:])):
        id = f"{label}{version and '-' + version}.en"
        found = newyork.paragraphs("\n".join(printed))
        yield from text(response, "en", "", found, "text/html", id=id, label=label.capitalize(), url="")

"""Bills of former Congresses: GovTrack's XML, and the pages of THOMAS."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.files import reading
from crawlers.matter import Identifier, Link
from crawlers.parsers import us_thomas_page
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.places import congress
from crawlers.places.congress import Action
from crawlers.vocabulary import LinkKind

VERSION = 1

_TYPES = {
    "h": "hr",
    "hr": "hres",
    "hj": "hjres",
    "hc": "hconres",
    "s": "s",
    "sr": "sres",
    "sj": "sjres",
    "sc": "sconres",
}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if re.search(rb"<bill\s[^>]*session=", response.head):
        yield _govtrack(reading.xml(response.body), response, source)
    else:
        yield us_thomas_page.page(reading.html(response.body), response, source)


def _govtrack(root: Element, response: Response, source: Source) -> Matter:
    if root.get("type") not in _TYPES:
        raise Unreadable(f"{root.get('type')!r} is no type of a bill of Congress")
    key = root.get("session", ""), _TYPES[root.get("type", "")], root.get("number", "")
    actions = [_action(action) for action in root.iterfind("actions/*")]
    titles = [(t.get("type", ""), reading.words(t)) for t in root.iterfind("titles/title") if t.get("partial") != "1"]
    short = [Identifier(scheme="short title", value=words) for kind, words in titles if kind == "short" and words]
    title = next((one.value for one in short), "") or next((words for _, words in titles), "")
    state = reading.words(root.find("state"))
    links = []
    for bill in root.iterfind("relatedbills/bill"):
        if bill.get("type") in _TYPES:
            target = congress.bill_id(bill.get("session", ""), _TYPES[bill.get("type", "")], bill.get("number", ""))
            links.append(Link(kind=LinkKind.RELATED, target=target))
    words = reading.words(root.find("summary"))
    matter = us_thomas_page.matter(
        key, title, actions, state, root.get("updated", "")[:10], (), links, words, response, source
    )
    return replace(matter, identifiers=(*matter.identifiers, *dict.fromkeys(short)))


def _action(action: Element) -> Action:
    moment = action.get("datetime", "")
    return Action(
        congress.day(moment),
        reading.words(action.find("text")),
        "",
        congress.time(moment[11:16]) if len(moment) > 10 else "",
    )

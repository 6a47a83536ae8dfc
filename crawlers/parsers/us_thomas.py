"""Bills of former Congresses: GovTrack's XML, and the pages of THOMAS."""

import re
from typing import Unpack

from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, reading
from crawlers.places.us import congress, congress_bill, thomas
from crawlers.places.us.congress import Action
from crawlers.record import Facts, links, numbers, people
from crawlers.vocabulary import LinkKind

VERSION = 4

_OURS = dict(
    zip(["h", "s", "hj", "sj", "hc", "sc", "hr", "sr"], congress.SLUGS, strict=True)
)  # GovTrack's letters, in the order of ours


def parse(response: Response, source: Source) -> Finds:
    if re.search(rb"<bill\s[^>]*session=", response.head):
        yield _govtrack(reading.xml(response.body), response)
    else:
        page = thomas.page(reading.html(response.body))
        facts: Facts = {"title": page.title, "people": people("sponsor", [page.sponsor])}
        yield _bill(page.key, page.actions, page.latest, "", response, **facts)


def _govtrack(root: Element, response: Response) -> Matter:
    titles = [(t.get("type", ""), reading.words(t)) for t in root.iterfind("titles/title") if t.get("partial") != "1"]
    short = [words for kind, words in titles if kind == "short"]
    actions = [
        congress_bill.action(a.get("datetime", ""), reading.words(a.find("text"))) for a in root.iterfind("actions/*")
    ]
    related = (congress.bill_id(*_key(one)) for one in root.iterfind("relatedbills/bill") if one.get("type") in _OURS)
    return _bill(
        _key(root),
        actions,
        reading.words(root.find("state")),
        root.get("updated", "")[:10],
        response,
        title=next(filter(None, [*short, *(words for _, words in titles)]), ""),
        links=links(LinkKind.RELATED, related),
        published=_introduced(root),
        identifiers=numbers(*(("short title", words) for words in short)),
        summary=reading.words(root.find("summary")),
    )


def _introduced(root: Element) -> str:
    return next((congress.day(one.get("datetime", "")) for one in root.iter("introduced")), "")


def _key(named: Element) -> tuple[str, str, str]:
    """Congress, type and number."""
    if named.get("type") not in _OURS:
        raise Unreadable(f"{named.get('type')!r} is no type of a bill of Congress")
    return named.get("session", ""), _OURS[named.get("type", "")], named.get("number", "")


def _bill(
    key: tuple[str, str, str],
    actions: list[Action],
    state: str,
    updated: str,
    response: Response,
    **facts: Unpack[Facts],
) -> Matter:
    facts["source_status"] = state
    day = facts.get("published", "")
    facts["published"] = day or min((action.day for action in actions if action.day), default="")
    seen, beside = max(updated, response.fetched[:10]), congress_bill.introduced(day, actions)
    return congress_bill.bill(key, actions, state.startswith("ENACTED"), seen, beside, **facts)

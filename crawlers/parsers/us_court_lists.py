"""Lists of opinions and of oral arguments, as the courts of the United States publish them: pages, JSON, feeds, sitemaps."""

import re
from urllib.parse import urlsplit

from crawlers.courts import lists
from crawlers.courts.case import case
from crawlers.courts.listing import Item
from crawlers.parsing import Aside, Finds, Matter, Response, Source, ids
from crawlers.record import linked, timeline
from crawlers.vocabulary import EventKind, Status

VERSION = 6


def parse(response: Response, source: Source) -> Finds:
    """A row a case, or the docket of one. A page that lists none is sound: courts have weeks without opinions."""
    court = lists.court(response)
    if docketed := lists.docketed(response, court):
        yield docketed
        return
    page = response.url or lists.pages().get(court, "")
    items = list(lists.items(response, page))
    yield from (_case(court, item, page, source) for item in items)
    if not items:
        yield Aside("the page lists no opinion or argument that says its number, day or parties")


def _case(court: str, item: Item, page: str, source: Source) -> Matter:
    url = item.url if urlsplit(item.url).scheme else ""
    argument = bool(re.search(r"(?i)\.(?:mp3|wma|mp4|m4a)|argument|audio", url + source.id))
    kind, label = (EventKind.ARGUED, "Oral argument") if argument else (EventKind.DECIDED, "Opinion")
    paper = urlsplit(url)  # a court may decide twice in one case on one day
    id = f"{ids.part(' '.join((item.day or item.number, paper.path.rpartition('/')[2], paper.query))[:80])}.en"
    return case(
        f"{court}/{ids.part(item.number)}",
        item.number,
        title=item.name,
        url=url or page,
        status=Status.ARGUED if argument else Status.DECIDED,
        status_as_of=item.day,
        source_status="listed among the arguments" if argument else "listed among the opinions",
        events=timeline([(item.day, kind, item.name, url)]),
        texts=linked("en", item.day, url, "", id=id, label=label, title=item.name),
    )

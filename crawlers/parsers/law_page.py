"""Pages that show one law as plain paragraphs: what differs between the sites are facts in the source's `options`.

`number` (regular expression with named groups) and `id` (template of them) name the law; `body`, `preamble` and `closing` (XPath)
hold its text, `from` and `until` (first words of lines) bound the body, `formula` begins what closes it, `mark` is what the
site writes before its lines, `apart` and `notes` (XPath) are what editors put between them and what of it is kept as a note;
`follow` recognises links to laws on listing pages; `title`, `published`, `adopted`, `enacted`, `in_force`, `ends` and `status` are
expressions whose groups are the value; `status <word>` maps the site's word, `assume` holds where it says none;
`instrument` names its kind; `regulation` recognises secondary law by title and kind; `sections: numbered` is for laws that count
by bare numbers, `sections: unless articles` for sites where some do.
"""

import operator
import re

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable
from crawlers.record import record, timeline, worded
from crawlers.texts import headed
from crawlers.texts.law_site import Page
from crawlers.texts.outline import Unit
from crawlers.values import options
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 7

_DAYS = {
    "adopted": EventKind.ADOPTED,
    "enacted": EventKind.ENACTED,
    "published": EventKind.PUBLISHED,
    "in_force": EventKind.IN_FORCE,
    "ends": EventKind.ENDS,
}


def parse(response: Response, source: Source) -> Finds:
    page = Page(response, source)
    followed = page.followed() if not page.body or "body" not in source.options else []
    yield from (Request(url=address) for address in followed)
    if page.body:
        yield _matter(page, source)
    elif not followed:
        raise Unreadable("the page shows no text of a law")


def _matter(page: Page, source: Source) -> Matter:
    number, said, language = page.number(), page.fact("status"), source.languages[0]
    title = page.fact("title") or page.name or page.first
    days = {name: page.day(name) for name in _DAYS}
    status = options.status(said, source, operator.eq)
    day = days["published"] or days["adopted"] or days["enacted"]
    counted, form = source.options.get("sections", ""), page.fact("instrument").lower()
    units = headed.units(page.body, numbered=counted == "numbered" or (bool(counted) and headed.bare(page.body)))
    units += [Unit("final", text="\n".join(page.closing)), *(Unit("note", text=note) for note in page.notes)]
    return record(
        id=source.options["id"].format(**number) if number else f"{source.jurisdiction}/page/{page.place()}",
        provisional=not number,
        kind=_kind(f"{form} {title}".strip(), source),
        instrument=form,
        title=title,
        status=status,
        status_as_of=days["ends"] if status is Status.REPEALED else "",
        source_status=said,
        url=source.options["url"].format(**number) if number and "url" in source.options else page.url,
        published=day,
        events=timeline(((days[name], kind) for name, kind in _DAYS.items())),
        texts=worded(language, day, units, "text/html", url=page.url),
    )


def _kind(named: str, source: Source) -> Kind:
    secondary = re.search(source.options.get("regulation", "(?!)"), named)
    return Kind.REGULATION if secondary else Kind(source.options.get("kind", Kind.ACT))

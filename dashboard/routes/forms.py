"""A matter or a tracker in the forms other programs read: JSON, Atom, ICS, CSV, wikitext."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

import msgspec
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from crawlers import ids
from crawlers.matter import Matter
from crawlers.settings import setting
from crawlers.sources import watched
from dashboard import doors
from dashboard.feeds.days import Day, numbered, of_matter, of_window
from dashboard.public import position_formats
from dashboard.public.licence import public
from dashboard.public.wiki import table as wikitable
from dashboard.routes import reply
from dashboard.today import instant, today
from dashboard.views import labels
from dashboard.views.evidence import official_numbers
from dashboard.views.trackers.tracker import Tracked
from dashboard.words.tongue import Tongue, tongue


def site() -> str:
    """Never the host that a request names: links in files lead where the owner of this server says."""
    return setting("AMICUS_SITE").rstrip("/")


def matter(form: str, found: Matter, tongue: Tongue) -> Response:
    if form == "json":
        return reply.json(msgspec.to_builtins(public(found)))
    if form in {"atom", "ics"}:
        return subscribed("all", form, tongue, matter=found.id)
    return PlainTextResponse(f"there is no form {form[:20]!r}; ask for json, ics or atom", 404)


def only_json() -> Response:
    """A feed is read again and again, and a calendar kept: neither is of a day that is over."""
    return PlainTextResponse("of a past day there is json only: ask for format=json, or leave as_of out", 400)


def tracker(form: str, held: Tracked, tongue: Tongue, site: str) -> Response:
    """Wikitext is in the reader's language; the forms for programs are not in any."""
    code = held.place
    if form == "json":
        return reply.json(data(held, instant()))
    if form == "csv":
        return table(held)
    if form in {"atom", "ics"}:
        return subscribed(code, form, tongue)
    if form == "wikitext":
        checked = {source.id: source.checked for source in doors.sources(code)}
        words = wikitable(held, tongue, lambda id: f"{site}/matter/{ids.to_path(id)}", checked)
        return PlainTextResponse(words, media_type="text/plain; charset=utf-8")
    return PlainTextResponse(f"there is no form {form[:20]!r}; ask for json, csv, ics, atom or wikitext", 404)


def data(held: Tracked, made: str) -> dict[str, object]:
    """A tracker as programs read it: matters as their licences allow, and what was published about them."""
    return {
        "place": held.place,
        "name": labels.place(held.place),
        "made": made,
        "matters": [msgspec.to_builtins(public(card)) for card in held.cards],
        "positions": position_formats.data(held.declared),
    }


def table(held: Tracked) -> Response:
    """The same as rows, with published positions in the last cell."""
    said = position_formats.cells(held.declared, tongue("en"))
    rows = ((*row(card), said.get(card.id, "")) for card in held.cards)
    return reply.table((*HEAD, "positions"), rows, f"amicus-{held.place}")


def subscribed(name: str, ending: str, tongue: Tongue, **asked: str) -> Response:
    """Feeds and calendars have one address each, and one in each other language: there they are made.

    Which of them depends on the reader, so the answer is not one for ever, nor for everybody.
    """
    language = {} if tongue.code == "en" else {"lang": tongue.code}
    query = urlencode({name: value for name, value in {**asked, **language}.items() if value})
    there = f"/{'calendar' if ending == 'ics' else 'feed'}/{name}.{ending}{f'?{query}' if query else ''}"
    return RedirectResponse(there, 302, {"Vary": "Accept-Language, Cookie"})


HEAD = (
    "id",
    "place",
    "kind",
    "title",
    "number",
    "status",
    "as of",
    "seen in",
    "next date",
    "what",
    "address",
    "source",
    "licence",
)


def row(card: Matter) -> tuple[str, ...]:
    coming = [event for event in card.events if event.date >= today().isoformat() and not event.cancelled]
    event = min(coming, key=lambda event: (event.date, event.time), default=None)
    known = watched().sources
    return (
        card.id,
        card.jurisdiction,
        card.kind,
        card.title,
        official_numbers.number(card),
        card.status,
        card.status_as_of,
        card.mark,
        event.date if event else "",
        (event.label or event.kind) if event else "",
        card.url,
        card.source,
        known[card.source].licence if card.source in known else "",
    )


def days_of(matters: Iterable[Matter], site: str, today: date, tongue: Tongue) -> list[Day]:
    listed = list(matters)
    wanted = {matter.id for matter in listed}
    places = {sample(matter) for matter in listed}
    windows = [window for place in places for window in doors.open_windows(today, place) if window.matter in wanted]
    days = [day for matter in listed for day in of_matter(matter, site, tongue)]
    every = [*days, *(day for window in windows for day in of_window(window, site, tongue))]
    return list(numbered(every, today, lambda id: len(doors.records().history(id))))


def sample(matter: Matter) -> str:
    """The invented place where the matter is of it, else nothing: all real ones."""
    return doors.SAMPLE if matter.jurisdiction == doors.SAMPLE else ""

"""A matter or a tracker in the forms other programs read: JSON, Atom, ICS, CSV, wikitext."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from crawlers import ids
from crawlers.matter import Matter
from dashboard import doors
from dashboard.feeds.atom import atom
from dashboard.feeds.days import Day, numbered, of_matter, of_window
from dashboard.feeds.ics import calendar
from dashboard.feeds.item import feed
from dashboard.mail.news import News
from dashboard.public import public
from dashboard.routes import reply
from dashboard.today import instant, today
from dashboard.views import labels
from dashboard.wiki import table as wikitable


def site(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def matter(form: str, found: Matter, site: str) -> Response:
    name = ids.to_file(found.id)
    address = f"/matter/{ids.to_path(found.id)}"
    if form == "json":
        return reply.json(msgspec.to_builtins(public(found)))
    if form == "ics":
        return reply.calendar(calendar(days_of([found], site, today()), found.title, _learned(found)), name)
    if form == "atom":
        mine = [one for one in doors.news("2000-01-01", today(), sample(found)) if one.matter == found.id]
        return reply.atom(atom(feed(found.title, f"{site}{address}?format=atom", site, mine)))
    return PlainTextResponse(f"there is no form {form[:20]!r}; ask for json, ics or atom", 404)


def tracker(form: str, code: str, cards: Sequence[Matter], news: Sequence[News], site: str) -> Response:
    name = labels.place(code)
    if form == "json":
        return reply.json(
            {
                "place": code,
                "name": name,
                "made": instant(),
                "matters": [msgspec.to_builtins(public(card)) for card in cards],
            }
        )
    if form == "csv":
        return reply.table(HEAD, (row(card) for card in cards), f"amicus-{code}")
    if form == "ics":
        stamp = max((one.learned for one in news), default=f"{today()}T00:00:00Z")
        return reply.calendar(calendar(days_of(cards, site, today()), f"Amicus: {name}", stamp), f"amicus-{code}")
    if form == "atom":
        return reply.atom(atom(feed(f"Amicus: {name}", f"{site}/tracker/{code}?format=atom", site, news)))
    if form == "wikitext":
        return PlainTextResponse(wikitable(name, cards, today(), site), media_type="text/plain; charset=utf-8")
    return PlainTextResponse(f"there is no form {form[:20]!r}; ask for json, csv, ics, atom or wikitext", 404)


def _learned(matter: Matter) -> str:
    """The instant of its newest revision, so that the same calendar is the same bytes."""
    return max((learned for _, learned in doors.records().history(matter.id)), default=f"{today()}T00:00:00Z")


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
    "licence",
)


def row(card: Matter) -> tuple[str, ...]:
    coming = [event for event in card.events if event.date >= today().isoformat() and not event.cancelled]
    event = min(coming, key=lambda event: (event.date, event.time), default=None)
    return (
        card.id,
        card.jurisdiction,
        card.kind,
        card.title,
        card.identifiers[0].value if card.identifiers else "",
        card.status,
        card.status_as_of,
        card.mark,
        event.date if event else "",
        (event.label or event.kind) if event else "",
        card.url,
        card.source,
    )


def days_of(matters: Iterable[Matter], site: str, today: date) -> list[Day]:
    listed = list(matters)
    wanted = {matter.id for matter in listed}
    places = {sample(matter) for matter in listed}
    windows = [window for place in places for window in doors.open_windows(today, place) if window.matter in wanted]
    days = [day for matter in listed for day in of_matter(matter, site)]
    every = [*days, *(day for window in windows for day in of_window(window, site))]
    return list(numbered(every, today, lambda id: len(doors.records().history(id))))


def sample(matter: Matter) -> str:
    """The invented place where the matter is of it, else nothing: all real ones."""
    return doors.SAMPLE if matter.jurisdiction == doors.SAMPLE else ""

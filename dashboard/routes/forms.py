"""A matter or a tracker in the forms other programs read: JSON, Atom, ICS, CSV, wikitext."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from crawlers import ids
from crawlers.matter import Matter
from dashboard import doors
from dashboard.feeds.days import Day, ahead, of_matter, of_window
from dashboard.feeds.ics import calendar
from dashboard.mail.news import News
from dashboard.public import public
from dashboard.routes import atom, reply
from dashboard.routes.atom import Entry
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
        return reply.calendar(calendar(days_of([found], site, today()), found.title, instant()), name)
    if form == "atom":
        entries = [entry(one) for one in doors.news("2000-01-01", sample(found)) if one.matter == found.id]
        return reply.atom(atom.feed(found.title, f"{address}?format=atom", site, entries, instant()))
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
        return reply.calendar(calendar(days_of(cards, site, today()), f"Amicus: {name}", instant()), f"amicus-{code}")
    if form == "atom":
        address = f"/tracker/{code}?format=atom"
        return reply.atom(atom.feed(f"Amicus: {name}", address, site, map(entry, news), instant()))
    if form == "wikitext":
        return PlainTextResponse(wikitable(name, cards, today(), site), media_type="text/plain; charset=utf-8")
    return PlainTextResponse(f"there is no form {form[:20]!r}; ask for json, csv, ics, atom or wikitext", 404)


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


def entry(news: News) -> Entry:
    """A fact as an entry; an old status is named, because a reader of feeds sees no page."""
    words = [
        news.says,
        news.event.replace("_", " "),
        f"{news.was_status} → {news.status}" if news.status else "",
        f"{news.was} → {news.now}".strip(" →"),
    ]
    return Entry(
        id=news.key,
        title=news.title,
        href=f"/matter/{ids.to_path(news.matter)}",
        at=news.learned if "T" in news.learned else f"{news.learned}T00:00:00Z",
        words=" · ".join(dict.fromkeys(filter(None, words))),
    )


def days_of(matters: Iterable[Matter], site: str, today: date) -> list[Day]:
    listed = list(matters)
    wanted = {matter.id for matter in listed}
    places = {sample(matter) for matter in listed}
    windows = [window for place in places for window in doors.open_windows(today, place) if window.matter in wanted]
    days = [day for matter in listed for day in of_matter(matter, site)]
    return ahead([*days, *(day for window in windows for day in of_window(window, site))], today)


def sample(matter: Matter) -> str:
    """The invented place where the matter is of it, else nothing: all real ones."""
    return doors.SAMPLE if matter.jurisdiction == doors.SAMPLE else ""

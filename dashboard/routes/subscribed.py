"""What others subscribe to, by address: feeds, calendars, and the links that mails carry."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crawlers.fault import Fault
from crawlers.settings import setting
from dashboard.feeds.atom import atom, etag, json_feed, unchanged
from dashboard.feeds.choice import Choice, Held, days, held
from dashboard.feeds.ics import calendar
from dashboard.feeds.item import feed
from dashboard.mail.news import Taste
from dashboard.today import today

MEDIA = {
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
    "ics": "text/calendar; charset=utf-8",
}


def routes() -> list[Route]:
    from dashboard.routes import mail

    return [
        Route("/feed/{name}.{ending}", feeds),
        Route("/calendar/{name}.ics", calendars),
        Route("/mail/list/{token}", mail.frozen_list),
        Route("/mail/{purpose}/{token}", mail.ask, methods=["GET"]),
        Route("/mail/{purpose}/{token}", mail.act, methods=["POST"]),
    ]


async def feeds(request: Request) -> Response:
    """/feed/all.atom, /feed/us.json, /feed/search.atom?q=…; ?topic=, ?duty= and ?matter= narrow."""
    ending = request.path_params["ending"]
    if ending not in {"atom", "json"}:
        return Response("write .atom or .json\n", 404)
    return await run_in_threadpool(_answer, request, ending)


async def calendars(request: Request) -> Response:
    """/calendar/all.ics, /calendar/us.ics, /calendar/windows.ics (windows alone); narrowed like a feed."""
    return await run_in_threadpool(_answer, request, "ics")


def _answer(request: Request, ending: str) -> Response:
    from index.records import open_records

    choice = _choice(request)
    try:
        found = held(open_records(), choice, today())
    except Fault as fault:
        return Response(f"{fault}\n", 400)
    body = _drawn(request, choice, found, ending)
    tag = etag(body)
    if unchanged(tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, media_type=MEDIA[ending], headers={"ETag": tag, "Cache-Control": "max-age=600"})


def _choice(request: Request) -> Choice:
    """The place is the name of the file; `all`, `windows` and `search` are no places."""
    name, asked = request.path_params["name"], request.query_params
    places = () if name in {"all", "windows", "search"} else (name,)
    matters = tuple(asked.getlist("matter"))
    taste = Taste(
        places=places, topics=tuple(asked.getlist("topic")), duties=tuple(asked.getlist("duty")), matters=matters
    )
    words = ", ".join(
        [*(place.upper() for place in places), *taste.topics, *taste.duties, *matters, asked.get("q", "")]
    )
    return Choice(taste=taste, query=asked.get("q", ""), name=words.strip(", ") or "everything")


def _drawn(request: Request, choice: Choice, found: Held, ending: str) -> bytes:
    site = setting("AMICUS_SITE").rstrip("/")
    if ending == "ics":
        shown = days(found, site, today(), only_windows=request.path_params["name"] == "windows")
        return calendar(shown, f"Amicus: {choice.name}", found.learned)
    query = f"?{request.url.query}" if request.url.query else ""
    made = feed(f"Amicus: {choice.name}", f"{site}{request.url.path}{query}", site, found.news, found.learned)
    return atom(made) if ending == "atom" else json_feed(made)

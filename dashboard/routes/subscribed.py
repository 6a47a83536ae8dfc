"""What others subscribe to, by address: feeds, calendars, and the links that mails carry."""

from collections.abc import Container

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from crawlers.fault import Fault
from crawlers.ids import to_path
from crawlers.settings import setting
from crawlers.vocabulary import Duty, Topic
from dashboard import doors
from dashboard.digest.lines import address
from dashboard.digest.news import Taste
from dashboard.feeds.atom import atom, json_feed
from dashboard.feeds.choice import Choice, Held, days, held
from dashboard.feeds.ics import calendar
from dashboard.feeds.item import feed
from dashboard.mail.links import brief
from dashboard.public import position_formats
from dashboard.public.positions import changed, declared
from dashboard.routes import reply
from dashboard.routes.conditional import conditional
from dashboard.today import instant, today
from dashboard.words.tongue import Tongue, later, tongue
from index.lenses import Lens, lenses
from index.phrase import Told, phrase, told
from index.records import Records, open_records

MEDIA = {
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
    "ics": "text/calendar; charset=utf-8",
}
EVERY = {"all", "windows", "search"}  # names of files that are no places


class NotHere(Told):
    """Something is asked for that we do not know."""


def routes() -> list[Route]:
    from dashboard.routes import mail

    return [
        Route("/feed/{name}.{ending}", feeds),
        Route("/calendar/{name}.ics", calendars),
        Route("/m/{name}", matter),
        Route("/mail/list/{token}", mail.frozen_list),
        Route("/mail/{purpose}/{token}", mail.ask, methods=["GET"]),
        Route("/mail/{purpose}/{token}", mail.act, methods=["POST"]),
    ]


async def matter(request: Request) -> Response:
    """The short address that a mail carries leads to the permanent page."""
    id = await run_in_threadpool(_called, request.path_params["name"])
    if not id:
        return _nothing(reply.speaker(request))
    return RedirectResponse(f"{setting('AMICUS_SITE').rstrip('/')}/matter/{to_path(id)}")


def _nothing(speaker: Tongue) -> Response:
    return reply.missing(speaker.say("We hold no matter under this address."), speaker)


def _called(name: str) -> str:
    return next((card.id for card in open_records().cards() if brief(card.id) == name), "")


async def feeds(request: Request) -> Response:
    """/feed/all.atom, /feed/us.json, /feed/search.atom?q=…; ?topic=, ?duty=, ?matter= and ?lens= narrow."""
    ending = request.path_params["ending"]
    if ending not in {"atom", "json"}:
        return PlainTextResponse("write .atom or .json\n", 404)
    return await run_in_threadpool(_answer, request, ending)


async def calendars(request: Request) -> Response:
    """/calendar/all.ics, /calendar/us.ics, /calendar/windows.ics (windows alone); narrowed like a feed; ?lang= is the language of both."""
    return await run_in_threadpool(_answer, request, "ics")


def _answer(request: Request, ending: str) -> Response:
    records, speech = open_records(), tongue(request.query_params.get("lang", "en"))
    try:
        choice = _choice(request, records)
        found = held(records, choice, today())
    except NotHere as fault:
        return PlainTextResponse(f"{told(fault, speech)}\n", 404)
    except Fault as fault:
        return PlainTextResponse(f"{told(fault, speech)}\n", 400)
    answer = Response(_drawn(request, choice, found, ending, speech), media_type=MEDIA[ending])
    return conditional(request, answer, _modified(found))


def _modified(found: Held) -> str:
    """Days pass out of calendars and old facts out of feeds at midnight; positions come and go."""
    return min(max(found.learned, found.checked.at, changed(), f"{today()}T00:00:00Z"), instant())


def _choice(request: Request, records: Records) -> Choice:
    """The place is the name of the file. Raises NotHere."""
    name, asked = request.path_params["name"], request.query_params
    taste = Taste(
        places=() if name in EVERY else (_one_of(doors.places(), later("there is no place {name}"), name),),
        topics=tuple(_one_of({*Topic}, later("there is no topic {name}"), one) for one in asked.getlist("topic")),
        duties=tuple(_one_of({*Duty}, later("there is no duty {name}"), one) for one in asked.getlist("duty")),
        matters=tuple(_matter(records, one) for one in asked.getlist("matter")),
    )
    lens, query = _lens(asked.get("lens", "")), asked.get("q", "").strip()
    both = f"({lens.query}) AND ({query})" if lens and query else lens.query if lens else query
    return Choice(taste=taste, query=both, lens=lens.name if lens else "", typed=query)


def _one_of(known: Container[str], none: str, name: str) -> str:
    if name not in known:
        raise NotHere(phrase(none, name=repr(name[:80])))
    return name


def _matter(records: Records, id: str) -> str:
    """The id under which we hold it, also where another one led there."""
    found = records.get(id)
    if found is None:
        raise NotHere(phrase("there is no matter {name}", name=repr(id[:80])))
    return found.id


def _lens(id: str) -> Lens | None:
    """None where no lens is asked for."""
    if not id:
        return None
    _one_of({lens.id for lens in lenses()}, later("there is no lens {name}"), id)
    return next(lens for lens in lenses() if lens.id == id)


def _drawn(request: Request, choice: Choice, found: Held, ending: str, speech: Tongue) -> bytes:
    site, title = setting("AMICUS_SITE").rstrip("/"), f"Amicus: {choice.name(speech)}"
    fresh = found.checked.said(speech)
    if ending == "ics":
        shown = days(found, site, today(), speech, only_windows=request.path_params["name"] == "windows")
        return calendar(shown, title, found.learned, fresh=fresh, language=speech.code)
    query = f"?{request.url.query}" if request.url.query else ""
    said = position_formats.entries(
        position_formats.stated(found.cards.values(), declared()), lambda id: address(site, id), speech
    )
    made = feed(title, f"{site}{request.url.path}{query}", site, found.news, found.checked.at, fresh, speech, said)
    return atom(made) if ending == "atom" else json_feed(made)

"""Two laws or two versions beside each other, to print, to link and for a wiki page."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from crawlers import ids
from crawlers.matter import Matter
from dashboard import doors
from dashboard.reads import comparison
from dashboard.reads.comparison import Halves
from dashboard.routes import forms, reply
from dashboard.today import today
from dashboard.views.matters import compared
from dashboard.words.tongue import Tongue


async def compare(request: Request) -> Response:
    """/comparison?one=ID&two=ID&old=VERSION&new=VERSION, with show=side or format=wikitext."""
    return await run_in_threadpool(_compare, request)


def _compare(request: Request) -> Response:
    speaker, asked = reply.speaker(request), request.query_params
    one, two = (_held(asked.get(name, "")) for name in ("one", "two"))
    known = one if two or not asked.get("two") else None  # the versions of one law are no answer to two
    pair = comparison.asked(known, two, asked.get("old", ""), asked.get("new", ""), speaker.code) if known else None
    if not pair:
        return reply.missing(speaker.say("We hold no two texts under this address."), speaker)
    return _drawn(pair, asked.get("format", ""), asked.get("show", ""), speaker)


def _drawn(pair: Halves, form: str, show: str, speaker: Tongue) -> Response:
    if form == "wikitext":
        site = forms.site()
        words = compared.wikitext(*pair, lambda id: f"{site}/matter/{ids.to_path(id)}" if site else "", speaker)
        return PlainTextResponse(words, media_type="text/plain; charset=utf-8")
    fresh = doors.freshness(today(), speaker)
    return reply.page(compared.page(*pair, "side" if show == "side" else "duties", fresh, speaker))


def _held(id: str) -> Matter | None:
    return doors.matter(id) if ids.valid(id) else None

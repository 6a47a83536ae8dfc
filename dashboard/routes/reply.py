"""Answers of routes: a page, a file, or a fault in one sentence; and what the request asks for."""

import csv
import io
from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from crawlers.fault import Fault
from dashboard.guard import ONLY_INSIDERS
from dashboard.views.page import render
from dashboard.views.text import clean
from dashboard.words.tongue import COOKIE, LANGUAGES, Tongue, tongue
from index.phrase import told

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def speaker(request: Request, usual: str = "en") -> Tongue:
    """The language asked for in the address, else chosen before, else the browser's first that we speak, else the usual."""
    asked = request.query_params.get("lang", "")
    wanted = [part.partition(";")[0].strip() for part in request.headers.get("accept-language", "").split(",")]
    for code in [asked, request.cookies.get(COOKIE, ""), *wanted, usual]:
        if code.lower().partition("-")[0] in LANGUAGES:
            return tongue(code)
    return tongue("en")


def page(html: Markup, status: int = 200) -> Response:
    return HTMLResponse(str(html), status_code=status)


def missing(what: str, speaker: Tongue, now: str = "") -> Response:
    """404, with what to do next; `now` is the address of what is here today."""
    return page(render("absent.html", speaker, what=what, now=now, title=speaker.say("Not here")), 404)


def fault(request: Request, raised: Exception) -> Response:
    """503 with the one sentence that a fault is, where a page or file cannot be made now; nothing is lost by it."""
    said = told(raised, speaker(request)) if isinstance(raised, Fault) else str(raised)
    return PlainTextResponse(f"{said}\n", 503, {"Retry-After": "60"})


def json(value: object) -> Response:
    return Response(msgspec.json.format(msgspec.json.encode(value), indent=1), media_type="application/json")


def insiders(request: Request) -> Response:
    """403, with who may read what was asked for."""
    return PlainTextResponse(f"{speaker(request).say(ONLY_INSIDERS)}\n", 403)


def table(head: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> Response:
    """CSV that a spreadsheet reads as words only: what looks like a formula gets an apostrophe."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(made.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    words = str(clean(value)).replace("\r", " ").replace("\n", " ")
    return f"'{words}" if words.lstrip().startswith(_FORMULA) else words


def calendar(body: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
    return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)

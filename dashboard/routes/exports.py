"""Lists as other programs read them: a search, what changed, the windows, the sources."""

from collections.abc import Iterable
from datetime import timedelta

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import doors
from dashboard.reads import search_page, search_url
from dashboard.routes import reply
from dashboard.routes.forms import HEAD, row, subscribed
from dashboard.today import instant, today
from index.clock import Window
from index.phrase import told
from index.query import BadQuery

LIMIT = 500


def _none(ending: str, there: str) -> Response:
    return PlainTextResponse(f"there is no form {ending[:20]!r}; ask for {there}", 404)


def search(request: Request) -> Response:
    """Up to 500 matters of the list, whole facts for each; words only as their licence allows."""
    state = search_url.state(request.query_params.multi_items())
    ending = request.path_params["ending"]
    speaker = reply.speaker(request)
    if ending in {"atom", "ics"}:
        return subscribed("search", ending, speaker, q=search_url.query(state))
    try:
        found = search_page.asked(state, today(), LIMIT)
    except BadQuery as fault:
        return PlainTextResponse(f"{speaker.say('This search cannot run')}: {told(fault, speaker)}", 400)
    cards = [card for hit in found.hits if (card := doors.card(hit.matter))]
    if ending == "json":
        hits = [
            {
                "id": hit.matter,
                "title": hit.title,
                "jurisdiction": hit.jurisdiction,
                "date": hit.date,
                "provision": hit.provision,
            }
            for hit in found.hits
        ]
        return reply.json(
            {"total": found.total, "made": instant(), "relaxed": found.relaxed, "facets": found.facets, "hits": hits}
        )
    if ending == "csv":
        return reply.table(HEAD, map(row, cards), "amicus-search")
    return _none(ending, "json, csv, ics or atom")


def changes(request: Request) -> Response:
    """The last 30 days, newest first; never of the invented place."""
    ending = request.path_params["ending"]
    found = doors.news((today() - timedelta(days=30)).isoformat(), today())[::-1][:LIMIT]
    if ending == "json":
        return reply.json({"made": instant(), "changes": [msgspec.to_builtins(one) for one in found]})
    if ending == "atom":
        return subscribed("all", "atom", reply.speaker(request))
    return _none(ending, "json or atom")


def windows(request: Request) -> Response:
    ending = request.path_params["ending"]
    found = doors.open_windows(today())
    if ending == "ics":
        return subscribed("windows", "ics", reply.speaker(request))
    if ending == "json":
        return reply.json(
            {
                "made": instant(),
                "windows": [{**msgspec.to_builtins(window), "answer": window.answer.shape()} for window in found],
            }
        )
    if ending == "csv":
        return reply.table(
            (
                "matter",
                "title",
                "place",
                "court",
                "stage",
                "side",
                "state",
                "notify by",
                "safe",
                "date",
                "verified",
                "rule",
            ),
            _rows(found),
            "amicus-windows",
        )
    return _none(ending, "ics, json or csv")


def _rows(found: Iterable[Window]) -> Iterable[tuple[object, ...]]:
    for one in found:
        answer = one.answer
        yield (
            *(one.matter, one.title, one.jurisdiction, one.court, one.stage, one.side, one.state),
            *(answer.notify_by or "", answer.safe or "", answer.date or "", answer.verified, one.rule),
        )


def sources(request: Request) -> Response:
    ending = request.path_params["ending"]
    found = [msgspec.to_builtins(source) for source in doors.sources()]
    if ending == "json":
        return reply.json({"made": instant(), "sources": found})
    if ending == "csv":
        head = ("id", "name", "jurisdiction", "verdict", "checked", "reason", "licence")
        return reply.table(head, ([one.get(name, "") for name in head] for one in found), "amicus-sources")
    return _none(ending, "json or csv")

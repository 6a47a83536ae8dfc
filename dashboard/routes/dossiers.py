"""Dossiers of opportunities, and the register of duties that bind us, as files. What persons wrote is in neither."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crawlers import ids
from crawlers.sources import Republish, watched
from dashboard.today import today

MEDIA = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "wiki": "text/plain; charset=utf-8",
}


def routes() -> list[Route]:
    return [Route("/dossier.{ending}", dossiers), Route("/register.csv", register)]


async def dossiers(request: Request) -> Response:
    """/dossier.html?id=…, .docx, .wiki; 404 with the reason where there is no window to act."""
    ending, id = request.path_params["ending"], request.query_params.get("id", "")
    if ending not in MEDIA or not ids.valid(id):
        return Response("write /dossier.html?id=PLACE/SERIES/NUMBER, or .docx, .wiki\n", 404)
    return await run_in_threadpool(_dossier, id, ending)


def _dossier(id: str, ending: str) -> Response:
    from dashboard.dossier.docx import docx
    from dashboard.dossier.html import html
    from dashboard.dossier.wikitext import wikitext
    from index.dossier import dossier
    from index.opportunities import opportunity
    from index.records import open_records

    records = open_records()
    matter = records.get(id)
    found = opportunity(matter, today()) if matter else None
    if not matter or not found:
        return Response(
            "Nothing can be filed in this matter now, or it is not here; see /matter/ for its dates.\n", 404
        )
    source = watched().sources.get(matter.source)
    republish = source.republish if source else Republish.LINK
    made = dossier(matter, found, records.cards(kind="case"), today(), republish)
    body = {"html": html, "docx": docx, "wiki": wikitext}[ending](made)
    name = f"{ids.to_file(id)}.{'txt' if ending == 'wiki' else ending}"
    headers = {} if ending == "html" else {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=MEDIA[ending], headers=headers)


async def register(_request: Request) -> Response:
    """The duties that bind the foundation's profile, as CSV for an auditor."""
    body = await run_in_threadpool(_register)
    headers = {"Content-Disposition": 'attachment; filename="register.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _register() -> str:
    from index.binding.profile import profiles
    from index.compliance import binding, recorded, table
    from index.compliance import register as rows
    from index.private import open_private
    from index.records import open_records

    laws = binding(open_records(), profiles()["foundation"])
    return table(rows(laws, recorded(open_private()), today()))

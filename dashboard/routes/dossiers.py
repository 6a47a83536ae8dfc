"""Dossiers of opportunities, and the register of duties that bind us, as files; who did what is for insiders alone."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from crawlers import ids
from crawlers.fault import Fault
from dashboard.dossier.made import FORMATS, drawn, made
from dashboard.guard import INSIDER, ONLY_INSIDERS
from dashboard.today import today


def routes() -> list[Route]:
    return [Route("/dossier.{ending}", dossiers), Route("/register.csv", register)]


async def dossiers(request: Request) -> Response:
    """/dossier.html?id=…, .docx, .wiki; 404 with the reason where there is no window to act."""
    ending, id = request.path_params["ending"], request.query_params.get("id", "")
    if ending not in FORMATS or not ids.valid(id):
        return Response("write /dossier.html?id=PLACE/SERIES/NUMBER, or .docx, .wiki\n", 404)
    return await run_in_threadpool(_dossier, id, ending)


def _dossier(id: str, ending: str) -> Response:
    try:
        body = drawn(made(id), ending)
    except Fault as fault:
        return Response(f"{fault}\n", 404)
    name = f"{ids.to_file(id)}.{'txt' if ending == 'wiki' else ending}"
    headers = {} if ending == "html" else {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=FORMATS[ending], headers=headers)


async def register(request: Request) -> Response:
    """The duties that bind the foundation's profile, with who did what, as CSV for an auditor."""
    if INSIDER not in request.headers:
        return PlainTextResponse(ONLY_INSIDERS, 403)
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

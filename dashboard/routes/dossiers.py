"""Dossiers, briefs, assessments and the register of duties as files; what people here wrote is for insiders alone."""

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from crawlers import ids
from crawlers.fault import Fault
from dashboard.dossier.briefed import assessment_of, brief_of, published
from dashboard.dossier.made import FORMATS, drawn, made
from dashboard.dossier.outline import Paper
from dashboard.guard import INSIDER
from dashboard.routes import reply
from dashboard.today import today
from dashboard.words.tongue import Tongue
from index.lenses import lenses
from index.phrase import told


def routes() -> list[Route]:
    return [
        Route("/dossier.{ending}", dossiers),
        Route("/brief.{ending}", briefs),
        Route("/assessment.{ending}", assessments),
        Route("/register.csv", register),
    ]


async def dossiers(request: Request) -> Response:
    """/dossier.html?id=…, .docx, .wiki; 404 with the reason where there is no window to act."""
    ending, id = request.path_params["ending"], request.query_params.get("id", "")
    if ending not in FORMATS or not ids.valid(id):
        return PlainTextResponse("write /dossier.html?id=PLACE/SERIES/NUMBER, or .docx, .wiki\n", 404)
    speaker = reply.speaker(request)
    return await run_in_threadpool(_given, partial(made, id, speaker), id, ending, speaker)


def _given(paper: Callable[[], Paper], name: str, ending: str, speaker: Tongue) -> Response:
    """The paper as a page or a file; 404 with the reason where there is none."""
    try:
        body = drawn(paper(), ending)
    except Fault as fault:
        return PlainTextResponse(f"{told(fault, speaker)}\n", 404)
    file = f"{ids.to_file(name) if ids.valid(name) else name}.{'txt' if ending == 'wiki' else ending}"
    headers = {} if ending == "html" else {"Content-Disposition": f'attachment; filename="{file}"'}
    return Response(body, media_type=FORMATS[ending], headers={**headers, "Cache-Control": "private, no-store"})


async def briefs(request: Request) -> Response:
    """/brief.html?id=… or ?lens=…, .docx, .wiki: for strangers only one that was published, as it was then."""
    ending = request.path_params["ending"]
    subject = request.query_params.get("id", "") or request.query_params.get("lens", "")
    if ending not in FORMATS or not (ids.valid(subject) or subject in {lens.id for lens in lenses()}):
        return PlainTextResponse("write /brief.html?id=PLACE/SERIES/NUMBER or ?lens=NAME, or .docx, .wiki\n", 404)
    speaker = reply.speaker(request)
    if INSIDER in request.headers:
        made = partial(brief_of, subject, speaker, secret=True)
        return await run_in_threadpool(_given, made, subject, ending, speaker)
    paper = await run_in_threadpool(published, subject)
    return _given(lambda: paper, subject, ending, speaker) if paper else reply.insiders(request)


async def assessments(request: Request) -> Response:
    """/assessment.html?id=…, .docx, .wiki, for insiders."""
    ending, id = request.path_params["ending"], request.query_params.get("id", "")
    if INSIDER not in request.headers:
        return reply.insiders(request)
    if ending not in FORMATS or not ids.valid(id):
        return PlainTextResponse("write /assessment.html?id=PLACE/SERIES/NUMBER, or .docx, .wiki\n", 404)
    speaker = reply.speaker(request)
    return await run_in_threadpool(_given, partial(assessment_of, id, speaker), id, ending, speaker)


async def register(request: Request) -> Response:
    """/register.csv?profile=…: the duties that bind the foundation, with who did what, or another, as CSV for an auditor."""
    if INSIDER not in request.headers:
        return reply.insiders(request)
    from index.binding.profile import profiles

    profile = request.query_params.get("profile", "") or next(iter(profiles()))
    if profile not in profiles():
        return PlainTextResponse(f"write /register.csv?profile= and one of {', '.join(profiles())}\n", 404)
    body = await run_in_threadpool(_register, profile)
    headers = {"Content-Disposition": 'attachment; filename="register.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _register(profile: str) -> str:
    from index.advice.laws import binding
    from index.advice.register import recorded, table
    from index.advice.register import register as rows
    from index.binding.profile import profiles
    from index.private import open_private
    from index.records import open_records

    done = recorded(open_private()) if profile == next(iter(profiles())) else {}
    return table(rows(binding(open_records(), profiles()[profile]), done, today()))

"""A folder as a table or for programs, for insiders alone; its notes are in neither."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import doors, private
from dashboard.declaring import KIND
from dashboard.guard import INSIDER
from dashboard.routes import reply
from dashboard.today import today
from dashboard.views.acting.collections import Item, folders, items
from dashboard.words.tongue import tongue

HEAD = ("matter", "title", "place", "status", "position", "says", "version", "lead", "public", "url")


async def folder(request: Request) -> Response:
    """/folder.csv?folder=NAME, .json."""
    if INSIDER not in request.headers:
        return reply.insiders(request)
    name, ending = request.query_params.get("folder", ""), request.path_params["ending"]
    found = await run_in_threadpool(_items, name)
    if found is None or ending not in {"csv", "json"}:
        return PlainTextResponse("write /folder.csv?folder=NAME or /folder.json?folder=NAME, of a folder here\n", 404)
    rows = [_row(item) for item in found]
    named = [dict(zip(HEAD, row, strict=True)) for row in rows]
    made = reply.table(HEAD, rows, "folder") if ending == "csv" else reply.json({"folder": name, "matters": named})
    made.headers["Cache-Control"] = "private, no-store"
    return made


def _items(name: str) -> list[Item] | None:
    chosen = next((one for one in folders(private.newest("folder")) if one.name == name), None)
    if chosen is None:
        return None
    return items(chosen, private.kept("item"), doors.card, today(), tongue("en"), private.kept(KIND))


def _row(item: Item) -> tuple[object, ...]:
    matter, public = item.matter, "yes" if item.public else "no"
    about = (matter.id, matter.title, matter.jurisdiction, str(matter.status))
    return (*about, item.position, item.says, item.version, item.lead, public, matter.url)

"""The stylesheet of permanent pages, and whether the server is well."""

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

STYLE = Path(__file__).parent.parent / "static" / "amicus.css"


@cache
def style() -> str:
    return STYLE.read_text("utf-8")


def stylesheet(_: Request) -> Response:
    return Response(style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})

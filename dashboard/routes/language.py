"""The reader's choice of a language: kept in a cookie of this server, then back to the page that was read."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.routes import reply
from dashboard.words.tongue import COOKIE, LANGUAGES

YEAR = 365 * 24 * 3600


def choose(request: Request) -> Response:
    code, back = request.path_params["code"], request.query_params.get("back", "")
    if code not in LANGUAGES:
        return reply.missing(f"{code[:20]}: {', '.join(LANGUAGES)}", reply.speaker(request))
    answer = RedirectResponse(back if _ours(back) else "/", 303)
    answer.set_cookie(COOKIE, code, max_age=YEAR, httponly=True, samesite="lax")
    return answer


def _ours(back: str) -> bool:
    """A path of this server: nobody is led elsewhere by a link that looks like ours."""
    parts = urlsplit(back)
    return back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc and back.isprintable()

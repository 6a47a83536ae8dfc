"""The links in mails. A GET only asks, so that a scanner which opens links changes nothing; a POST acts (RFC 8058)."""

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.mail import tokens
from dashboard.mail.confirming import confirm, frozen, stop
from dashboard.mail.store import open_store
from dashboard.mail.subscriptions import erase
from dashboard.mail.tokens import BadToken

ASKS = {
    "confirm": ("Confirm the digest", "Yes, send me the digest"),
    "stop": ("Stop the digest", "Stop this mail"),
    "settings": ("Your digest", "Erase my address and all that was sent to me"),
}
DONE = {
    "confirm": "Confirmed. The first digest comes with the next run.",
    "stop": "Stopped. Nothing more will come to this address.",
    "settings": "Erased. We no longer hold your address, your wishes or what was sent to you.",
}
PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
    '<title>{title}</title></head><body style="font:16px/1.5 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem">'
    "<h1>{title}</h1>{body}</body></html>"
)
FORM = Markup('<form method="post"><button style="font:inherit;padding:.5rem 1rem">{words}</button></form>')


async def ask(request: Request) -> Response:
    """The question with one button. A link that we did not sign is told so, once, in one sentence."""
    purpose = request.path_params["purpose"]
    if purpose not in ASKS:
        return _page("Not here", "There is no such page.", 404)
    title, words = ASKS[purpose]
    try:
        tokens.read(purpose, request.path_params["token"], tokens.secret())
    except BadToken as bad:
        return _page("This link does not work", str(bad), 400)
    return HTMLResponse(PAGE.format(title=title, body=FORM.format(words=words)))


async def act(request: Request) -> Response:
    return await run_in_threadpool(_act, request.path_params["purpose"], request.path_params["token"])


def _act(purpose: str, token: str) -> Response:
    if purpose not in ASKS:
        return _page("Not here", "There is no such page.", 404)
    store, secret = open_store(), tokens.secret()
    try:
        if purpose == "confirm":
            confirm(store, secret, token)
        elif purpose == "stop":
            stop(store, secret, token)
        else:
            erase(store, tokens.read("settings", token, secret))
    except BadToken as bad:
        return _page("This link does not work", str(bad), 400)
    return _page(ASKS[purpose][0], DONE[purpose])


async def frozen_list(request: Request) -> Response:
    """The list as it was mailed."""
    try:
        page = await run_in_threadpool(frozen, open_store(), tokens.secret(), request.path_params["token"])
    except BadToken as bad:
        return _page("This link does not work", str(bad), 400)
    return HTMLResponse(page) if page else _page("Not here", "Its reader asked us to erase it.", 410)


def _page(title: str, words: str, status: int = 200) -> Response:
    return HTMLResponse(PAGE.format(title=title, body=Markup("<p>{}</p>").format(words)), status_code=status)

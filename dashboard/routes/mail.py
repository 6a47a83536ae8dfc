"""The links in mails. A GET only asks, so that a scanner which opens links changes nothing; a POST acts (RFC 8058)."""

from urllib.parse import parse_qs

from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from crawlers.fault import Fault
from dashboard.digest.following import known
from dashboard.digest.speech import speech
from dashboard.mail import pages, tokens
from dashboard.mail.confirming import confirm, frozen, stop
from dashboard.mail.settings import changed
from dashboard.mail.store import Store, open_store
from dashboard.mail.subscriptions import by_id, erase, wish
from dashboard.mail.tokens import BadToken
from dashboard.routes import reply
from dashboard.words.tongue import Tongue, later
from index.phrase import told
from index.private import open_private

ASKS = {
    "confirm": (later("Confirm the digest"), later("Yes, send me the digest")),
    "stop": (later("Stop the digest"), later("Stop this mail")),
    "settings": (later("Your digest"), ""),
}
DONE = {
    "confirm": later("Confirmed. The first digest comes with the next run."),
    "stop": later("Stopped. Nothing more will come to this address."),
    "erase": later("Erased. We no longer hold your address, your wishes or what was sent to you."),
    "save": later("Kept. The next digest follows it."),
    "gone": later("We hold no address under this link; it was erased, or asked for anew."),
    "missing": later("There is no such page."),
}
LONGEST = 20_000  # bytes of a form


async def ask(request: Request) -> Response:
    """The question with one button. A link that we did not sign is told so, once, in one sentence."""
    asked = request.path_params["purpose"], request.path_params["token"]
    return await run_in_threadpool(_ask, *asked, reply.speaker(request))


def _ask(purpose: str, token: str, reader: Tongue) -> Response:
    if purpose not in ASKS:
        return _said(later("Not here"), "missing", 404, reader)
    try:
        one = by_id(open_store(), tokens.read(purpose, token, tokens.secret()))
    except BadToken as bad:
        return _refused(bad, reader)
    say, (title, button) = speech(one.wishes.language if one else "en"), ASKS[purpose]
    if purpose == "settings":
        return _page(pages.settings(say, say.say(title), one.wishes)) if one else _said(title, "gone", 410, reader)
    return _page(pages.question(say, say.say(title), say.say(button)))


async def act(request: Request) -> Response:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            return Response("that is no form of ours\n", 413, media_type="text/plain")
    form = parse_qs(body.decode("utf-8", "replace"))
    asked = request.path_params["purpose"], request.path_params["token"]
    return await run_in_threadpool(_act, *asked, form, reply.speaker(request))


def _act(purpose: str, token: str, form: dict[str, list[str]], say: Tongue) -> Response:
    """`say` is the language of the browser, until we know who writes."""
    if purpose not in ASKS:
        return _said(later("Not here"), "missing", 404, say)
    store, secret = open_store(), tokens.secret()
    try:
        one = by_id(store, tokens.read(purpose, token, secret))
        say = speech(one.wishes.language) if one else say
        if purpose == "settings":
            return _settled(store, token.rpartition(".")[0], form, say)
        (confirm if purpose == "confirm" else stop)(store, secret, token)
    except Fault as fault:
        return _refused(fault, say)
    return _said(ASKS[purpose][0], purpose, 200, say)


def _settled(store: Store, id: str, form: dict[str, list[str]], say: Tongue) -> Response:
    """Erase or change, whichever button was pressed. Raises Fault for wishes that cannot be."""
    one, do = by_id(store, id), form.get("do", [""])[0]
    if one is None:
        return _said(ASKS["settings"][0], "gone", 410, say)
    if do == "erase":
        erase(store, id)
    else:
        wishes = changed(one.wishes, form)
        known(open_private(), replace(wishes, searches=(), collections=()))
        wish(store, id, wishes)
        say = speech(wishes.language)
    return _said(ASKS["settings"][0], "erase" if do == "erase" else "save", 200, say)


async def frozen_list(request: Request) -> Response:
    """The list as it was mailed."""
    return await run_in_threadpool(_frozen, request.path_params["token"], reply.speaker(request))


def _frozen(token: str, say: Tongue) -> Response:
    try:
        page = frozen(open_store(), tokens.secret(), token)
    except BadToken as bad:
        return _refused(bad, say)
    return HTMLResponse(page) if page else _said(later("Not here"), "gone", 410, say)


def _refused(fault: Fault, say: Tongue) -> Response:
    return _page(pages.answer(say, say.say("This did not work"), told(fault, say)), 400)


def _said(title: str, done: str, status: int, say: Tongue) -> Response:
    return _page(pages.answer(say, say.say(title), say.say(DONE[done])), status)


def _page(html: object, status: int = 200) -> Response:
    return HTMLResponse(str(html), status_code=status)

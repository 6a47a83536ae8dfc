"""Who is asked and who asks: hosts that are ours, writes that come from our own pages, people who may see private words."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from crawlers.fault import Fault
from crawlers.settings import setting
from dashboard.words.tongue import later

INSIDER = "x-amicus-insider"  # set here alone; what a client sends under this name is dropped
READS = {"GET", "HEAD", "OPTIONS"}
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
NOT_OUR_HOST = "this address is not one of ours; set AMICUS_SITE to the address at which readers reach the dashboard\n"
NOT_OUR_PAGE = "this change was asked for by a page that is not ours; open it here and try again\n"
ONLY_INSIDERS = later("Only people who are signed in, or who sit at this machine, may read this.")


class Guard:
    """Refuses foreign hosts and foreign writes with one sentence, and marks requests of insiders."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif fault := _refused(scope):
            await _refuse(scope, receive, send, fault)
        else:
            await self.app({**scope, "headers": _marked(scope)}, receive, send)


async def _refuse(scope: Scope, receive: Receive, send: Send, fault: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        status = 421 if fault is NOT_OUR_HOST else 403
        await PlainTextResponse(fault, status)(scope, receive, send)


def _refused(scope: Scope) -> str:
    headers = Headers(scope=scope)
    if not ours(headers.getlist("host")):
        return NOT_OUR_HOST
    writes = scope["type"] == "websocket" or scope["method"] not in READS
    return NOT_OUR_PAGE if writes and not _from_us(headers) else ""


def ours(hosts: list[str]) -> bool:
    """One host, and it is a number, this machine or AMICUS_SITE: no name that somebody else's DNS may lead here."""
    name = _name(f"//{hosts[0]}") if len(hosts) == 1 else ""
    return bool(name) and (name in {"localhost", _name(setting("AMICUS_SITE"))} or _address(name) is not None)


def _from_us(headers: Headers) -> bool:
    """Browsers say where a write comes from; a program that is no browser says nothing and holds no one's session."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin", "")
    own = {headers["host"].lower(), urlsplit(setting("AMICUS_SITE")).netloc.lower()}
    return not origin or urlsplit(origin).netloc.lower() in own


def _marked(scope: Scope) -> list[tuple[bytes, bytes]]:
    headers = [(name, value) for name, value in scope["headers"] if name != INSIDER.encode()]
    who = insider(scope)
    return [*headers, (INSIDER.encode(), who.encode("latin-1", "replace"))] if who else headers


def insider(scope: Scope) -> str:
    """The name that a listed proxy gives, or "local" for a browser on this machine; empty for a stranger."""
    header, headers = setting("AMICUS_USER_HEADER").strip(), Headers(scope=scope)
    if not header:
        return "local" if _local(scope, headers) else ""
    said = headers.getlist(header)
    peer = _address(_peer(scope))
    known = peer is not None and any(peer in network for network in proxies())
    return said[0].strip()[:80] if known and len(said) == 1 else ""


def proxies() -> list[IPv4Network | IPv6Network]:
    """Raises Fault for what is no address and no network."""
    listed = [one.strip() for one in setting("AMICUS_PROXIES").split(",") if one.strip()]
    try:
        return [ip_network(one) for one in listed]
    except ValueError as fault:
        raise Fault(f"AMICUS_PROXIES: {fault}; write addresses or networks such as 10.0.0.0/8") from fault


def _local(scope: Scope, headers: Headers) -> bool:
    """Peer, host, listening address and site are all this machine, and no proxy stands between."""
    names = (_peer(scope), _name(f"//{headers['host']}"), setting("AMICUS_HOST"), _name(setting("AMICUS_SITE")))
    return all(loopback(name) for name in names) and not any(name in headers for name in FORWARDED)


def loopback(name: str) -> bool:
    address = _address(name)
    return name == "localhost" or (address is not None and address.is_loopback)


def _peer(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


def _name(url: str) -> str:
    """The host of an address in lower case; empty for what is none, or carries a user."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return ""
    odd = parts.username is not None or (url.startswith("//") and (parts.path or parts.query or parts.fragment))
    return "" if odd else (parts.hostname or "").rstrip(".")


def _address(name: str) -> IPv4Address | IPv6Address | None:
    """The number, an IPv4 one also where it is written as IPv6; nothing for a name."""
    try:
        found = ip_address(name)
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found

"""Where a crawl may go: http and https, the hosts its source names, and public addresses only."""

import ipaddress
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer

from crawlers import settings

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(IgnoreRequest):
    """We do not go there; the message is one sentence."""


def require(url: str, hosts: Iterable[str]) -> str:
    """The host of an address that may be asked. `hosts` are names; `*.x.org` is any below x.org. Raises Refused."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise Refused(f"the address begins with {parts.scheme or 'nothing'}:, only http and https are followed")
    host = (parts.hostname or "").rstrip(".")
    if not any(fnmatchcase(host, name.lower()) for name in hosts):
        raise Refused(f"the address leads to {host or 'no host'}, which is not among the hosts of the source")
    if literal(host) and not public(host):
        raise Refused(f"the address leads to {host}, which is not a public address")
    return host


def literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def public(address: str) -> bool:
    """Is it on the open internet? Loopback counts where a test has opened it (AMICUS_LOOPBACK)."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = _embedded(found)
    if inner is not None:
        return public(str(inner))
    return (found.is_loopback and settings.on("AMICUS_LOOPBACK")) or (found.is_global and not found.is_multicast)


def _embedded(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address only wraps."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


@implementer(IHostnameResolver)
class PublicResolver(CachingHostnameResolver):
    """Gives the connection only public addresses, so that the one checked is the one connected to."""

    def resolveHostName(  # noqa: N802 -- Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        receiver: Any = resolutionReceiver if hostName in _proxies() else _Public(resolutionReceiver)
        return super().resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)


@cache
def _proxies() -> set[str | None]:
    """Hosts of the proxies of the environment: the one way out where there is one, wherever it stands."""
    return {urlsplit(proxy).hostname for proxy in getproxies().values()}


@implementer(IResolutionReceiver)
class _Public:
    """Passes public addresses on; a name that has only others is as good as unknown."""

    def __init__(self, receiver: Any) -> None:
        self._receiver = receiver

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if public(address.host):
            self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        self._receiver.resolutionComplete()

"""The passing token of a source that trades its key for one (OAuth 2, client credentials): in memory alone, told to nobody."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

import msgspec
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawlers.fetch.secret import Secret
from crawlers.sources import Source

_SPARE = 60.0  # seconds before its end in which a token is not used any more
_LONGEST = 3600.0  # a token that says it lasts longer is asked for anew all the same


class Denied(IgnoreRequest):
    """No token was given; the message is one sentence and holds no secret."""


class _Given(msgspec.Struct):
    access_token: str
    expires_in: float | None = None


class Bearer:
    """Signs what goes to the origins of the source's addresses. The key of such a source reads id:secret.

    `ask` is one exchange with the host, past reach and gate, whose answer is not archived.
    """

    def __init__(self, source: Source, secret: Secret, ask: Callable[[Request], Awaitable[Response]]) -> None:
        assert source.token
        self._token, self._source, self._key, self._ask = source.token, source, secret.value, ask
        self._origins = {_origin(url) for url in source.urls}
        self._lock = asyncio.Lock()
        self._value, self._until = "", 0.0

    async def sign(self, request: Request) -> bool:
        """True when the request now bears a token. Raises Denied."""
        if request.meta.get("robots") or _origin(request.url) not in self._origins:
            return False
        async with self._lock:
            if time.monotonic() >= self._until:
                await self._renew()
        request.headers["Authorization"] = f"Bearer {self._value}"
        return True

    def refused(self, request: Request) -> None:
        """The host does not take the token that this request bore: the next is asked for."""
        if request.headers.get("Authorization") == f"Bearer {self._value}".encode():
            self._until = 0.0

    def scrub(self, words: bytes) -> bytes:
        """Without token and secret, where an answer repeats them."""
        for hidden in (self._value, self._key.partition(":")[2]):
            words = words.replace(hidden.encode(), b"{key}") if hidden else words
        return words

    async def _renew(self) -> None:
        name, separated, secret = self._key.partition(":")
        if not separated:
            raise Denied(f"{self._source.key} must read id:secret, as the service gave them to you")
        asked = {
            "grant_type": "client_credentials",
            "client_id": name,
            "client_secret": secret,
            "scope": self._token.scope,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        answer = await self._ask(Request(self._token.url, method="POST", headers=headers, body=urlencode(asked)))
        given = self._given(answer)
        self._value, self._until = given.access_token, time.monotonic() + _lasts(given)

    def _given(self, answer: Response) -> _Given:
        host = urlsplit(self._token.url).hostname
        if answer.status != 200:
            raise Denied(
                f"{host} gives no token for {self._source.key}: it answers {answer.status}; are id and secret right?"
            )
        try:
            return msgspec.json.decode(answer.body, type=_Given, strict=False)
        except msgspec.DecodeError as error:
            raise Denied(f"the answer of {host} holds no token") from error


def _lasts(given: _Given) -> float:
    """Seconds in which the token is used: where the service does not say, until it refuses it."""
    return math.inf if given.expires_in is None else min(given.expires_in, _LONGEST) - _SPARE


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc

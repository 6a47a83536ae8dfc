"""A source's key never reaches disk, log or screen: there it reads {key}."""

from dataclasses import dataclass

from crawlers import settings
from crawlers.fetch.ask import Ask
from crawlers.response import Request
from crawlers.sources import Source

_WORD = "{key}"
_LEAST = 12  # characters; a registered name that serves as a key may stand in a law as well


@dataclass(frozen=True)
class Secret:
    """The key of a source, from the environment; empty when it needs none."""

    value: str

    def hide(self, request: Request) -> Ask:
        return Ask(
            url=self.veil(request.url),
            method=request.method,
            headers={name: self.veil(value) for name, value in request.headers.items()},
            body=self.veil(request.body.decode("utf-8", "surrogateescape")),
            context=dict(request.context),
        )

    def veil(self, words: str) -> str:
        return words.replace(self.value, _WORD) if self.value else words

    def scrub(self, words: bytes) -> bytes:
        """Bytes of an answer that repeats the key; one as short as a name is left where it may be any word."""
        return words.replace(self.value.encode(), _WORD.encode()) if len(self.value) >= _LEAST else words

    def show(self, words: str) -> str:
        return words.replace(_WORD, self.value) if self.value else words


def secret(source: Source) -> Secret:
    return Secret(settings.key(source.key) if source.key else "")

"""A request as it is kept on disk, and its name."""

import hashlib

import msgspec

from crawlers.matter import Struct

CANARY = "canary"


class Ask(Struct, frozen=True, kw_only=True):
    """A source's key is written {key} in it. `context` goes to the parser with the answer."""

    url: str
    method: str = "GET"
    headers: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it
    body: str = ""
    context: dict[str, str] = {}  # noqa: RUF012

    def payload(self) -> bytes:
        return self.body.encode("utf-8", "surrogateescape")


class Row(Struct, frozen=True, kw_only=True):
    """A line of the frontier; `root` is the key of the start request it came from, `answer` the archived answer."""

    id: int
    key: str
    ask: Ask
    depth: int = 0
    root: str = ""
    answer: int | None = None


_decoder = msgspec.json.Decoder(Ask)


def encode(ask: Ask) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(ask, body=ask.body.encode("utf-8", "surrogateescape").hex()))


def decode(line: bytes) -> Ask:
    ask = _decoder.decode(line)
    return msgspec.structs.replace(ask, body=bytes.fromhex(ask.body).decode("utf-8", "surrogateescape"))


def canary(url: str) -> Ask:
    """The question with a known answer, asked for that alone: the same address may be asked for what it says, too."""
    return Ask(url=url, context={CANARY: "alone"})


def key(ask: Ask) -> str:
    """The same for the same question: method, address without fragment, body."""
    url, mark = ask.url.partition("#")[0], (CANARY.encode(),) if CANARY in ask.context else ()
    return hashlib.sha256(b"\n".join((ask.method.encode(), url.encode(), ask.payload(), *mark))).hexdigest()[:32]

"""What a parser gets and gives: a response, a request that follows, a declared total, or a reason why a row or a file is no matter."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from crawlers.fault import Fault
from crawlers.matter import Matter
from crawlers.sources import Source


@dataclass(frozen=True, kw_only=True)
class Response:
    """Bytes as a source served them, from the network, the archive or a file.

    `name` is the file name where there is one; `status` the HTTP status; `fetched` an instant in UTC with Z;
    `context` what the request that led here carried. `beside(name)` gives the bytes of a file served in the same
    folder or archive, or None.
    """

    url: str
    body: bytes
    media_type: str = ""
    name: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched: str = ""
    context: Mapping[str, str] = field(default_factory=dict)
    beside: Callable[[str], bytes | None] = field(default=lambda _name: None, compare=False, repr=False)

    @cached_property
    def snapshot(self) -> str:
        """sha256 of the body, hexadecimal: the name of these bytes in the archive."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def opening(self) -> bytes:
        """The first sign after marks and white space, in UTF-8 or UTF-16: < of markup, { or [ of JSON."""
        return self.head[:1]

    @cached_property
    def head(self) -> bytes:
        """Where the content begins, some 5,000 signs, so that what it is can be told in UTF-8 or UTF-16."""
        return self.body[:10_000].translate(None, b"\0\xff\xfe").removeprefix(b"\xef\xbb\xbf").lstrip()[:5_000]


@dataclass(frozen=True, kw_only=True)
class Request:
    """A follow-up: an address on one of the source's hosts. `context` reaches the parser with the response."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    context: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Declared:
    """How many matters the source itself says there are; compared with what was fetched."""

    total: int


@dataclass(frozen=True)
class Skipped:
    """A row that could not be read as a matter, and why; counted, so that a source that breaks quietly is noticed."""

    reason: str


@dataclass(frozen=True)
class Aside:
    """What a sound file is that holds no matter by its nature, such as a table of codes; one sentence."""

    reason: str


class Unreadable(Fault):
    """The bytes hold nothing this parser can read; the message is one sentence that is true of them."""


class Unread(Unreadable):
    """Sound bytes whose words are not read here, today or on another day: an older format, pictures of pages, a password."""


Found = Matter | Request | Declared | Skipped | Aside
Finds = Iterator[Found]  # what a parser gives, one after another


class Parser(Protocol):
    """`parse` is pure: bytes in, found things out. Raises Unreadable; yields nothing for a sound, empty document.

    A module may also have `start(source, since)`, giving the first requests when `urls` in YAML does not suffice
    (`since`: ISO day from which changes are wanted, or empty).
    """

    VERSION: int

    def parse(self, response: Response, source: Source) -> Finds: ...

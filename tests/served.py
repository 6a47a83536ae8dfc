"""What a source's fixtures answer, by address, and a server on loopback that serves the fixtures of many sources.

`urls.yaml` of a fixture folder maps addresses to files. The address `first` (`first 2`, `first 3`, …) stands for the
source's first requests, whatever day it is (`first?page=2`: with that parameter). A pattern (`*.dat`) in the place of a file is a zip of what it matches.
What is sent by POST stands after the address, behind a space. A feed that has no folder of its own is served the feed of another,
since all are read by the same code.
"""

import io
import os
import re
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest.mock import patch
from urllib.parse import parse_qsl

from w3lib.url import safe_url_string

from crawlers import facts
from crawlers.crawl.harvest import first_requests
from crawlers.paging import with_query
from crawlers.sources import Default, Source, watched

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FEED = FIXTURES / "intl-wikimedia-diff" / "feed.xml"
SERVED = "X-Amicus-Address"  # under this header tests.paths passes on the address that was meant
KEY = "a-key-of-the-tests"
_FIRST = re.compile(r"first(?: (\d+))?(?:\?(.*))?")


def crawled() -> list[Source]:
    """The sources that an update asks, with a key where one is needed; not the invented place."""
    asked = [source for source in watched().sources.values() if source.jurisdiction != "zz"]
    return [source for source in asked if source.default is not Default.OFF]


def driven() -> list[Source]:
    """These, and the sources that are asked only by name but whose fixtures hold a whole path."""
    off = [source for source in watched().sources.values() if source.default is Default.OFF]
    return [*crawled(), *(source for source in off if (FIXTURES / source.id / "urls.yaml").exists())]


def first_addresses(source: Source, since: str, today: str) -> list[str]:
    """As they go over the wire."""
    with patch.dict(os.environ, keys([source])):
        return [address(safe_url_string(r.url), r.body) for r in first_requests(source, since, today)]


def address(url: str, body: bytes) -> str:
    """By which a page is known: what is asked by POST, too."""
    return f"{url} {body.decode()}" if body else url


def keys(sources: list[Source]) -> dict[str, str]:
    """A key for each source that needs one."""
    return {source.key: f"{KEY}:{KEY}" if source.token else KEY for source in sources if source.key}


def pages(source: Source, today: str) -> dict[str, bytes]:
    """The bodies of a source's path by address; empty where the fixtures do not answer its first request."""
    first, folder = first_addresses(source, "", today), FIXTURES / source.id
    if source.feed and not folder.exists():
        return dict.fromkeys(first, FEED.read_bytes())
    found = {url: _body(folder, file) for url, file in files(source, today).items()}
    found |= {source.token.url: b'{"access_token": "a-token", "expires_in": 3600}'} if source.token else {}
    return found if found.keys() & {*first} else {}


def files(source: Source, today: str) -> dict[str, str]:
    """By address, the file (or the pattern) that its fixtures name."""
    listed = FIXTURES / source.id / "urls.yaml"
    named: dict[str, str] = facts.load(listed) if listed.exists() else {}
    first = first_addresses(source, "", today) if any(map(_FIRST.fullmatch, named)) else []
    return {_address(url, first): file for url, file in named.items()}


def _address(url: str, first: list[str]) -> str:
    match = _FIRST.fullmatch(url)
    if not match:
        return url
    address = first[int(match[1] or 1) - 1]
    return with_query(address, **dict(parse_qsl(match[2]))) if match[2] else address


def _body(folder: Path, name: str) -> bytes:
    if "*" not in name:
        return (folder / name).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file in sorted(folder.glob(name)):
            archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
    return out.getvalue()


@dataclass
class Server:
    """`asked` and `sent` grow with each request and each body that went out; `pages` may be changed in between.

    Without `validators` every page is sent whole, as by a source that knows neither ETag nor "not modified".
    """

    pages: dict[str, bytes]
    port: int = 0
    asked: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    validators: bool = True


class _Patient(ThreadingHTTPServer):
    request_queue_size = 256  # all sources knock at once; a longer queue than the default loses none of them


@contextmanager
def serving(pages: dict[str, bytes]) -> Iterator[Server]:
    """Every page with an ETag of its bytes, and "not modified" to whoever has them."""
    served = Server(pages)
    server = _Patient(("127.0.0.1", 0), _handler(served))
    served.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


def _handler(served: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = self.headers[SERVED]
            served.asked.append(address)
            body = served.pages.get(address, served.pages.get(address.partition(" ")[0]))
            if body is None:
                self._answer(404)
            elif served.validators and self.headers["If-None-Match"] == _etag(body):
                self._answer(304)
            else:
                served.sent.append(address)
                self._answer(200, body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            self.do_GET()

        def _answer(self, status: int, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if body and served.validators:
                self.send_header("ETag", _etag(body))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    return Handler


def _etag(body: bytes) -> str:
    return f'"{sha256(body).hexdigest()}"'

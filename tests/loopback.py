"""A site on this machine with several hosts (127.0.0.2, .3 …), which answers as real ones do, also badly."""

import json
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from crawlers.sources import Canary, Default, Politeness, Proof, Republish, Source


@dataclass(frozen=True)
class Page:
    """An answer. `etag` makes it answer 304 to who has it; `act` writes the answer by itself instead."""

    body: bytes = b""
    status: int = 200
    media_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    act: "Callable[[BaseHTTPRequestHandler], None] | None" = None


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    host: str
    path: str
    headers: dict[str, str]
    at: float


class Site:
    """Pages by host and path; a list of pages is given one after the other, its last again and again."""

    def __init__(self) -> None:
        self.pages: dict[tuple[str, str], Page | list[Page]] = {}
        self.log: list[Asked] = []
        self.port = 0
        self._servers: list[ThreadingHTTPServer] = []

    def serve(self, hosts: int) -> None:
        for number in range(2, hosts + 2):
            server = _Server((f"127.0.0.{number}", self.port), _handler(self))
            self.port = server.server_address[1]
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
            self._servers.append(server)

    def close(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def url(self, number: int, path: str = "/") -> str:
        return f"http://127.0.0.{number}:{self.port}{path}"

    def put(self, number: int, path: str, *pages: Page) -> None:
        self.pages[f"127.0.0.{number}", path] = list(pages)

    def asked(self, number: int, robots: bool = False) -> list[str]:
        """Paths asked of a host, in order."""
        return [
            one.path for one in self.log if one.host == f"127.0.0.{number}" and (robots or one.path != "/robots.txt")
        ]

    def page(self, host: str, path: str) -> Page:
        pages = self.pages.get((host, path), Page(status=404, body=b"no such page"))
        if isinstance(pages, Page):
            return pages
        return pages.pop(0) if len(pages) > 1 else pages[0]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


@contextmanager
def site(hosts: int) -> Iterator[Site]:
    served = Site()
    served.serve(hosts)
    yield served
    served.close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = str(self.server.server_address[0])
            site.log.append(Asked(host, self.path, dict(self.headers.items()), time.time()))
            page = site.page(host, self.path)
            page.act(self) if page.act else _answer(self, page)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the log is a list."""

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:
                self.close_connection = True

    return Handler


def _answer(handler: BaseHTTPRequestHandler, page: Page) -> None:
    same = page.etag and handler.headers.get("If-None-Match") == page.etag
    handler.send_response(304 if same else page.status)
    for name, value in ({"ETag": page.etag} if page.etag else {} | page.headers).items():
        handler.send_header(name, value)
    if same:
        handler.end_headers()
        return
    handler.send_header("Content-Type", page.media_type)
    handler.send_header("Content-Length", str(len(page.body)))
    handler.end_headers()
    handler.wfile.write(page.body)


def bills(*rows: dict[str, str], total: int | None = None, following: str = "", etag: str = "") -> Page:
    """A listing."""
    content: dict[str, object] = {"bills": rows}
    if total is not None:
        content["total"] = total
    if following:
        content["next"] = following
    return Page(json.dumps(content).encode(), etag=etag)


def bill(number: str, **facts: str) -> Page:
    etag = facts.pop("etag", "")
    return Page(json.dumps({"number": number, "title": f"Bill {number}", **facts}).encode(), etag=etag)


def slow(handler: BaseHTTPRequestHandler) -> None:
    """Begins to answer, then says nothing."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")
    handler.wfile.flush()
    threading.Event().wait(15)


def truncated(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"bills": [')
    handler.close_connection = True


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    while True:
        handler.wfile.write(chunk)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """A hundred million blanks in a hundred kilobytes."""
    engine = zlib.compressobj(9, wbits=31)
    body = b"".join(engine.compress(b" " * 1_000_000) for _ in range(100)) + engine.flush()
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def source(id: str, *urls: str, hosts: tuple[str, ...] = (), canary: Canary | None = None, **rules: float) -> Source:
    """An entry as jurisdictions.yaml would have it; its hosts are those of its addresses."""
    named = hosts or tuple(dict.fromkeys(url.split("/")[2].partition(":")[0] for url in urls))
    politeness = {"delay": 0.01, "concurrency": 8, **rules}
    return Source(
        id=id,
        name=id.capitalize(),
        jurisdiction="zz",
        format="JSON of the tests",
        urls=urls,
        hosts=named,
        languages=("en",),
        default=Default.ON,
        cadence="1d",
        licence="none",
        republish=Republish.TEXT,
        evidence=Proof.DOCUMENTATION,
        politeness=Politeness(reason="a test", **politeness),
        parser="loopback",
        minimum=1,
        canary=canary,
    )

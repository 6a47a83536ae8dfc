"""Each source is crawled from its own fixtures: its whole path, from the first request to the last matter."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from crawlers import facts
from crawlers.harvest import first_requests
from crawlers.sources import Politeness, Source, watched
from crawlers.verdict import Run
from tests.crawl import TODAY, Plan, Told, crawl

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SERVED = "X-Amicus-Address"  # under this header tests.paths passes on the address that was meant


def mapped() -> dict[str, dict[str, Path]]:
    """By source, the file behind each address its fixtures name."""
    return {
        listed.parent.name: {url: listed.parent / file for url, file in facts.load(listed).items()}
        for listed in sorted(FIXTURES.glob("*/urls.yaml"))
        if listed.parent.name in watched().sources
    }


def begins(id: str, files: dict[str, Path]) -> bool:
    """Do the fixtures hold an answer to a first request of the source?"""
    return any(request.url in files for request in first_requests(watched().sources[id], "", TODAY))


PATHS = {id: files for id, files in mapped().items() if begins(id, files)}


class Crawled(NamedTuple):
    told: Told
    asked: list[str]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    """All of them in one crawl, against a server on loopback that holds their files."""
    files = {url: path for paths in PATHS.values() for url, path in paths.items()}
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files, asked))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    handler = "tests.paths.Rerouted"
    settings = {"DOWNLOAD_HANDLERS": {"http": handler, "https": handler}}
    plan = Plan(
        str(tmp_path_factory.mktemp("paths")), [_prompt(watched().sources[id]) for id in PATHS], scrapy=settings
    )
    yield Crawled(crawl(plan, AMICUS_TEST_PORT=str(server.server_address[1]), **_keys()), asked)
    server.shutdown()
    server.server_close()


def _prompt(source: Source) -> Source:
    return replace(source, politeness=Politeness(reason="a test", delay=0, concurrency=4), canary=None)


def _keys() -> dict[str, str]:
    """A key for each source that needs one."""
    return {watched().sources[id].key: "a-key-of-the-tests" for id in PATHS if watched().sources[id].key}


def _handler(files: dict[str, Path], asked: list[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = self.headers[SERVED]
            asked.append(address)
            path = files.get(address)
            body = path.read_bytes() if path else b""
            self.send_response(200 if path else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 -- the name the server looks for

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    return Handler


def run(crawled: Crawled, id: str) -> Run:
    assert id in crawled.told.runs, f"{id} was not crawled"
    return crawled.told.runs[id]


@pytest.mark.parametrize("id", PATHS)
def test_the_path_of_a_source_ends_in_matters(crawled: Crawled, id: str) -> None:
    assert run(crawled, id).fetched, (run(crawled, id), [url for url in crawled.asked if url not in PATHS[id]][:10])


@pytest.mark.parametrize("id", PATHS)
def test_no_parser_breaks_on_its_path(crawled: Crawled, id: str) -> None:
    assert not [fault for fault in run(crawled, id).faults if "the parser broke" in fault]

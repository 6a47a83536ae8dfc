"""A cluster that has too much to do is waited for; nothing of the batch is lost."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from index.engines import elastic_filling
from index.engines.cluster import Cluster
from index.engines.elastic_filling import ElasticFilling
from index.engines.engine import NoEngine
from index.units import units
from tests.home import TODAY
from tests.made import law


class Busy(ThreadingHTTPServer):
    """Says 429 so many times, then takes what it is given."""

    def __init__(self, refusals: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.refusals, self.taken = refusals, list[str]()


class Handler(BaseHTTPRequestHandler):
    server: Busy

    def do_PUT(self) -> None:
        lines = self.rfile.read(int(self.headers["Content-Length"])).splitlines()
        if self.server.refusals:
            self.server.refusals -= 1
            self._answer(429, {"error": {"type": "circuit_breaking_exception", "reason": "too much"}, "status": 429})
            return
        ids = [json.loads(line)["index"]["_id"] for line in lines[::2]]
        self.server.taken += ids
        items = [{"index": {"_id": id, "status": 201}} for id in ids]
        self._answer(200, {"errors": False, "items": items})

    def _answer(self, status: int, said: dict[str, object]) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def busy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Busy]:
    monkeypatch.setattr(elastic_filling, "PAUSE", 0.01)
    server = Busy(request.param)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def fill(server: Busy) -> list[str]:
    filling = ElasticFilling(Cluster(f"http://127.0.0.1:{server.server_port}"), "amicus")
    made = list(units(law(), TODAY))
    for unit in made:
        filling.add(unit)
    filling._flush()
    filling._arrived()
    return [f"{unit.shown.matter}|{unit.shown.text}|{unit.shown.provision}" for unit in made]


@pytest.mark.parametrize("busy", [0, 6], indirect=True)
def test_what_a_busy_cluster_refused_is_sent_again_once(busy: Busy) -> None:
    assert fill(busy) == busy.taken


@pytest.mark.parametrize("busy", [1_000], indirect=True)
def test_a_cluster_that_stays_busy_is_one_sentence(busy: Busy) -> None:
    with pytest.raises(NoEngine, match="refused"):
        fill(busy)

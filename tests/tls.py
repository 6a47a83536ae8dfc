"""A small proxy with TLS before a server on loopback, with a certificate of its own, which notes who asked."""

import http.client
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit


class Proxy(NamedTuple):
    """`asked` are the values of the Authorization header, in the order in which they came."""

    url: str
    ca: str
    asked: list[str]


@contextmanager
def proxy(target: str, folder: Path, wanted: str) -> Iterator[Proxy]:
    """Lets through only those who authorize themselves as wanted."""
    certificate, key = _certificate(folder)
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(urlsplit(target).netloc, wanted, asked))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Proxy(f"https://localhost:{server.server_address[1]}", str(certificate), asked)
    finally:
        server.shutdown()
        server.server_close()


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "cert.pem", folder / "key.pem"
    asked = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {key} -out {certificate}"
    subprocess.run(
        ["openssl", *asked.split(), "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True
    )
    return certificate, key


def _handler(target: str, wanted: str, asked: list[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            asked.append(self.headers.get("Authorization", ""))
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if asked[-1] != wanted:
                self._answer(401, {"Content-Type": "application/json"}, b'{"error": "who are you", "status": 401}')
                return
            connection = http.client.HTTPConnection(target, timeout=60)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "authorization"}
            connection.request(self.command, self.path, body, headers)
            came = connection.getresponse()
            self._answer(came.status, dict(came.getheaders()), came.read())
            connection.close()

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _pass  # noqa: N815

        def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body if self.command != "HEAD" else b"")

        def log_message(self, *_: object) -> None:
            """Nothing."""

    return Handler

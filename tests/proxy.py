"""A reverse proxy for tests: it drops what a client says of itself and says who is signed in, pages and sockets alike."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_OWN = re.compile(rb"\r\n(?:x-forwarded-user|connection: keep-alive)[^\r]*", re.IGNORECASE)


@contextmanager
def proxied(port: int, user: str) -> Iterator[str]:
    """The address of a proxy before the port; it ends with the block."""
    door = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_serve, args=(door, port, user), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        door.close()


def _serve(door: socket.socket, port: int, user: str) -> None:
    with suppress(OSError):
        while True:
            client, _ = door.accept()
            threading.Thread(target=_carry, args=(client, port, user), daemon=True).start()


def _carry(client: socket.socket, port: int, user: str) -> None:
    with suppress(OSError), client, socket.create_connection(("127.0.0.1", port)) as server:
        head = b""
        while b"\r\n\r\n" not in head and (part := client.recv(65536)):
            head += part
        server.sendall(_said(head, user))
        threading.Thread(target=_pump, args=(client, server), daemon=True).start()
        _pump(server, client)


def _said(head: bytes, user: str) -> bytes:
    """One request a connection, so that every request is named; a socket keeps its own word."""
    first, _, rest = _OWN.sub(b"", head).partition(b"\r\n")
    close = b"" if b"\r\nupgrade:" in rest.lower() else b"Connection: close\r\n"
    return first + b"\r\n" + f"X-Forwarded-User: {user}\r\n".encode() + close + rest


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)

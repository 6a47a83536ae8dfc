"""A site of thousands of pages of 20 KB, quick enough not to be what is measured: `python -m benchmarks.crawl_site`."""

import asyncio
import sys

PAGES = 5_000
_SIZE = 20_000
_WORDS = "The provider shall inform the user without undue delay and give the reasons for its decision in clear words. "


def page(number: int) -> bytes:
    """A law of sixteen sections, no two pages alike."""
    text = _WORDS * (_SIZE // 16 // len(_WORDS))
    sections = "".join(f"<h2>§ {n}</h2><p>Act {number}, section {n}. {text}</p>" for n in range(1, 17))
    body = f"<!DOCTYPE html><html><head><title>Act {number}</title></head><body><h1>Act {number}</h1>{sections}"
    return f"{body:<{_SIZE - 14}}</body></html>".encode()


def listing() -> bytes:
    links = "".join(f'<a href="/{number}">{number}</a>' for number in range(PAGES))
    return f"<!DOCTYPE html><html><head><title>Acts</title></head><body>{links}</body></html>".encode()


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            path = line.split()[1].decode().strip("/")
            status, body = _answer(path)
            head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
    except ConnectionError:
        return
    finally:
        writer.close()


def _answer(path: str) -> tuple[str, bytes]:
    if path == "robots.txt":
        return "404 Not Found", b""
    return "200 OK", page(int(path)) if path else listing()


async def main() -> None:
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())

"""The headers on every response: what a page may load, send and be framed by."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


@cache
def policy() -> str:
    """Everything from this server alone. Streamlit's one inline script is allowed by the hash of its bytes."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {' '.join(_hashes())}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
        ]
    )


def _hashes() -> list[str]:
    import streamlit

    page = Path(streamlit.__file__).with_name("static") / "index.html"
    scripts = re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
    return [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts]


class Headers:
    """Adds the policy and its companions to every answer; only the embed card may be framed by others."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _protect(MutableHeaders(scope=message), framed=scope["path"].startswith("/embed/"))
            await send(message)

        await self.app(scope, receive, guarded)


def _protect(headers: MutableHeaders, *, framed: bool) -> None:
    headers["Content-Security-Policy"] = f"{policy()}; frame-ancestors {'*' if framed else chr(39) + 'none' + chr(39)}"
    headers["X-Content-Type-Options"] = "nosniff"
    # Nothing to others; with no-referrer browsers would hide from ourselves that a form came from our own page.
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"

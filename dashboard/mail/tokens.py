"""Signed links: whoever holds one may confirm, stop or erase one subscription, and nothing else."""

import base64
import hashlib
import hmac
import secrets
from pathlib import Path

from crawlers import settings
from index.phrase import Told, phrase

_BYTES = 10  # 80 bits; longer links would not fit on a line of a mail


class BadToken(Told):
    """A link that we did not sign, or that was cut."""


def secret() -> bytes:
    """Made once, in AMICUS_HOME, readable by its owner alone."""
    path = settings.home() / "mail.secret"
    if not path.exists():
        _write(path)
    return path.read_bytes()


def _write(path: Path) -> None:
    path.touch(mode=0o600)
    path.write_bytes(secrets.token_bytes(32))


def sign(purpose: str, id: str, key: bytes) -> str:
    return f"{id}.{_mac(purpose, id, key)}"


def read(purpose: str, token: str, key: bytes) -> str:
    """The id. Raises BadToken; a link for one purpose does not serve another."""
    id, _, mac = token.rpartition(".")
    if not id or not hmac.compare_digest(mac.encode(), _mac(purpose, id, key).encode()):
        raise BadToken(phrase("this link was not made by us, or a part of it is missing; open it from the mail again"))
    return id


def _mac(purpose: str, id: str, key: bytes) -> str:
    digest = hmac.new(key, f"{purpose}:{id}".encode(), hashlib.sha256).digest()[:_BYTES]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")

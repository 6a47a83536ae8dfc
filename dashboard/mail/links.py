"""Addresses that a mail carries: the frozen list, the settings, the one-click stop; and short ones of matters."""

from base64 import b32encode
from hashlib import sha256

from crawlers.matter import Struct


class Links(Struct, frozen=True, kw_only=True):
    """Empty where the mail is only shown, not sent."""

    frozen: str = ""
    settings: str = ""
    stop: str = ""


def brief(id: str) -> str:
    """A name of twelve signs for a matter, so that its address fits on a line: /m/…"""
    return b32encode(sha256(id.encode()).digest())[:12].decode().lower()

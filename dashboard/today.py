"""The day and the instant, read once at the edge and handed on as values."""

from datetime import date, datetime

from crawlers.settings import setting
from crawlers.values import instants


def today() -> date:
    """The local day, or the one AMICUS_TODAY names, to reproduce what was shown on it. Raises ValueError if unreadable."""
    return date.fromisoformat(day) if (day := setting("AMICUS_TODAY")) else datetime.now().astimezone().date()


def learned() -> str:
    """Noon of AMICUS_TODAY, when that is set, for what is written on it; else empty: it is learned when it is written."""
    return instant() if setting("AMICUS_TODAY") else ""


def instant() -> str:
    """Now, as UTC text with Z; noon of AMICUS_TODAY when that is set, so that pages made on it are the same."""
    if day := setting("AMICUS_TODAY"):
        return f"{date.fromisoformat(day)}T12:00:00Z"
    return instants.now()

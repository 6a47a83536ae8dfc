"""A change of the records as a fact that people are told."""

from typing import Any

from dashboard.mail.news import News


def news_of(change: Any) -> News | None:
    raise NotImplementedError(change)

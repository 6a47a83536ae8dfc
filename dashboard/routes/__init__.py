"""Addresses that need no script: permanent pages, feeds, calendars, exports, health."""

from starlette.routing import BaseRoute, Route

from dashboard.routes import static


def routes() -> list[BaseRoute]:
    return [
        Route("/amicus.css", static.stylesheet),
        Route("/health", static.health),
    ]

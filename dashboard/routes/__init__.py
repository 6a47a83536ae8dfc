"""Addresses that need no script: permanent pages, feeds, calendars, exports, health."""

from starlette.routing import BaseRoute, Route

from dashboard.routes import comparison, deadline, dossiers, exports, folders, language, permanent, static, subscribed


def routes() -> list[BaseRoute]:
    """None has the path of a page: a route would silently shadow it."""
    return [
        Route("/amicus.css", static.stylesheet),
        Route("/health", static.health),
        Route("/matter/{id:path}", permanent.matter),
        Route("/tracker/{code}", permanent.tracker),
        Route("/duty/{duty}", permanent.duty),
        Route("/embed/{id:path}", permanent.card),
        Route("/api/search.{ending}", exports.search),
        Route("/api/changes.{ending}", exports.changes),
        Route("/api/windows.{ending}", exports.windows),
        Route("/api/sources.{ending}", exports.sources),
        Route("/comparison", comparison.compare),
        Route("/deadline.ics", deadline.ics),
        Route("/language/{code}", language.choose),
        Route("/folder.{ending}", folders.folder),
        *subscribed.routes(),
        *dossiers.routes(),
    ]

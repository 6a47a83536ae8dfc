"""Everything that lets words out of this program, by the way they go: tests of hostile and of private words share it.

A route, a command, an ending or a type of answer that is not named here fails `test_exporters.py`.
"""

from collections.abc import Iterator

from crawlers.vocabulary import Duty
from dashboard.dossier.made import FORMATS
from dashboard.routes import routes

BILL = "uk/bill/7"
ENDINGS = sorted({"json", "csv", "atom", "ics", "wikitext", *FORMATS})
# What can stand in the holes of a route's address.
FILLED = {
    "{id:path}": [BILL],
    "{code}": ["uk", "de"],
    "{duty}": [str(duty) for duty in Duty],
    "{name}": ["all", "uk", "search", "windows"],
    "{token}": ["x.y"],
    "{purpose}": ["confirm", "stop", "settings"],
    "{ending}": ENDINGS,
}
ASKED = ("", "?lens=uk-online-safety-act", "?q=hosting", "?lang=de", "?folder=folder")
# Routes that are about the matter that their query names.
PAPERS = ("/dossier", "/brief", "/assessment", "/comparison", "/feed", "/calendar", "/deadline")
# Commands that print or write words of records, with what they are asked in the tests.
COMMANDS = {
    "brief": ("{id}",),
    "changes": ("--since", "2026-11-01"),
    "check": (),
    "diff": ("{id}",),
    "digest": ("--since", "2026-11-20"),
    "dossier": ("{id}",),
    "opportunities": (),
    "publish": ("{folder}",),
    "register": (),
    "search": ("host",),
    "show": ("{id}", "--text"),
    "sources": (),
    "windows": (),
}
# Those that print none: numbers, names of files, or records as the format of records alone.
SILENT = {
    *("add", "backup", "deadline", "eval", "import_", "parse", "rebuild", "record"),
    *("reparse", "run", "sample", "serve", "subscribe", "tag", "update"),
}


def paths() -> list[str]:
    """The templates of all routes that may be read."""
    every = (route for route in routes() if "GET" in (getattr(route, "methods", None) or ()))
    return [str(getattr(route, "path")) for route in every]  # noqa: B009 -- a base route has none


def addresses(*ids: str, of: str = "") -> Iterator[str]:
    """Every route with whatever can stand in it, asked in every way it can be asked."""
    known = ids or (BILL,)
    for path in [of] if of else paths():
        made = [path]
        name = "matter" if path.startswith(("/feed", "/calendar")) else "id"
        some = known if path.startswith(PAPERS) else known[:1]
        asked = ASKED if "{id" in path else (*ASKED, *(f"?{name}={id}" for id in some))
        for hole, values in {**FILLED, "{id:path}": list(known)}.items():
            made = [one.replace(hole, value) for one in made for value in (values if hole in one else [""])]
        for one in made:
            yield from (f"{one}{way}" for way in asked)
            yield from (f"{one}?format={ending}" for ending in ENDINGS if one.startswith(("/matter/", "/tracker/")))

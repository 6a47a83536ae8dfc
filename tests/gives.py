"""What each source gives beside title, status and words: docs/gives.md, told from what parsers make of our own documents.

`python -m tests.gives` writes it; a test holds it to what stands in fixtures/ now.
"""

import json
from pathlib import Path
from typing import Any

from crawlers.sources import watched
from crawlers.vocabulary import EventKind
from tests.formats import line
from tests.served import FIXTURES

DOCS = Path(__file__).resolve().parent.parent / "docs/gives.md"
_COLUMNS = ("source", "hearings", "windows", "other days", "hour and zone", "people", "links", "versions", "numbers")
_HEARINGS = {EventKind.HEARING, EventKind.MEETING, EventKind.ARGUED, EventKind.DEBATED}
_WINDOWS = {
    EventKind.COMMENT_OPENS,
    EventKind.COMMENT_CLOSES,
    EventKind.STANDSTILL_ENDS,
    EventKind.RESPONSE_DUE,
    EventKind.RESPONSE_EXTENDED_TO,
    EventKind.BRIEF_DUE,
    EventKind.RESPONSE_REQUESTED,
    EventKind.COMMUNICATED,
}
_OPENING = """# What each source gives

Written by `python -m tests.gives`; a test holds it to what the parsers do now. How much of the recorded official files they read is in
[formats.md](formats.md).

Beside title, status and address, of our own documents in the source's format (`fixtures/`): the kinds of events that are hearings or arguments,
of windows to act and of other days; whether an event has its hour, with the zone; the roles of the people named; how a matter is linked to
others; whether its words come in versions; and the printed numbers and identifiers. A dash means that the source does not say it, or that we do
not read it there. Feeds, which give a title, an address and a day, are left out.

"""


def page() -> str:
    every = [source for source in watched().sources.values() if source.jurisdiction != "zz" and not source.feed]
    rows = [_row(source.id) for source in every if _matters(source.id)]
    return _OPENING + "\n".join(map(line, [_COLUMNS, ("---",) * len(_COLUMNS), *rows])) + "\n"


def _matters(id: str) -> list[dict[str, Any]]:
    expected = FIXTURES / id / "expected.json"
    found: list[dict[str, Any]] = json.loads(expected.read_bytes()).get("matters", []) if expected.is_file() else []
    return found


def _row(id: str) -> tuple[str, ...]:
    matters = _matters(id)
    events = [event for matter in matters for event in matter.get("events", ())]
    kinds = {EventKind(event["kind"]) for event in events}
    versions = max(len({text["id"] for text in matter.get("texts", ())}) for matter in matters)
    return (
        f"`{id}`",
        _named(kinds & _HEARINGS),
        _named(kinds & _WINDOWS),
        _named(kinds - _HEARINGS - _WINDOWS),
        ", ".join(sorted({event["zone"] for event in events if event.get("time")})) or "–",
        _named({person["role"] for matter in matters for person in matter.get("people", ())}),
        _named({link["kind"] for matter in matters for link in matter.get("links", ())}),
        str(versions) if versions else "–",
        _named({one["scheme"] for matter in matters for one in matter.get("identifiers", ())}),
    )


def _named(words: set[Any]) -> str:
    return ", ".join(sorted(str(word).replace("_", " ") for word in words)) or "–"


if __name__ == "__main__":
    DOCS.write_text(page(), encoding="utf-8")

"""Where a fact of a matter is from, in words."""

from crawlers.sources import watched
from dashboard.views import days
from dashboard.words.tongue import Tongue, later
from index.origins import Origin

FACTS = {
    "title": later("Title"),
    "title_native": later("Title in its own language"),
    "status": later("Stage"),
    "kind": later("Kind"),
    "instrument": later("Instrument"),
    "published": later("Day of publication"),
    "url": later("Official page"),
    "summary": later("Summary"),
    "note": later("Note"),
}


def said(one: Origin, tongue: Tongue) -> tuple[str, str, str, str]:
    """The fact, the source that gave it and since when, the bytes and parser it was read with, what stood there before."""
    book = watched().sources
    source = book[one.source].name if one.source in book else one.source
    since = tongue.say("{source}, known since {day}", source=source, day=days.say(one.learned[:10], tongue))
    read = (
        tongue.say("bytes {hash}, read by {parser}", hash=one.snapshot[:12], parser=one.parser) if one.snapshot else ""
    )
    before = tongue.say("before: “{value}” ({source})", value=one.instead[0][:80], source=one.instead[1])
    return tongue.say(FACTS[one.field]), since, read, before if one.instead[0] else ""

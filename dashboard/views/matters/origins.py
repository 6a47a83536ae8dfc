"""Where a fact of a matter is from, in words."""

from markupsafe import Markup

from crawlers.sources import watched
from dashboard.views import days
from dashboard.views.text import in_language
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary
from index.store.origins import Origin

ENGLISH, UNKNOWN = "en", "und"
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


def said(one: Origin, tongue: Tongue) -> tuple[str, Markup, str, Markup | str]:
    """The fact, the source that gave it and since when, the bytes and parser it was read with, what stood there before."""
    book = watched().sources
    source = in_language(book[one.source].name, ENGLISH, 160) if one.source in book else Markup.escape(one.source)
    since = Markup.escape(tongue.say("{source}, known since {day}")).format(
        source=source, day=days.say(one.learned[:10], tongue)
    )
    read = (
        tongue.say("bytes {hash}, read by {parser}", hash=one.snapshot[:12], parser=one.parser) if one.snapshot else ""
    )
    return tongue.say(FACTS[one.field]), since, read, _before(one, tongue) if one.instead[0] else ""


def _before(one: Origin, tongue: Tongue) -> Markup:
    """A word of our lists is said; a source's own stands as it stood, in a language that the record does not keep."""
    words, source = one.instead
    lists = {
        "status": {name: standing.word for name, standing in vocabulary().status.items()},
        "kind": vocabulary().kind,
    }
    ours = lists.get(one.field, {}).get(words, "")
    value = Markup.escape(tongue.say(ours)) if ours else in_language(words, UNKNOWN, 80)
    return Markup.escape(tongue.say("before: “{value}” ({source})")).format(value=value, source=source)

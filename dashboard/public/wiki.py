"""A tracker as a table for a wiki page: words of sources can close no cell and call no template."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from crawlers.joining.official_first import WATCHLIST
from crawlers.matter import Matter
from crawlers.sources import watched
from dashboard.public.position_formats import sentence
from dashboard.views import days, labels
from dashboard.views.evidence.marks import Notes
from dashboard.views.text import clean, line, short
from dashboard.views.trackers.five_sentences import sentences
from dashboard.views.trackers.tracker import Row, Tracked, rows
from dashboard.views.wiki import escape, link, spoken
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

SENTENCE = 800  # a place may have matters in all of the stages


def words(said: str, longest: int = 300) -> str:
    """As a cell holds it: without what cannot be seen, and not endless."""
    return escape(short(line(str(clean(said))), longest))


def table(held: Tracked, tongue: Tongue, address: Callable[[str], str], checked: Mapping[str, str]) -> str:
    """The whole wikitext in the order of the page; `address` leads to a matter, `checked` says by source when it answered.

    Days stay 2026-11-25, which a wiki sorts. The same matters, day and language give the same bytes.
    """
    name = words(labels.place(held.place, tongue))
    made = tongue.say("Made by Amicus on {day} from official sources. Not legal advice.", day=held.today.isoformat())
    about = tongue.say("Laws, drafts, consultations and cases that touch hosts of free knowledge.")
    heads = (
        tongue.say("Matter"),
        tongue.say("Kind"),
        tongue.say("Stage"),
        tongue.say("As of"),
        tongue.say("What it would do to a host"),
        tongue.say("Next"),
        tongue.say("Source"),
        tongue.say("Last checked"),
    )
    five = sentences(held.place, held.cards, held.fresh, held.today, tongue)
    lines = [
        f"== {name} ==",
        *(f"* {words(told, SENTENCE)}" for told in five),
        f"''{words(made)}''",
        '{| class="wikitable sortable"',
        f"|+ {name}: {words(about)}",
        "|-",
        "! " + " !! ".join(map(words, heads)),
        *(
            line
            for row in rows(held.cards, held.today, tongue, Notes(tongue))
            for line in _row(row, tongue, address, checked)
        ),
        "|}",
        *_positions(held, tongue),
        *_sources(held, tongue, checked),
    ]
    return "\n".join(lines) + "\n"


def _positions(held: Tracked, tongue: Tongue) -> Iterator[str]:
    """What was published about them; nothing where there is none."""
    if held.declared:
        yield f"=== {words(tongue.say('Published positions'))} ==="
    for matter, one in held.declared:
        said = words(sentence(one, tongue))
        yield f"* {words(labels.titled(matter, tongue))}: {said} ({words(one.by)}, {days.say(one.at[:10], tongue)})"


def _abroad(said: str, language: str, tongue: Tongue) -> str:
    """As a cell holds words of a source, marked where they are in another language than the table."""
    return spoken(words(said), language if language.partition("-")[0] != tongue.code else "")


def _summary(row: Row, tongue: Tongue) -> list[str]:
    """With its language in a word too where that is another."""
    other = row.summed.partition("-")[0] not in {"", tongue.code}
    told = words(f" ({tongue.language(row.summed)})") if other else ""
    return [f"{_abroad(row.summary, row.summed, tongue)}{' ' if told else ''}{told}"] if row.summary else []


def _sources(held: Tracked, tongue: Tongue, checked: Mapping[str, str]) -> Iterator[str]:
    """Every source of what is listed: its name, when it last answered, the licence that its words are given under."""
    known = watched().sources
    used = sorted({card.source for card in held.cards if card.source in known})
    if used:
        yield f"=== {words(tongue.say('Sources'))} ==="
    for id in used:
        yield f"* {_abroad(known[id].name, 'en', tongue)}: {words(_when(id, checked, tongue))}. {words(known[id].licence)}"


def _when(source: str, checked: Mapping[str, str], tongue: Tongue) -> str:
    if source == WATCHLIST:
        return tongue.say("kept by hand, each fact of the day beside it")
    if not checked.get(source):
        return tongue.say("never checked")
    return tongue.say("last checked {day}", day=days.say(checked[source][:10], tongue))


def _row(row: Row, tongue: Tongue, address: Callable[[str], str], checked: Mapping[str, str]) -> list[str]:
    card, own, book = row.matter, address(row.matter.id), vocabulary()
    status = tongue.say(book.status[card.status].word)
    unverified = "" if card.mark == "S" else f" ({tongue.say(book.mark[card.mark])})"
    duties = [f"{tongue.say(book.modality[modality].word)} {what}" for modality, what in row.tags]
    kind = tongue.say(book.kind[card.kind])
    on = card.status_as_of if card.source == WATCHLIST else checked.get(card.source, "")[:10]
    title = _abroad(row.title, row.told, tongue)
    read = f"[{there} {words(urlsplit(there).hostname or '')}]" if (there := link(card.url)) else _source(card, tongue)
    cells = [
        f"[{own} {title}]" if own else title,
        words(f"{kind}, {row.number}" if row.number else kind),
        words(status + unverified),
        words(card.status_as_of or tongue.say("not known")),
        tongue.joint.replace(";", "&#59;").join([*map(words, duties), *_summary(row, tongue)]),
        _next(row, tongue),
        read,
        words(on or tongue.say("never")),
    ]
    return ["|-", "| " + " || ".join(cells)]


def _next(row: Row, tongue: Tongue) -> str:
    if not row.due:
        return words(tongue.say("no date known"))
    cancelled = f" ({words(tongue.say('cancelled'))})" if row.cancelled else ""
    return f"{words(row.date)} {_abroad(row.what, row.language, tongue)}{cancelled}"


def _source(card: Matter, tongue: Tongue) -> str:
    known = watched().sources.get(card.source)
    return _abroad(known.name, "en", tongue) if known else words(card.source)

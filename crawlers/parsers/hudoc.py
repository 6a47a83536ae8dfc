"""HUDOC, Council of Europe: the JSON of the Court's search, and the feeds."""

from crawlers.courts.hudoc import applications
from crawlers.parsers import hudoc_feed
from crawlers.parsing import Finds, Matter, Response, Source, dates, fields, ids, reading
from crawlers.record import events, linked, numbers, record
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 5

_WINDOW = 84  # days: 12 weeks from publication, Rule 44 § 3 (b)
_WORDS = "https://hudoc.echr.coe.int/app/conversion/docx/html/body?library=ECHR&id="
_DUE = "third-party leave, 12 weeks from publication (computed)"
_TYPES = {
    "COM": Status.WINDOW_OPEN,
    "JUD": Status.DECIDED,
    "DEC": Status.DECIDED,
    "ADVISORY": Status.DECIDED,
}  # in the search's doctype
# Summaries, press releases and resolutions on execution are items of a case, too, and decide nothing.
_HAPPENED = {Status.WINDOW_OPEN: EventKind.COMMUNICATED, Status.DECIDED: EventKind.DECIDED}


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield from hudoc_feed.feed(response)
        return
    answer = reading.answer(response.body, "results", "the JSON is no answer of HUDOC: it has no results")
    yield from fields.declared(answer, "resultcount")
    yield from fields.each(fields.rows(answer, "results"), _case, source)


def _case(result: Row, source: Source) -> Matter:
    """One item of the search; items of one application join by its number."""
    row = fields.row(result, "columns")
    item, form, day = fields.must(row, "itemid"), text(row, "doctype"), dates.iso(text(row, "kpdate"), "mdy")
    named = applications(text(row, "appno"))
    status = next((status for sign, status in _TYPES.items() if sign in form), Status.UNKNOWN)
    communicated = status is Status.WINDOW_OPEN
    language = {"ENG": "en", "FRE": "fr"}.get(text(row, "languageisocode"), source.languages[0])
    due = dates.plus(day, _WINDOW) if communicated else ""
    happened = _HAPPENED.get(status, EventKind.PUBLISHED)
    return record(
        id=named[0] if named else f"coe/hudoc/{ids.part(item)}",
        aliases=tuple(named[1:]),
        kind=Kind.CASE,
        title=text(row, "docname"),
        language=language,
        status=status,
        status_as_of=day,
        source_status=form,
        summary=text(row, "conclusion"),
        url=f"https://hudoc.echr.coe.int/eng?i={item}",
        published=day,
        events=events((day, happened), (due, EventKind.BRIEF_DUE, _DUE)),
        texts=linked(language, day, f"{_WORDS}{item}", "text/html"),
        identifiers=numbers(*((scheme, text(row, scheme)) for scheme in ("itemid", "ecli", "appno"))),
    )

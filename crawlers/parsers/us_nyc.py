"""Introductions in the New York City Council, as collected from Legistar."""

import re
from collections import Counter
from collections.abc import Iterator

from crawlers.matter import Text
from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import Told, linked, numbers, people, record, timeline, worded
from crawlers.texts import local_law
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind

VERSION = 4

_WORDS = Words("us_nyc")


def parse(response: Response, source: Source) -> Finds:
    listed = fields.rows(reading.json(response.body))
    if any("File" not in row and "MatterFile" not in row for row in listed):
        raise Unreadable("the record has no file number of the Council")
    yield from fields.each(listed, _matter, source)


def _matter(row: Row, source: Source) -> Matter:
    number, id, said = fields.must(row, "File"), text(row, "ID"), text(row, "StatusName")
    title = text(row, "Name") or text(row, "Title")
    events = timeline(_told(row, source))
    return record(
        id=f"us-nyc/int/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=text(row, "TypeName").lower(),
        title=title,
        url=f"https://legistar.council.nyc.gov/LegislationDetail.aspx?ID={id}&GUID={text(row, 'GUID')}",
        status=_WORDS.status(said),
        status_as_of=max((event.date for event in events), default=""),
        source_status=said,
        published=_day(row, "IntroDate", source),
        events=events,
        texts=(*_text(row, title), *_prints(row)),
        people=people("sponsor", (text(who, "FullName") for who in fields.rows(row, "Sponsors"))),
        identifiers=numbers(("printed", number), ("legistar", id), ("local law", _law(row))),
        summary=text(row, "Summary") or text(row, "Title"),
    )


def _when(row: Row, name: str, source: Source) -> dates.When:
    """The collector marks hours of the city as UTC: meetings of the Council would begin before dawn otherwise."""
    return dates.when(text(row, name).removesuffix("Z"), source.zone)


def _day(row: Row, name: str, source: Source) -> str:
    return _when(row, name, source).date


def _told(row: Row, source: Source) -> Iterator[Told]:
    for step in fields.rows(row, "History"):
        words = text(step, "Action")
        label = ": ".join(filter(None, (" - ".join(filter(None, (words, text(step, "BodyName")))), _counts(step))))
        yield _when(step, "Date", source), _WORDS.event(words), label
    yield _day(row, "EnactmentDate", source), EventKind.ENACTED, "Enacted"
    passed = _day(row, "PassedDate", source)
    if not passed.endswith("-12-31"):  # stands for a passing that nobody dated
        yield passed, EventKind.PASSED, "Passed"


def _counts(step: Row) -> str:
    """7 Affirmative, 1 Negative; how each member voted is left out."""
    said = Counter(filter(None, (text(vote, "Vote") for vote in fields.rows(step, "Votes"))))
    return ", ".join(f"{number} {word}" for word, number in said.items())


def _law(row: Row) -> str:
    """Local Law 32 of 2020, from 2020/032."""
    found = re.fullmatch(r"(\d{4})/0*(\d+)", text(row, "LocalLaw"))
    return f"Local Law {found[2]} of {found[1]}" if found else ""


def _prints(row: Row) -> Iterator[Text]:
    """Attached versions of the introduction itself, by their names: Int. No. 853-A, Local Law 32."""
    for paper in fields.rows(row, "Attachments"):
        name, url = text(paper, "Name"), text(paper, "Link")
        if re.match(r"(?:Proposed )?Int\. No\.|Local Law", name):
            yield from linked("en", "", url, "", id=f"{ids.part(name)}.en", label=name)


def _text(row: Row, title: str) -> tuple[Text, ...]:
    number = text(row, "Version")
    id, label = f"{ids.part(number.replace('*', '') or 'text')}.en", f"Version {number}"
    return worded("en", "", local_law.units(text(row, "Text")), "", id=id, label=label, title=title, url="")

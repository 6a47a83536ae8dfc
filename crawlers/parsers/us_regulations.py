"""Documents and dockets of regulations.gov, from its API (JSON:API)."""

from collections.abc import Iterator

from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import Told, links, numbers, people, record, timeline
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_WORDS = Words("us_regulations")


def parse(response: Response, source: Source) -> Finds:
    answer = fields.row(reading.json(response.body))
    if "data" not in answer:
        raise Unreadable("the answer has no data: it is neither a list of documents nor one")
    yield from fields.declared(answer, "meta", "totalElements")
    yield from fields.each(fields.rows(answer, "data"), _matter, source)


def _matter(item: Row, source: Source) -> Matter:
    number, form, told = fields.must(item, "id"), text(item, "type"), fields.row(item, "attributes")
    series, own = "docket" if form == "dockets" else "document", f"us/regs/{ids.part(number)}"
    day = _when(told, "postedDate", source).date or _when(told, "modifyDate", source).date
    opens, closes = _when(told, "commentStartDate", source).date, _when(told, "commentEndDate", source)
    printed, docket = text(told, "frDocNum"), text(told, "docketId")
    said = text(told, "documentType") or text(told, "docketType")
    registered = f"us/fr/{day}/{ids.part(printed)}" if printed and day else ""
    kind = _WORDS.kind(said, Kind.GAZETTE)
    return record(
        id=registered or own,
        aliases=(own,) if registered else (),
        kind=Kind.CONSULTATION if kind is Kind.GAZETTE and closes.date else kind,
        instrument=(said or form).lower(),
        title=text(told, "title"),
        url=f"https://www.regulations.gov/{series}/{number}",
        status=_status(told, said),
        status_as_of=_when(told, "lastModifiedDate", source).date or day,
        source_status=said,
        events=timeline(_told(day, opens, closes)),
        links=links(LinkKind.PART_OF, [f"us/regs/{ids.part(docket)}"] if docket not in {"", number} else []),
        people=people("agency", [text(told, "agencyId")]),
        identifiers=numbers(
            ("regulations.gov", number), ("fr", printed), ("docket", docket), ("rin", text(told, "rin"))
        ),
        summary=text(told, "docAbstract") or text(told, "dkAbstract"),
    )


def _when(told: Row, name: str, source: Source) -> dates.When:
    return dates.when(text(told, name), source.zone)


def _told(day: str, opens: str, closes: dates.When) -> Iterator[Told]:
    yield day, EventKind.PUBLISHED, "posted"
    yield opens, EventKind.COMMENT_OPENS, "comments open"
    yield closes, EventKind.COMMENT_CLOSES, "comments close"


def _status(told: Row, said: str) -> Status:
    if fields.flag(told, "withdrawn"):
        return Status.WITHDRAWN
    return Status.CONSULTATION if fields.flag(told, "openForComment") else _WORDS.status(said)

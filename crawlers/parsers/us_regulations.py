"""Documents and dockets of regulations.gov, from its API (JSON:API)."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Found, Matter, Response, Source, Unreadable
from crawlers.record import links, numbers, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_KINDS = {"Proposed Rule": Kind.CONSULTATION, "Rule": Kind.REGULATION, "Notice": Kind.GAZETTE}
_STATUS = {"Proposed Rule": Status.PROPOSED, "Rule": Status.ENACTED, "Rulemaking": Status.PROPOSED}


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = fields.row(reading.json(response.body))
    if "data" not in answer:
        raise Unreadable("the answer has no data: it is neither a list of documents nor one")
    yield from fields.declared(answer, "meta", "totalElements")
    yield from fields.each(fields.rows(answer, "data"), _matter, response, source)


def _matter(item: Row, response: Response, source: Source) -> Matter:
    number, form, told = fields.must(item, "id"), text(item, "type"), fields.row(item, "attributes")
    series, own = "docket" if form == "dockets" else "document", f"us/regs/{ids.part(number)}"
    posted = dates.when(text(told, "postedDate") or text(told, "modifyDate"), source.zone).date
    opens = dates.when(text(told, "commentStartDate"), source.zone).date
    closes = dates.when(text(told, "commentEndDate"), source.zone)
    printed, docket, said = text(told, "frDocNum"), text(told, "docketId"), text(told, "documentType")
    registered = f"us/fr/{posted}/{ids.part(printed)}" if printed and posted else ""
    said = said or text(told, "docketType")
    return record(
        response,
        source,
        f"us_regulations/{VERSION}",
        id=registered or own,
        aliases=(own,) if registered else (),
        kind=_kind(said, closes.date, form),
        instrument=(said or form).lower(),
        title=text(told, "title"),
        url=f"https://www.regulations.gov/{series}/{number}",
        status=_status(told, said),
        status_as_of=dates.when(text(told, "lastModifiedDate"), source.zone).date or posted,
        source_status=said,
        published=posted,
        events=timeline(
            response,
            [
                (posted, EventKind.PUBLISHED, "posted"),
                (opens, EventKind.COMMENT_OPENS, "comments open"),
                (closes, EventKind.COMMENT_CLOSES, "comments close"),
            ],
        ),
        links=links(LinkKind.PART_OF, [f"us/regs/{ids.part(docket)}"] if docket not in {"", number} else []),
        identifiers=numbers(
            ("regulations.gov", number), ("fr", printed), ("docket", docket), ("rin", text(told, "rin"))
        ),
        summary=text(told, "docAbstract") or text(told, "dkAbstract"),
    )


def _kind(said: str, closes: str, form: str) -> Kind:
    kind = _KINDS.get(said, Kind.GAZETTE)
    rulemaking = form == "dockets" and said == "Rulemaking"
    return Kind.CONSULTATION if rulemaking or (kind is Kind.GAZETTE and closes) else kind


def _status(told: Row, said: str) -> Status:
    if fields.flag(told, "withdrawn"):
        return Status.WITHDRAWN
    return Status.CONSULTATION if fields.flag(told, "openForComment") else _STATUS.get(said, Status.UNKNOWN)

"""Documents and dockets of regulations.gov, from its API (JSON:API)."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.response import Declared, Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_KINDS = {"Proposed Rule": Kind.CONSULTATION, "Rule": Kind.REGULATION, "Notice": Kind.GAZETTE}


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = fields.row(reading.json(response.body))
    if "data" not in answer:
        raise Unreadable("the answer has no data: it is neither a list of documents nor one")
    if (total := text(answer, "meta", "totalElements")).isdigit():
        yield Declared(int(total))
    yield from fields.each(fields.rows(answer, "data"), _item, response, source)


def _item(item: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _matter(item, response, source)


def _matter(item: Row, response: Response, source: Source) -> Matter:
    number, form = fields.must(item, "id"), text(item, "type")
    told = fields.row(item, "attributes")
    posted = dates.when(text(told, "postedDate") or text(told, "modifyDate"), source.zone).date
    closes = dates.when(text(told, "commentEndDate"), source.zone)
    opens = dates.when(text(told, "commentStartDate"), source.zone).date
    printed = text(told, "frDocNum")
    title = text(told, "title")
    series = "docket" if form == "dockets" else "document"
    id = f"us/fr/{posted}/{ids.part(printed)}" if printed and posted else f"us/regs/{ids.part(number)}"
    events = [(EventKind.PUBLISHED, dates.When(posted), "posted"), (EventKind.COMMENT_OPENS, dates.When(opens), "comments open"),
              (EventKind.COMMENT_CLOSES, closes, "comments close")]  # fmt: skip
    return Matter(
        id=id,
        aliases=() if id.startswith("us/regs/") else (f"us/regs/{ids.part(number)}",),
        kind=_kind(told, closes.date, form),
        instrument=(text(told, "documentType") or text(told, "docketType") or form).lower(),
        title=title,
        url=f"https://www.regulations.gov/{series}/{number}",
        status=_status(told),
        status_as_of=dates.when(text(told, "lastModifiedDate"), source.zone).date or posted,
        source_status=text(told, "documentType") or text(told, "docketType"),
        published=posted,
        events=tuple(
            Event(kind=kind, label=label, snapshot=response.snapshot, **when._asdict())
            for kind, when, label in events
            if when.date
        ),
        links=tuple(
            Link(kind=LinkKind.PART_OF, target=f"us/regs/{ids.part(d)}")
            for d in [text(told, "docketId")]
            if d and d != number
        ),
        identifiers=tuple(_identifiers(told, number)),
        summary=text(told, "docAbstract") or text(told, "dkAbstract"),
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )


def _kind(told: Row, closes: str, form: str) -> Kind:
    kind = _KINDS.get(text(told, "documentType"), Kind.GAZETTE)
    rulemaking = form == "dockets" and text(told, "docketType") == "Rulemaking"
    return Kind.CONSULTATION if rulemaking or (kind is Kind.GAZETTE and closes) else kind


def _status(told: Row) -> Status:
    if fields.flag(told, "withdrawn"):
        return Status.WITHDRAWN
    if fields.flag(told, "openForComment"):
        return Status.CONSULTATION
    words = {"Rule": Status.ENACTED, "Proposed Rule": Status.PROPOSED}
    return words.get(
        text(told, "documentType"), Status.PROPOSED if text(told, "docketType") == "Rulemaking" else Status.UNKNOWN
    )


def _identifiers(told: Row, number: str) -> Iterator[Identifier]:
    for scheme, value in (
        ("regulations.gov", number),
        ("fr", text(told, "frDocNum")),
        ("docket", text(told, "docketId")),
        ("rin", text(told, "rin")),
    ):
        if value:
            yield Identifier(scheme=scheme, value=value)

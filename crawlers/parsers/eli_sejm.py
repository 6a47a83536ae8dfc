"""ELI API of the Sejm, Poland: facts of an act, its structure and text, and lists of acts."""

from crawlers.parsers import eli_sejm_text
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.places import poland
from crawlers.record import events, numbers, record
from crawlers.texts import eli_sejm
from crawlers.values.fields import Row, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3

_WORDS = Words("eli_sejm")
_ISAP = "https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id="
_ACTS = {"Ustawa", "Konstytucja", "Umowa międzynarodowa", "Ustawa konstytucyjna"}
_DAYS = {"announcementDate": EventKind.ADOPTED, "promulgation": EventKind.PUBLISHED,
         "entryIntoForce": EventKind.IN_FORCE, "repealDate": EventKind.REPEALED,
         "expirationDate": EventKind.ENDS}  # fmt: skip


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield eli_sejm_text.page(response)
        return
    answer = reading.json(response.body)
    if isinstance(answer, dict) and "items" in answer:
        yield from fields.each(fields.rows(answer, "items"), _listed)
    elif isinstance(answer, dict) and "ELI" in answer:
        yield _act(answer)
        if answer.get("textHTML"):
            yield Request(url=f"{poland.API}/{must(answer, 'ELI')}/text.html")
    elif isinstance(answer, list) and answer and isinstance(answer[0], dict) and "symbol" in answer[0]:
        yield eli_sejm_text.partial(response, eli_sejm.of_nodes(fields.rows(answer)), "", "application/json")
    else:
        raise Unreadable("the JSON is no act of the ELI API: it has no ELI and no structure")


def _listed(row: Row) -> Finds:
    yield _act(row)
    yield Request(url=f"{poland.API}/{must(row, 'ELI')}")


def _act(act: Row) -> Matter:
    eli, form, said, address = must(act, "ELI"), text(act, "type"), text(act, "status"), text(act, "address")
    days = {name: dates.iso(text(act, name)) for name in _DAYS}
    return record(
        id=poland.act(eli),
        kind=Kind.ACT if form in _ACTS else Kind.REGULATION,
        instrument=form,
        title=text(act, "title"),
        status=_status(said, text(act, "inForce")),
        source_status=said,
        status_as_of=dates.iso(text(act, "changeDate")[:10]),
        url=f"{_ISAP}{address}" if address else f"{poland.API}/{eli}",
        events=events(*((day, _DAYS[name]) for name, day in days.items())),
        links=tuple(sorted(poland.links(act))),
        identifiers=numbers(("printed", text(act, "displayAddress")), ("eli", eli)),
    )


def _status(said: str, in_force: str) -> Status:
    """Where the word tells nothing, the flag says whether the act is in force."""
    flagged = {"IN_FORCE": Status.IN_FORCE, "NOT_IN_FORCE": Status.LAPSED}.get(in_force, Status.UNKNOWN)
    known = _WORDS.status(said)
    return flagged if known is Status.UNKNOWN else known

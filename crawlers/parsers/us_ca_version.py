"""Versions of bills of California: rows of their table with the files beside it, and files that say themselves whose words they are."""

from crawlers.parsing import Matter, Response, reading
from crawlers.places.us import california, california_measure
from crawlers.record import timeline
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind

_WORDS = Words("us_ca_version")


def versions(row: list[str], prefix: str, response: Response) -> Matter:
    code, day, label, subject, file = row[0][-3:], california.day(row[3]), row[4], row[6], row[14]
    body = response.beside(f"{prefix}{file}") or response.beside(file)
    texts = california.texts(body, row[0][-5:], label, subject, day)
    return california.bill(
        row[1],
        title=subject.rstrip("."),
        status=_WORDS.status(code),
        day=day,
        said=label,
        events=california.event(day, _WORDS.event(code), label),
        texts=texts,
        missing=() if texts or not file else ("texts",),
    )


def measure(response: Response) -> Matter:
    """A version as a file of its own: it says itself which bill it is."""
    said = california_measure.measure(reading.without_namespaces(reading.xml(response.body)))
    day, kind = max((day for day, _ in said.history), default=""), _WORDS.event(said.code)
    told = ((at, kind if at == day else EventKind.OTHER, words) for at, words in said.history)
    return california.bill(
        said.bill,
        title=said.title,
        status=_WORDS.status(said.code),
        day=day,
        said=said.code,
        events=timeline(told),
        texts=california.texts(response.body, said.version, said.code, said.title, day),
        people=said.people,
        summary=said.summary,
    )

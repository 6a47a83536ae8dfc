"""Versions of bills of California: rows of their table with the files beside it, and files that say themselves whose words they are."""

from crawlers.parsing import Element, Matter, Response, reading
from crawlers.places.us import california
from crawlers.record import timeline
from crawlers.values.words import Words

_WORDS = Words("us_ca_version")


def versions(row: list[str], prefix: str, response: Response) -> Matter:
    code, day, label, subject, file = row[0][-3:], california.day(row[3]), row[4], row[6], row[14]
    body = response.beside(f"{prefix}{file}") or response.beside(file)
    texts = california.texts(body, row[0][-5:], label, subject, day)
    return california.bill(
        row[1],
        title=subject.rstrip("."),
        status=_WORDS.status(code),
        status_as_of=day,
        source_status=label,
        events=california.event(day, _WORDS.event(code), label),
        texts=texts,
        missing=() if texts or not file else ("texts",),
    )


def measure(response: Response) -> Matter:
    """A version as a file of its own: it says itself which bill it is."""
    root = reading.without_namespaces(reading.xml(response.body))
    code, title = _said(root, ".//MeasureState"), _said(root, ".//Subject").rstrip(".")
    history = [(california.day(_said(one, "ActionDate")), _said(one, "ActionText")) for one in root.iter("Action")]
    day = max((day for day, _ in history), default="")
    return california.bill(
        california.number(root),
        title=title,
        status=_WORDS.status(code),
        status_as_of=day,
        source_status=code,
        events=timeline((at, _WORDS.event(words), words) for at, words in history),
        texts=california.texts(response.body, _said(root, ".//VersionNum") + code, code, title, day),
        people=california.authors(root),
        summary=" ".join(map(reading.words, root.iterfind(".//DigestText/p"))),
    )


def _said(root: Element, path: str) -> str:
    return reading.words(root.find(path))

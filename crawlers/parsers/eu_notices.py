"""CELLAR notices, XML or the same tree as JSON: works, and dossiers of procedures."""

from collections.abc import Iterator

from crawlers.eu import cellar, dossier, notices
from crawlers.parsing import Element, Matter, Response, Source, Unreadable, reading

VERSION = 5


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = _root(response)
    if root.tag != "NOTICE":
        raise Unreadable(f"the file is no CELLAR notice: its root is {reading.local(root)!r}")
    procedure, work = root.find("DOSSIER"), root.find("WORK")
    if procedure is not None:
        yield dossier.matter(procedure, root, source)
    elif (subject := work if work is not None else root.find("EXPRESSION")) is not None:
        yield cellar.matter(notices.work(subject), response)
    else:
        raise Unreadable("the notice holds neither a work nor a dossier")


def _root(response: Response) -> Element:
    if response.opening not in {b"{", b"["}:
        return reading.xml(response.body)
    answer = reading.answer(response.body, "NOTICE", "the JSON is no CELLAR notice: it has no NOTICE")
    return notices.of_json("NOTICE", answer["NOTICE"])

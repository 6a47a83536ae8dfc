"""CELLAR notices, XML or the same tree as JSON: works, and dossiers of procedures."""

from collections.abc import Iterator

from crawlers.eu import cellar, notices, numbers
from crawlers.files import reading
from crawlers.parsers import eu_dossier
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.values import dates

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = _root(response)
    if root.tag != "NOTICE":
        raise Unreadable(f"the file is no CELLAR notice: its root is {reading.local(root)!r}")
    dossier, work = root.find("DOSSIER"), root.find("WORK")
    if dossier is not None:
        yield eu_dossier.procedure(dossier, root, response, source)
    elif (subject := work if work is not None else root.find("EXPRESSION")) is not None:
        yield cellar.matter(_work(subject), response, source, VERSION)
    else:
        raise Unreadable("the notice holds neither a work nor a dossier")


def _root(response: Response) -> Element:
    if response.opening not in {b"{", b"["}:
        return reading.xml(response.body)
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "NOTICE" not in answer:
        raise Unreadable("the JSON is no CELLAR notice: it has no NOTICE")
    return notices.of_json("NOTICE", answer["NOTICE"])


def _work(work: Element) -> cellar.Work:
    celex = (
        next(notices.same(work, "celex"), "")
        or notices.value(work, "RESOURCE_LEGAL_ID_CELEX")
        or notices.value(work, "ID_CELEX")
    )
    if not numbers.celex(celex):
        raise Unreadable("the notice gives no CELEX number of its work")
    titles = notices.titles(work.iter("EXPRESSION_TITLE"))
    language = next((code for code in ("en", "de", "fr") if code in titles), next(iter(titles), "en"))
    if celex.startswith("0"):  # days of a consolidated version are not those of its act
        return cellar.Work(celex=numbers.celex(celex), title=titles.get(language, ""), language=language)
    return cellar.Work(
        celex=numbers.celex(celex),
        title=titles.get(language, ""),
        language=language,
        eli=notices.value(work, "ELI")
        or cellar.first(f"http://data.europa.eu/eli/{id.replace(':', '/')}" for id in notices.same(work, "eli")),
        ecli=notices.value(work, "ECLI"),
        adopted=dates.iso(notices.value(work, "WORK_DATE_DOCUMENT") or notices.value(work, "DATE_DOCUMENT")),
        begins=tuple(
            dates.iso(reading.words(day.find("VALUE"))) for day in work.findall("RESOURCE_LEGAL_DATE_ENTRY-INTO-FORCE")
        ),
        force={"true": "1", "false": "0"}.get(notices.value(work, "RESOURCE_LEGAL_IN-FORCE"), ""),
    )

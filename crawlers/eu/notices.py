"""CELLAR notices as elements, also from the same tree as JSON: values, names of one kind, titles by language."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from crawlers.eu import numbers
from crawlers.eu.cellar import Work, ended, first
from crawlers.files import reading
from crawlers.parsing import Element, Unreadable
from crawlers.values import dates, elements, languages
from crawlers.vocabulary import LinkKind

_RELATIONS = {
    LinkKind.AMENDS: ("AMENDS",),
    LinkKind.REPEALS: ("REPEALS", "IMPLICITLY_REPEALS"),
    LinkKind.IMPLEMENTS: ("BASED_ON", "IMPLEMENTS"),
    LinkKind.CORRECTS: ("CORRECTS",),
}


def of_json(name: str, value: Any) -> Element:
    """JSON of a notice as the XML that it was made from."""
    element = elements.element(name)
    if not isinstance(value, dict):
        elements.say(element, value)
        return element
    for key, inside in value.items():
        if key in {"#text", "$"}:
            elements.say(element, inside)
        elif not key.startswith(("@", "#")):
            element.extend(of_json(key, one) for one in (inside if isinstance(inside, list) else [inside]))
    return element


def titles(elements: Iterable[Element]) -> dict[str, str]:
    """By language; one that does not say its own is English where no other is."""
    found: dict[str, str] = {}
    for element in sorted(elements, key=lambda title: not _stated(title)):
        found.setdefault(_stated(element) or "en", unescape(reading.words(element.find("VALUE"))))
    return {code: " ".join(title.split()) for code, title in found.items() if title}


def value(element: Element, name: str) -> str:
    found = element.find(f"{name}/VALUE")
    return reading.words(found if found is not None else None)


def same(element: Element, kind: str) -> Iterator[str]:
    """Its other names of one kind: <SAMEAS><URI> with that TYPE."""
    for uri in element.iterfind("SAMEAS/URI"):
        if reading.words(uri.find("TYPE")) == kind:
            yield reading.words(uri.find("IDENTIFIER"))


def work(work: Element) -> Work:
    """Raises Unreadable for a work that has no CELEX number."""
    celex = next(same(work, "celex"), "") or value(work, "RESOURCE_LEGAL_ID_CELEX") or value(work, "ID_CELEX")
    if not numbers.celex(celex):
        raise Unreadable("the notice gives no CELEX number of its work")
    named = titles(work.iter("EXPRESSION_TITLE"))
    language = next((code for code in ("en", "de", "fr") if code in named), next(iter(named), "en"))
    if celex.startswith("0"):  # days of a consolidated version are not those of its act
        return Work(celex=numbers.celex(celex), title=named.get(language, ""), language=language)
    return Work(
        celex=numbers.celex(celex),
        title=named.get(language, ""),
        language=language,
        eli=value(work, "ELI")
        or first(f"http://data.europa.eu/eli/{id.replace(':', '/')}" for id in same(work, "eli")),
        ecli=value(work, "ECLI"),
        adopted=dates.iso(value(work, "WORK_DATE_DOCUMENT") or value(work, "DATE_DOCUMENT"))
        or _dated(named.get(language, ""), celex),
        begins=_days(work, "RESOURCE_LEGAL_DATE_ENTRY-INTO-FORCE"),
        ends=ended(reading.words(day) for day in work.iterfind("RESOURCE_LEGAL_DATE_END-OF-VALIDITY/VALUE")),
        transpose_by=_days(work, "RESOURCE_LEGAL_DATE_TRANSPOSITION"),
        relations=tuple(dict.fromkeys(_relations(work))),
        force={"true": "1", "false": "0"}.get(value(work, "RESOURCE_LEGAL_IN-FORCE"), ""),
    )


def _days(work: Element, name: str) -> tuple[str, ...]:
    return tuple(filter(None, (dates.iso(reading.words(day.find("VALUE"))) for day in work.findall(name))))


def _dated(title: str, celex: str) -> str:
    """The day in a title, where it is of the year of the act's number."""
    day = dates.first(title[:200])
    return day if day[:4] == celex[1:5] else ""


def _relations(work: Element) -> Iterator[tuple[LinkKind, str]]:
    for kind, names in _RELATIONS.items():
        for name in names:
            for other in work.iterfind(f"RESOURCE_LEGAL_{name}_RESOURCE_LEGAL"):
                yield from ((kind, id) for id in same(other, "celex") if numbers.celex(id) == id and id[0] in "13")


def _stated(title: Element) -> str:
    """Said in the title itself, or beside it in its expression."""
    above = title.getparent()
    beside = above.find("LANG") if above is not None else None
    return languages.code(reading.words(title.find("LANG")) or reading.words(beside))

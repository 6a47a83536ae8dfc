"""Laws of New York, from the law files of the Legislative Bill Drafting Commission."""

import re
from collections.abc import Iterator

from crawlers.parsing import Matter, ids
from crawlers.record import numbers, record, worded
from crawlers.texts import headed
from crawlers.texts.outline import Unit
from crawlers.vocabulary import Kind, Status

LAW = re.compile(r"^\.\.SO DOC ([A-Z]{3})(\S*)\s*(\*\w+\*)?\s*LAWS\((\w+)\)", re.MULTILINE)

_PARAGRAPHS = re.compile(r"\n(?=\s{2,}\S|Section |\* NB )")  # where they begin


def laws(file: str) -> Iterator[Matter]:
    """Documents of the law files: each belongs to a law of three letters; a repealed one only says so."""
    parts = [(m[1], m[2], m[3] or "", m[4], m.end()) for m in LAW.finditer(file)]
    ends = [*(file.rfind("..SO DOC", 0, end) for *_, end in parts[1:]), len(file)]
    laws: dict[str, list[tuple[str, str, str]]] = {}
    for (law, place, mark, _series, start), end in zip(parts, ends, strict=True):
        laws.setdefault(law, []).append((place, mark, file[start:end].replace("\xf5", "§")))
    for law, documents in laws.items():
        yield _law(law, documents)


def _law(law: str, documents: list[tuple[str, str, str]]) -> Matter:
    opening = [line.strip(" *") for line in documents[0][2].splitlines() if line.strip()][:3]
    title = next((line for line in opening if line.isupper() and "CHAPTER" not in line), "")
    units = [_unit(place or law, mark, words) for place, mark, words in documents]
    return record(
        id=f"us-ny/law/{law}",
        kind=Kind.ACT,
        instrument="statute",
        title=title.title(),
        url=f"https://www.nysenate.gov/legislation/laws/{law}",
        status=Status.IN_FORCE,
        texts=worded("en", "", units, "text/plain", label="Law file", title=title, url=""),
        identifiers=numbers(("lbdc", law)),
    )


def _unit(place: str, mark: str, words: str) -> Unit:
    """A section under its heading, with what is numbered in it; an indented line begins a paragraph."""
    lines = [line for part in _PARAGRAPHS.split(words) if (line := " ".join(part.split()))]
    unit = Unit("sec", number=place, heading=mark.strip("*").capitalize(), root=True, key=ids.part(place))
    begins = re.compile(rf"(?:\* )?(?:§|Section) {re.escape(place)}\. ", re.IGNORECASE)
    at = max((at for at, line in enumerate(lines) if begins.match(line)), default=len(lines))
    unit.text = "\n".join(lines[:at])
    for line in lines[at : at + 1]:
        heading, _, rest = begins.sub("", line).partition(". ")
        unit.heading = heading.rstrip(".")
        for inner in headed.units(["§ 1", *filter(None, [rest]), *lines[at + 1 :]]):
            unit.add("\n".join(filter(None, (inner.heading, inner.text))))
            unit.children += inner.children
    return unit

"""Law files of New York's Legislative Bill Drafting Commission: documents one after another, each a section or a heading."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawlers import ids
from crawlers.texts import headed
from crawlers.texts.outline import Unit

_OPENING = re.compile(r"^\.\.SO DOC ([A-Z]{3})(\S*)\s*(\*\w+\*)?\s*LAWS\((\w+)\)", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n(?=\s{2,}\S|Section |\* NB )")  # where they begin


class Document(NamedTuple):
    """A part of the law with these three letters; `mark` is what stands between stars, such as that it is repealed."""

    law: str
    place: str
    mark: str
    words: str


def opens(file: str) -> bool:
    """Is it a law file?"""
    return file.lstrip().startswith("..SO DOC") and _OPENING.search(file[:200_000]) is not None


def documents(file: str) -> Iterator[Document]:
    found = list(_OPENING.finditer(file))
    ends = [*(file.rfind("..SO DOC", 0, one.end()) for one in found[1:]), len(file)]
    for one, end in zip(found, ends, strict=True):
        yield Document(one[1], one[2], one[3] or "", file[one.end() : end].replace("\xf5", "§"))


def title(document: Document) -> str:
    """Of the law, from its first document: the first of three lines in capitals that does not say its chapter."""
    opening = [line.strip(" *") for line in document.words.splitlines() if line.strip()][:3]
    return next((line for line in opening if line.isupper() and "CHAPTER" not in line), "")


def unit(document: Document) -> Unit:
    """A section under its heading, with what is numbered in it; an indented line begins a paragraph."""
    lines = [line for part in _PARAGRAPHS.split(document.words) if (line := " ".join(part.split()))]
    place = document.place or document.law
    made = Unit("sec", number=place, heading=document.mark.strip("*").capitalize(), root=True, key=ids.part(place))
    begins = re.compile(rf"(?:\* )?(?:§|Section) {re.escape(place)}\. ", re.IGNORECASE)
    at = max((at for at, line in enumerate(lines) if begins.match(line)), default=len(lines))
    made.text = "\n".join(lines[:at])
    for line in lines[at : at + 1]:
        heading, _, rest = begins.sub("", line).partition(". ")
        made.heading = heading.rstrip(".")
        for inner in headed.units(["§ 1", *filter(None, [rest]), *lines[at + 1 :]]):
            made.add("\n".join(filter(None, (inner.heading, inner.text))))
            made.children += inner.children
    return made

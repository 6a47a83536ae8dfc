"""Lines of the Commission's proposals by the styles of its drafting tool."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers.eu.nesting import HIDDEN
from crawlers.eu.structure import Line
from crawlers.files import reading

_COVER = re.compile(
    r"Statut|Typedudocument|Titreobjet|R.?f.?rence|Emission|Logo|Datedadoption|Languefaisantfoi|cpMarking|Corrigendum"
)
_FINAL = re.compile(r"Fait|Institutionquisigne|Personnequisigne")
_HEADING = re.compile(r"(?:Manual)?Heading(\d)|ChapterTitle|SectionTitle|PartTitle")


def style_of(line: etree._Element) -> str:
    return line.get("class", "").removeprefix("li ").partition(" ")[0]


def lines(element: etree._Element) -> Iterator[Line]:
    style = style_of(element)
    number = reading.words(next((part for part in element.iter("span") if part.get("class") == "num"), None))
    words = reading.words(element)
    text = words.removeprefix(number).strip()
    if not re.search(r"\w", words) or _COVER.match(style):
        return
    if style.startswith("Titrearticle"):
        head = re.match(r"\S+\s+\S+", words)
        yield Line("article", words[head.end() :].strip() if head else "", head[0] if head else words)
    elif style.startswith(("Annexetitre", "AnnexTitle")):
        yield Line("annex", number=words)
    elif heading := _HEADING.match(style):
        yield Line("section", f"{number} {text}".strip(), depth=int(heading[1] or 1))
    elif _FINAL.match(style):
        yield Line("final", words)
    elif "Considrant" in style or "Considerant" in style:
        yield Line("recital", text, number)
    elif style.startswith(("ManualNumPar", "NumPar")):
        yield Line("paragraph", text, number)
    elif style.startswith(("Point", "Tiret", "Bullet")):
        yield Line("item", number=number or "—", depth=HIDDEN)
        yield Line("text", text, depth=HIDDEN)
    else:
        yield Line("text", words)

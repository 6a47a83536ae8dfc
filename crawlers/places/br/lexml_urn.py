"""Names of Brazilian bills and norms in LexML (urn:lex:br) as ids, with what their headings say where a name is a placeholder."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.matter import Link
from crawlers.places.br import brazil
from crawlers.response import Unreadable
from crawlers.values import dates
from crawlers.vocabulary import LinkKind

_URN = re.compile(
    r"urn:lex:br:(?P<authority>[a-z.]+):(?P<type>[a-z.]+)(?:;(?P<sign>[a-z]+))?:(?P<date>[\d-]+);(?P<number>[\w.-]+?)(?:[@;~!].*)?$"
)
_REPEALS = re.compile(r"(?:Ficam?|São|É)\s+revogad", re.IGNORECASE)
_HOUSES = {"senado.federal": "senado", "camara.deputados": "camara", "congresso.nacional": "congresso"}
_SIGNS = {"proposta.emenda.constitucional": "PEC", "projeto.lei": "PL", "projeto.lei.complementar": "PLP"}


def named(root: Element) -> str:
    """The name that a document of LexML gives itself. Raises Unreadable."""
    found = next((e.get("URN") or e.get("urn") for e in root.iter("Identificacao")), None)
    if found is None:
        raise Unreadable("the document is no LexML: nothing identifies it by a URN")
    return found


def address(named: str) -> str:
    """LexML's resolver takes the URN of the work, without version and part."""
    return f"https://www.lexml.gov.br/urn/{re.split('[@~!]', named)[0]}" if _URN.match(named) else ""


def work(named: str, heading: str, file: str) -> tuple[str, str, bool]:
    """Id, day and whether it is provisional; a placeholder in the URN is filled from the heading, else from the file's name."""
    found = _URN.match(named)
    if not found:
        return _unnumbered(heading, file)
    day = dates.iso(found["date"]) if found["date"].count("-") == 2 else ""
    year, number_only = found["date"][:4], found["number"].lstrip("0")
    if found["authority"] in _HOUSES:
        sign = (found["sign"] or "").upper() or _SIGNS.get(found["type"], ids.part(found["type"]).upper())
        return f"br/{_HOUSES[found['authority']]}/{sign}/{number_only}/{year}", day, False
    return f"br/{brazil.series(found['type'])}/{year}-{number_only}", day, False


def laws(root: Element) -> Iterator[Link]:
    """What it writes into other laws, and what its last articles repeal of them or as a whole."""
    for change in root.iter("Alteracao"):
        yield from _link(LinkKind.AMENDS, change.get("base", ""))
    for article in root.iter("Artigo"):
        own = next(article.iterancestors("Alteracao"), None) is None
        if own and _REPEALS.match(reading.words(article.find("Caput"))):
            for named in (str(value) for span in article.iter("span") for value in span.attrib.values()):
                yield from _link(LinkKind.AMENDS if "!" in named else LinkKind.REPEALS, named)


def _link(kind: LinkKind, named: str) -> Iterator[Link]:
    if _URN.match(named):
        yield Link(kind=kind, target=work(named, "", "")[0])


def _unnumbered(heading: str, file: str) -> tuple[str, str, bool]:
    if number := re.search(r"N[ºo°.]*\s*([\d.]+).*?(\d{4})", heading):
        return f"br/mpv/{number[2]}-{number[1].replace('.', '')}", dates.first(heading), True
    return f"br/page/{ids.part(file.rpartition('.')[0] or file or 'lexml')}", "", True

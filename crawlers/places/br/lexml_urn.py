"""Names of Brazilian bills and norms in LexML (urn:lex:br) as ids, with what their headings say where a name is a placeholder."""

import re

from crawlers import ids
from crawlers.places.br import brazil
from crawlers.values import dates

_URN = re.compile(
    r"urn:lex:br:(?P<authority>[a-z.]+):(?P<type>[a-z.]+)(?:;(?P<sign>[a-z]+))?:(?P<date>[\d-]+);(?P<number>[\w.-]+?)(?:[@;~!].*)?$"
)
_HOUSES = {"senado.federal": "senado", "camara.deputados": "camara", "congresso.nacional": "congresso"}
_SIGNS = {"proposta.emenda.constitucional": "PEC", "projeto.lei": "PL", "projeto.lei.complementar": "PLP"}


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


def _unnumbered(heading: str, file: str) -> tuple[str, str, bool]:
    if number := re.search(r"N[ºo°.]*\s*([\d.]+).*?(\d{4})", heading):
        return f"br/mpv/{number[2]}-{number[1].replace('.', '')}", dates.first(heading), True
    return f"br/page/{ids.part(file.rpartition('.')[0] or file or 'lexml')}", "", True

"""Numbers of Brazilian bills and laws as ids, the same in whichever house or service they are met."""

import re

from crawlers import ids
from crawlers.parsing import Unreadable

BILL = re.compile(r"^(?:.* - )?([A-Z]{2,5}) (?:n[ºo°] ?)?0*(\d+)/(\d{4})$")
_LAW = re.compile(
    r"\b(Lei Complementar|Lei|Decreto-Lei|Decreto|Medida Provisória) n[ºo°]? ?([\d.]+)(?: de |/).*?(\d{4})"
)
_SERIES = {
    "Lei": "lei",
    "Lei Complementar": "lcp",
    "Decreto": "decreto",
    "Decreto-Lei": "del",
    "Medida Provisória": "mpv",
}
_HOUSES = {"SF": "senado", "CD": "camara", "CN": "congresso"}
_SHARED = {"PL", "PLP"}  # one numbering for both houses since 2019


def bill(house: str, sign: str, number: str, year: str) -> tuple[str, tuple[str, ...]]:
    """Id and aliases. A number that both houses share is kept under the Câmara; measures of the executive have years first."""
    number = number.lstrip("0") or "0"
    if sign == "MPV":
        return ids.require(f"br/mpv/{year}-{number}"), ()
    own = ids.require(f"br/{_HOUSES.get(house, house)}/{ids.part(sign)}/{ids.part(number)}/{ids.part(year)}")
    if sign in _SHARED and int(year) >= 2019 and not own.startswith("br/camara/"):
        return own.replace(own.split("/")[1], "camara", 1), (own,)
    return own, ()


_URNS = {
    "lei": "lei",
    "lcp": "lei.complementar",
    "decreto": "decreto",
    "del": "decreto.lei",
    "mpv": "medida.provisoria",
    "emc": "emenda.constitucional",
}
_URN = re.compile(r"urn:lex:br:federal:(?P<type>[a-z.]+):(?P<date>\d{4}-\d\d-\d\d);(?P<number>[\w.-]+)")


def law_address(id: str, signed: str) -> str:
    """Where the federation shows a law of this id, signed on this day; empty for what it cannot know."""
    _, series, number = (*id.split("/"), "", "")[:3]
    urn = _URNS.get(series)
    return f"https://normas.leg.br/?urn=urn:lex:br:federal:{urn}:{signed};{number[5:]}" if urn and signed else ""


def law(words: str) -> str:
    """Lei nº 12.965 de 23/04/2014 → br/lei/2014-12965; empty when the words name no law."""
    found = _LAW.search(words)
    return f"br/{_SERIES[found[1]]}/{found[3]}-{found[2].replace('.', '')}" if found else ""


def urn(sign: str, signed: str, number: str) -> str:
    """The name of a federal norm by the letters for its kind (LEI, LCP, DEC), its day and its number."""
    series = "decreto" if sign == "DEC" else sign.lower()
    return f"urn:lex:br:federal:{_URNS[series]}:{signed};{number.replace('.', '').lstrip('0')}"


def named(urn: str) -> tuple[str, str, str]:
    """Series, day and number. Raises Unreadable."""
    found = _URN.fullmatch(urn)
    if not found:
        raise Unreadable(f"{urn!r} names no federal norm with day and number")
    return series(found["type"]), found["date"], found["number"]


def series(kind: str) -> str:
    """What the ids of a kind of norm begin with, by its name in a URN: lei.complementar is lcp."""
    return next((short for short, name in _URNS.items() if name == kind), "") or ids.part(kind)

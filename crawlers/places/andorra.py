"""What titles in the Butlletí Oficial of Andorra say of a document: its kind, its printed number, the day of signature."""

import re

from crawlers.values import dates
from crawlers.vocabulary import Kind

_PRINTED = re.compile(r"^(Llei(?: qualificada)?|Decret(?: legislatiu)?|Reglament|Ordinació) (?:\w+ )?(\d+/\d{4})")
_DAY = re.compile(r"(?:del|de l’|de l')\s*(\d{1,2}-\d{1,2}-\d{2,4}|\d{1,2} (?:de |d’|d')?\w+(?: del? \d{4})?)")


def kind(title: str, body: str = "") -> Kind:
    """`body` is the section of the bulletin where it is known; 02. is that of laws."""
    if title.startswith(("Llei", "Constitució")) or body.startswith("02."):
        return Kind.ACT
    return Kind.REGULATION if title.startswith(("Decret", "Reglament", "Ordinació")) else Kind.GAZETTE


def printed(title: str) -> str:
    found = _PRINTED.match(title)
    return found[0] if found else ""


def signed(title: str) -> str:
    """A law numbered by its year leaves the year out of its day: Llei 9/2031, del 3 de febrer."""
    day, year = _DAY.search(title), printed(title)[-4:]
    if day is None:
        return ""
    return dates.iso(day[1] if re.search(r"\d{4}$", day[1]) else f"{day[1]} de {year}" if year else "", "dmy")

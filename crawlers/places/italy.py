"""Acts of Italy: series by the words for their kind, addresses by URN, days in parts."""

import re

from crawlers import ids
from crawlers.values import dates
from crawlers.values.fields import Row, text

SERIES = {
    "LEGGE": "legge", "DECRETO LEGISLATIVO": "dlgs", "DECRETO-LEGGE": "dl", "DECRETO LEGGE": "dl", "DECRETO": "decreto",
    "DECRETO DEL PRESIDENTE DELLA REPUBBLICA": "dpr", "REGIO DECRETO": "rd", "REGIO DECRETO-LEGGE": "rdl", "REGIO DECRETO LEGGE": "rdl",
    "DECRETO DEL PRESIDENTE DEL CONSIGLIO DEI MINISTRI": "dpcm", "DECRETO MINISTERIALE": "dm", "COSTITUZIONE": "costituzione",
    "LEGGE COSTITUZIONALE": "lcost", "DECRETO LEGISLATIVO DEL CAPO PROVVISORIO DELLO STATO": "dlcps",
}  # fmt: skip
_URNS = {
    "legge": "stato:legge", "dlgs": "stato:decreto.legislativo", "dl": "stato:decreto.legge", "rd": "stato:regio.decreto",
    "rdl": "stato:regio.decreto.legge", "lcost": "stato:legge.costituzionale", "costituzione": "stato:costituzione",
    "dpr": "presidente.repubblica:decreto", "dlcps": "stato:decreto.legislativo.capo.provvisorio.stato", "dpcm": "presidente.consiglio.ministri:decreto",
}  # fmt: skip
_URN = re.compile(r"urn:nir:([a-z.]+:[a-z.]+):(\d{4})(?:-\d\d-\d\d)?;(\d+)")
REGULATIONS = {"decreto", "dpr", "dpcm", "dm"}


def series(kind: str) -> str:
    return SERIES.get(kind) or ids.part(kind.lower())


def spelled(sort: str) -> str:
    """The words of a kind as addresses write it: decreto.legislativo, decreto_legislativo, decretoLegislativo."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[._]+", " ", sort).upper()


def id(named: str) -> str:
    """it/decreto_legislativo/2005-82, or a URN, as it/dlgs/2005-82; the constitution, which has no number, as its year."""
    if urn := _URN.match(named):
        spoken = SERIES.get(spelled(urn[1].removeprefix("stato:")), "")
        known = next((short for short, urn_kind in _URNS.items() if urn_kind == urn[1]), spoken)
        return f"it/{known}/{urn[2]}-{urn[3]}" if known else named
    place, sort, number = (*named.split("/"), "", "")[:3]
    return f"{place}/{series(spelled(sort))}/{number.removesuffix('-const')}" if number else named


def address(series: str, signed: str, number: str) -> str:
    """By the URN of the act, which Normattiva resolves; none for decrees, whose authority is not told."""
    whole = f"{signed};{number}" if number else signed
    return (
        f"https://www.normattiva.it/uri-res/N2Ls?urn:nir:{_URNS[series]}:{whole}" if series in _URNS and signed else ""
    )


def day(act: Row, what: str) -> str:
    """Of the fields anno, mese and giorno with this ending; empty where one of them is."""
    parts = [text(act, f"{part}{what}") for part in ("anno", "mese", "giorno")]
    return dates.iso("{}-{:0>2}-{:0>2}".format(*parts)) if all(part.strip("0") for part in parts) else ""

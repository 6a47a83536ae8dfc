"""References to statutes of states: the numbers and names by which their drafters cite them."""

import re
from collections.abc import Callable, Iterator

from nlp.cites.places import begins
from nlp.cites.reference import Reference

_DAY = r"(?:\s?(?:du|de|of|del)?\s?\d{1,2}(?:er|\.?º)?\s(?:de\s)?[a-zà-ÿ]{3,12}\s(?:de\s)?\d{4})"
_UK = re.compile(
    r"\b(?P<title>(?:\(?[A-Z][A-Za-z'’()-]{0,40}(?:,\s|\s(?:(?:and|of|the|to|in|etc\.?|for|on|with|&)\s){0,3})){1,9}(?P<kind>Act|Measure|Order|Regulations|Rules))\s(?P<year>(?:17|18|19|20)\d\d)\b(?:\s\((?:c\.|asp|anaw)\s?\d+\))?"
)
# Words that only begin a sentence, and what stands before a comma that no list of subjects needs.
_OPENING = re.compile(
    r"^(?:(?:The|Under|In|By|Of|See|Section|Part|Schedule|And|To)\s|[^,]*,\s(?=[^,]*$)(?!.*\sand\s))+"
)
_INSTRUMENT = re.compile(r"\bS\.?\s?I\.?\s(?:No\.?\s)?(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,5})\b")
_CHAPTER = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s?\(?c\.\s?(?P<number>\d{1,3})\b\)?")
_FR = re.compile(
    rf"\b(?P<kind>[Ll]oi(?:\s(?:organique|constitutionnelle))?|[Oo]rdonnance|[Dd]écret(?:-loi)?)\sn\s?[°ºo]\.?\s?(?P<year>\d{{2,4}})-(?P<number>\d{{1,5}}){_DAY}?"
)
_FR_DAY = re.compile(
    r"\bloi\sdu\s(?P<day>\d{1,2})(?:er)?\s(?P<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s(?P<year>1[789]\d\d)\b"
)
_CODE = re.compile(
    r"\b(?P<code>[Cc]ode\s(?:de\sla\s|de\sl['’]|des\s|du\s|de\s)?[a-zé]{4,20}(?:\s(?:et\sdes\s|et\sde\s|de\sla\s|de\sl['’]|électroniques\s?)?[a-zé]{4,20}){0,2})"
)
_ES = re.compile(
    r"\b(?P<kind>Ley(?:\sOrgánica)?|Real\sDecreto(?:[-\s](?:[Ll]ey|[Ll]egislativo))?)\s(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)(?:,\sde\s\d{1,2}\sde\s[a-z]{4,10})?"
)
_ES_COUNTED = re.compile(
    r"\b(?P<kind>Ley|Decreto(?:\s[Ll]ey)?)\s(?:N[°ºo]\.?|n[°ºo]\.?|núm\.|Nro\.)\s?(?P<number>\d{1,3}(?:\.\d{3})+|\d{3,6})\b(?!/)"
)
_CODES = {
    "es": re.compile(r"\b(?P<code>[Cc]ódigo\s(?:Penal|Civil|de\sComercio|penal|civil))\b"),
    "it": re.compile(
        r"\b(?P<code>[Cc]odice\s(?:penale|civile|del\sconsumo|della\sprivacy|di\sprocedura\s(?:penale|civile)|della\sproprietà\sindustriale))\b"
    ),
    "pt": re.compile(
        r"\b(?P<code>Código\s(?:Penal|Civil|do\sTrabalho|de\sDefesa\sdo\sConsumidor|de\sProcesso\s(?:Penal|Civil)))\b"
    ),
}
_IT_LONG = re.compile(
    r"\b(?P<kind>[Ll]egge(?:\scostituzionale)?|[Dd]ecreto[-\s]?(?:legislativo|legge)|[Dd]ecreto\sdel\sPresidente\sdella\sRepubblica|[Dd]\.?\s?[Ll]gs\.?|[Dd]\.?\s?[Ll]\.|[Ll]\.|[Dd]\.?P\.?R\.?)\s(?P<day>\d{1,2})[°º]?\s(?P<month>[a-z]{5,9})\s(?P<year>(?:18|19|20)\d\d),?\s?n\.\s?(?P<number>\d{1,4})\b"
)
_IT_SHORT = re.compile(
    r"\b(?P<kind>[Ll]egge|[Dd]ecreto[-\s]?(?:legislativo|legge)|[Dd]\.?\s?[Ll]gs\.?|[Dd]\.?P\.?R\.?)\s(?:n\.\s?)?(?P<number>\d{1,4})(?:/|\sdel\s)(?P<year>(?:19|20)\d\d)\b"
)
_PT = re.compile(
    r"\b(?P<kind>Lei(?:\s(?:Orgânica|Complementar|Constitucional))?|Decreto-[Ll]ei|Medida\sProvisória|Decreto)\s(?:n\.?\s?[ºo°]?\.?\s?)?(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})(?:-?[A-Z])?"
    r"(?:/(?P<short>\d{2,4})(?:,\sde\s\d{1,2}\sde\s[a-zç]{4,10})?|,?\sde\s(?:\d{1,2}º?\s(?:de\s)?[a-zç]{4,10}\sde\s)?(?P<long>\d{4}))"
)
_SERIES_IT = {
    "legge": "legge",
    "l": "legge",
    "leggecostituzionale": "legge-costituzionale",
    "decretolegislativo": "dlgs",
    "dlgs": "dlgs",
    "decretolegge": "dl",
    "dl": "dl",
    "dpr": "dpr",
    "decretodelpresidentedellarepubblica": "dpr",
}
_SERIES_PT = {
    "Lei": "lei",
    "Medida Provisória": "mpv",
    "Decreto": "decreto",
    "Decreto-Lei": "decreto-lei",
    "Lei Complementar": "lcp",
}


def british(text: str, jurisdiction: str) -> Iterator[Reference]:
    for found in _UK.finditer(text):
        title = _OPENING.sub("", found["title"])
        start = found.start() + len(found["title"]) - len(title)
        if " " in title:
            yield Reference(begins(text, start), found.end(), f"{title} {found['year']}", "ref.uk")
    if jurisdiction.startswith("uk"):
        for pattern, series in ((_INSTRUMENT, "uksi"), (_CHAPTER, "ukpga")):
            for found in pattern.finditer(text):
                yield Reference(found.start(), found.end(), f"uk/{series}/{found['year']}/{found['number']}", "ref.uk")


def french(text: str, jurisdiction: str) -> Iterator[Reference]:
    for found in _FR.finditer(text):
        year = found["year"] if len(found["year"]) == 4 else f"19{found['year']}"
        series = found["kind"].lower().split()[0].replace("é", "e")
        start = begins(text, found.start())
        place = "fr" if jurisdiction.split("-", maxsplit=1)[0] in {"fr", "eu"} else jurisdiction
        yield Reference(start, found.end(), f"{place}/{series}/{year}-{int(found['number'])}", "ref.fr")
    if jurisdiction.startswith("fr"):
        for found in _CODE.finditer(text):
            yield Reference(begins(text, found.start()), found.end(), found["code"].lower(), "ref.fr.code")
        for found in _FR_DAY.finditer(text):
            yield Reference(begins(text, found.start()), found.end(), found[0].lower(), "ref.fr")


def spanish(text: str, _jurisdiction: str) -> Iterator[Reference]:
    """Spain's gazette numbers acts in its own way; the printed number leads to the title that begins with it."""
    for found in _ES.finditer(text):
        kind = re.sub(r"[-\s]+", " ", found["kind"]).title()
        yield Reference(
            begins(text, found.start()), found.end(), f"{kind} {int(found['number'])}/{found['year']}", "ref.es"
        )
    for found in _ES_COUNTED.finditer(text):
        yield Reference(begins(text, found.start()), found.end(), f"{found['kind']} {found['number']}", "ref.es")
    yield from _codes(text, "es")


def italian(text: str, _jurisdiction: str) -> Iterator[Reference]:
    for pattern in (_IT_LONG, _IT_SHORT):
        for found in pattern.finditer(text):
            series = _SERIES_IT[re.sub(r"[.\s-]", "", found["kind"]).lower()]
            target = f"it/{series}/{found['year']}-{int(found['number'])}"
            yield Reference(begins(text, found.start()), found.end(), target, "ref.it")
    yield from _codes(text, "it")


def _codes(text: str, language: str) -> Iterator[Reference]:
    """A code is cited by an article of it; its name alone is mostly about it."""
    for found in _CODES[language].finditer(text):
        if (start := begins(text, found.start())) < found.start():
            yield Reference(start, found.end(), found["code"].lower(), f"ref.{language}.code")


def portuguese(text: str, jurisdiction: str) -> Iterator[Reference]:
    """Brazil counts its laws on through the years, Portugal begins anew each year."""
    brazil = jurisdiction.split("-", maxsplit=1)[0] == "br"
    for found in _PT.finditer(text):
        year = found["long"] or found["short"]
        year = year if len(year) == 4 else f"{'19' if int(year) > 50 else '20'}{year[-2:]}"
        number = int(found["number"].replace(".", ""))
        kind = re.sub(r"\s", " ", found["kind"]).replace("-lei", "-Lei")
        series = "del" if brazil and kind == "Decreto-Lei" else _SERIES_PT.get(kind, "lei")
        target = f"br/{series}/{year}-{number}" if brazil else f"pt/{series}/{year}-{number}"
        yield Reference(begins(text, found.start()), found.end(), target, "ref.br" if brazil else "ref.pt")
    yield from _codes(text, "pt")


GRAMMARS: dict[str, Callable[[str, str], Iterator[Reference]]] = {
    "fr": french,
    "es": spanish,
    "it": italian,
    "pt": portuguese,
}

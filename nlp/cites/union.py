"""References to acts of the European Union: by number, by CELEX, by ELI; its treaties and its cases."""

import re
from collections.abc import Iterator

from nlp.cites.places import begins
from nlp.cites.reference import Reference
from nlp.facts import alternatives

_KIND = (
    r"Regulations?|Directives?|(?:Framework\s)?Decisions?|Recommendations?|"
    r"(?:Durchführungs|Delegierten?\s)?[Vv]erordnung(?:en)?|(?:Durchführungs)?[Rr]ichtlinien?|(?:Rahmen|Durchführungs)?(?:[Bb]eschluss(?:es)?|[Bb]eschlüssen?)|Empfehlung(?:en)?|"
    r"[Rr]èglements?|[Dd]irectives?|[Dd]écisions?(?:-cadre)?|[Rr]ecommandations?|"
    r"[Rr]eglamentos?|[Dd]irectivas?|[Dd]ecisi(?:ón|ones)(?:\sMarco)?|[Rr]ecomendaci(?:ón|ones)|"
    r"[Rr]egolament[oi]|[Dd]irettiv[ae]|[Dd]ecision[ei](?:\squadro)?|[Rr]accomandazion[ei]|"
    r"[Rr]egulamentos?|[Dd]iretivas?|[Dd]ecis(?:ão|ões)(?:-Quadro)?|[Rr]ecomendaç(?:ão|ões)"
)
_TREATY = r"EU|EC|EEC|EG|EWG|UE|CE|CEE|JHA|JI|JAI|GAI|Euratom|EURATOM"
_ACT = (
    rf"(?:\((?:{_TREATY})(?:,\s?Euratom)?\)\s+)?(?P<no>No\.?\s+|Nr\.\s+|n[o°º]\.?\s+|n\.\s?[oº°]\s+|n\.\s+)?"
    rf"(?P<first>\d{{1,4}})/(?P<second>\d{{1,4}})(?!\d)(?P<suffix>/(?:{_TREATY})\b)?"
)
_NUMBERED = re.compile(
    rf"(?:(?:Commission|Council)\s)?(?:(?:Delegated|Implementing)\s)?(?<!\w)(?P<kind>{_KIND})"
    rf"(?:\s(?:déléguée?|d['’]exécution|delegad[oa]|de\s[Ee]jecución|delegat[oa]|di\sesecuzione|de\s[Ee]xecução))?\s+{_ACT}"
)
_NEXT = re.compile(rf"(?:,\s(?:and\s)?|\s(?:and|or|und|oder|sowie|et|ou|y|o|e|ed)\s)(?P<act>{_ACT})")
_CELEX = re.compile(r"\b3(?P<year>(?:19|20)\d\d)(?P<letter>[RLDHFQ])(?P<number>\d{4})(?:R\(\d{2}\))?(?!\w)")
_ELI = re.compile(
    r"(?:data|eur-lex)\.europa\.eu/eli/(?P<kind>reg|dir|dec|reco)(?:_impl|_del)?/(?P<year>\d{4})/(?P<number>\d+)(?:/oj)?"
)
_PROPOSED = re.compile(r"\b(?:COM|JOIN|SWD)\s?\((?:19|20)\d\d\)\s?\d{1,4}\b")
_CASE = re.compile(
    r"\b(?:(?:Cases?|Rechtssachen?|[Aa]ffaires?|[Aa]suntos?|[Cc]aus[ae]|[Pp]rocessos?)\s)?(?P<court>[CT])[-‑–](?P<number>\d{1,4})/(?P<year>\d\d)\b"
)
_TREATIES = {
    "E": (
        "TFEU", "AEUV", "TFUE", "Treaty on the Functioning of the European Union",
        "Vertrags über die Arbeitsweise der Europäischen Union", "traité sur le fonctionnement de l’Union européenne",
        "Tratado de Funcionamiento de la Unión Europea", "trattato sul funzionamento dell’Unione europea",
        "Tratado sobre o Funcionamento da União Europeia",
    ),
    "M": ("TEU", "EUV", "TUE", "Treaty on European Union", "traité sur l’Union européenne"),
    "P": (
        "Charter", "Charta", "Charte des droits fondamentaux", "charte des droits fondamentaux",
        "Carta de los Derechos Fundamentales", "Carta dei diritti fondamentali", "Carta dos Direitos Fundamentais",
    ),
}  # fmt: skip
_NAMED = tuple(dict.fromkeys(name.partition("’")[0] for names in _TREATIES.values() for name in names))
_TREATED = tuple(
    (
        letter,
        re.compile(rf"(?<!\w)(?:{alternatives(names).replace('’', '[’' + chr(39) + ']')})(?!\w)(?! of the United)"),
    )
    for letter, names in _TREATIES.items()
)
_ARTICLE = re.compile(r"\d{1,3}")
LETTERS = {
    "reg": "R", "ver": "R", "règ": "R", "dir": "L", "ric": "L", "dec": "D", "bes": "D", "déc": "D",
    "fra": "F", "rah": "F", "rec": "H", "emp": "H", "rac": "H"
}  # fmt: skip
_EU_SINCE = 2015


def union(text: str) -> Iterator[Reference]:
    if "/" in text:
        yield from _acts(text)
        for found in _ELI.finditer(text):
            number = f"3{found['year']}{LETTERS[found['kind'][:3]]}{int(found['number']):04d}"
            yield Reference(found.start(), found.end(), f"eu/celex/{number}", "ref.eli")
        for found in _CASE.finditer(text):
            number = f"6{_century(found['year'])}{found['court']}J{int(found['number']):04d}"
            yield Reference(found.start(), found.end(), f"eu/celex/{number}", "ref.eu.case")
    for found in _PROPOSED.finditer(text) if _has(text, "COM", "JOIN", "SWD") else ():
        yield Reference(found.start(), found.end(), " ".join(found[0].split()), "ref.eu.com")
    for found in _CELEX.finditer(text) if _has(text, "319", "320") else ():
        yield Reference(found.start(), found.end(), f"eu/celex/{found[0]}", "ref.celex")
    if _has(text, *_NAMED):
        yield from _treaties(text)


def _has(text: str, *words: str) -> bool:
    """Asked before an expression is tried, which costs ten times as much."""
    for word in words:  # noqa: SIM110 - three times as fast as any()
        if word in text:
            return True
    return False


def _acts(text: str) -> Iterator[Reference]:
    """Each numbered act, and those that follow it in a list without its kind being said again."""
    for found in _NUMBERED.finditer(text):
        letter = _letter(found["kind"])
        yield Reference(begins(text, found.start()), found.end(), _celex(letter, found), "ref.eu")
        after = _NEXT.match(text, found.end())
        while after:
            yield Reference(after.start("act"), after.end(), _celex(letter, after), "ref.eu")
            after = _NEXT.match(text, after.end())


def _treaties(text: str) -> Iterator[Reference]:
    """An article of a treaty; its name alone says too little to lead anywhere."""
    for letter, names in _TREATED:
        for found in names.finditer(text):
            start = min(begins(text, found.start()), begins(text, found.start(), bare=True))
            if (article := _ARTICLE.search(text, start, found.start())) and start < found.start():
                yield Reference(start, found.end(), f"eu/celex/12016{letter}{int(article[0]):03d}", "ref.eu.treaty")


def _letter(kind: str) -> str:
    kind = kind.lower()
    if kind.endswith(("cadre", "marco", "quadro")):
        return "F"
    return LETTERS[kind.removeprefix("durchführungs").removeprefix("delegierten ").removeprefix("delegierte ")[:3]]


def _celex(letter: str, found: re.Match[str]) -> str:
    """The year stands first in directives and in all acts since 2015; after "No" the number does."""
    first, second = found["first"], found["second"]
    since = len(first) == 4 and int(first) >= _EU_SINCE
    year_first = not found["no"] and (
        letter != "R" or bool(found["suffix"]) or since or (_year(first) and not _year(second))
    )
    year, number = (first, second) if year_first else (second, first)
    return f"eu/celex/3{_century(year)}{letter}{int(number):04d}"


def _year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in {"19", "20"}


def _century(year: str) -> str:
    return year if len(year) == 4 else f"{'19' if int(year) > 50 else '20'}{year.zfill(2)}"

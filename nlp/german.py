"""Citations of German statutes: § 4 Abs. 2 Satz 1 BGB, Art. 2 GG, SGB X, the Federal Data Protection Act by name."""

import re
from collections.abc import Iterator

_ORDERS = (
    "AO|ZPO|StPO|VwGO|FGO|InsO|BRAO|GBO|GewO|HwO|WPO|StVO|KostO|BO|PAO|ArbGO|KO|VglO|BNotO|EGZPO|HOAI|LBO|BauO|GemO"
)
_LAW = (
    r"(?:SGB\s(?:[IVX]+|\d{1,2})\b|[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{0,24}(?:G|GB)(?![A-Za-zäöüß-])(?:\s(?:BY|NW|BW|HE|NI|SH|MV|SN|ST|TH|RP|SL|BE|BB|HB|HH|LSA|NRW))?\b|"
    r"Bürgerlichen\sGesetzbuch(?:e?s)?\b|(?:GWB|WDO|BDO|WRV|EMRK)\b|GG\b|BGB\b|HGB\b|StGB\b|EGBGB\b|(?:EG|UM)?(?:"
    + _ORDERS
    + r")\b|[A-ZÄÖÜ][A-Za-zäöüß-]{2,60}?(?:gesetz(?:es|buchs?|buches)?|prozessordnung|gerichtsordnung|insolvenzordnung|abgabenordnung)\b|"
    r"Grundgesetz(?:es)?\b|Abgabenordnung\b|Strafprozessordnung\b|Zivilprozessordnung\b|Insolvenzordnung\b|"
    r"Sozialgesetzbuch(?:s|es)?\s(?:Erstes|Zweites|Drittes|Viertes|Fünftes|Sechstes|Siebtes|Achtes|Neuntes|Zehntes|Elftes|Zwölftes)\sBuch)"
    r"(?:\s(?:\d{4}\b|[an]\.?\s?F\.?(?!\w)))?"
)
_COUNT = r"\d+(?:\s?[a-z]\b(?!\.))?"
_PART = (
    r"(?:(?:Abs(?:atz|ätze|\.)?|Satz|Sätze|N(?:umme)?rn?\.?|Nummern?|Buchst(?:abe|\.)?|Doppelbuchst(?:abe|\.)?|Halbs(?:atz|\.)?|HS|Unterabs(?:atz|\.)?|Alt(?:ernative|\.)?|Var\.?|lit\.?)\s?"
    r"(?:\d+(?:\s?[a-z])?\b|[a-zA-Z]{1,2}\b)|S\.?\s?\d+(?:\s[a-z])?\b|ff?\.|\(\s?\d+\s?\)|\d+\.\s(?:Alt(?:ernative|\.)?|Halbs(?:atz|\.)?|HS))"
)
_JOIN = r"(?:\sbzw\.\s|\s?,\s?|\s(?:und|oder|bis|sowie|u\.)\s|\s-\s|\s?/\s?|\s(?:i\s?\.\s?V\s?\.\s?m\s?\.|iVm\.?|in\sVerbindung\smit)\s)"
_HEAD = rf"(?:§§?|Art(?:ikeln?|\.)?)\s?{_COUNT}"
_CHAIN = rf"{_HEAD}(?:\s{_PART}){{0,8}}(?:{_JOIN}(?:{_HEAD}|{_PART}|{_COUNT})(?:\s{_PART}){{0,8}}){{0,12}}"
CHAIN = re.compile(rf"(?<!\w){_CHAIN}")
LAW = re.compile(rf"(?<![\w-])(?:{_LAW})")
COURTS = frozenset(
    [
        "BVerfG",
        "BPatG",
        "LSG",
        "OLG",
        "FG",
        "BSG",
        "AG",
        "LG",
        "VG",
        "OVG",
        "BAG",
        "BVerwG",
        "LAG",
        "ArbG",
        "SG",
        "VerfG",
        "KG",
        "OGB",
        "EuG",
        "AEUG",
        "VGH",
        "LVerfG",
        "VerfGH",
        "PatG",
        "GmS-OGB",
        "VORSPRUNG",
    ]
)
_LINK = re.compile(r"\s(?:des\s|der\s|zum\s)?$")


def statutes(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, law) of each citation; the sections before a law belong to it."""
    chains = (
        {found.start() + len(found[0].rstrip()): found.start() for found in CHAIN.finditer(text)}
        if "§" in text or "Art" in text
        else {}
    )
    for law in LAW.finditer(text):
        link = _LINK.search(text, max(0, law.start() - 5), law.start())
        start = chains.get(link.start(), law.start()) if link else law.start()
        if start < law.start() or law[0] not in COURTS:
            yield start, law.end(), law[0]

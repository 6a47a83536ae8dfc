"""Citations of German statutes: § 4 Abs. 2 Satz 1 BGB, Art. 2 GG, SGB X, the Federal Data Protection Act by name."""

import re
from collections.abc import Iterator

_ORDERS = "AO|ZPO|StPO|VwGO|FGO|InsO|BRAO|GBO|GewO|HwO|WPO|StVO|KostO|BO|WBO|SäHO|WahlO|PAO|ArbGO|KO|VglO|BNotO|EGZPO|HOAI|LBO|BauO|GemO"
_NTH = "(?:Erste|Zweite|Dritte|Vierte|Fünfte|Sechste|Siebte|Achte|Neunte|Zehnte|Elfte|Zwölfte)[nrs]?"
_LAW = (
    r"(?:SGB\s(?:[IVX]+|\d{1,2})\b|Sozialgesetzbuch(?:s|es)?\s"
    + _NTH
    + r"\sBuch(?:\s-\s[^-()]{4,80}\s-(?!\w))?|"
    + _NTH
    + r"\sBuche?s?\s(?:des\s)?Sozialgesetzbuch(?:s|es)?\b|[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{0,24}(?:G|GB)(?![A-Za-zäöüß-])(?:\s(?:BY|NW|BW|HE|NI|SH|MV|SN|ST|TH|RP|SL|BE|BB|HB|HH|LSA|NRW))?\b|"
    r"Bürgerlichen\sGesetzbuch(?:e?s)?\b|(?:GWB|WDO|BDO|WRV)\b|GG\b|BGB\b|HGB\b|StGB\b|EGBGB\b|(?:EG|UM)?(?:"
    + _ORDERS
    + r")\b|(?:[A-ZÄÖÜ][a-zäöüß]{3,20}ischen?\s|[A-ZÄÖÜ][a-zäöüß]{3,20}-\sund\s)?[A-ZÄÖÜ][A-Za-zäöüß-]{2,60}?(?:-Gesetz(?:es)?|gesetz(?:es|buchs?|buches)?|prozessordnung|gerichtsordnung|insolvenzordnung|abgabenordnung)\b|"
    r"Grundgesetz(?:es)?\b|Abgabenordnung\b|Strafprozessordnung\b|Zivilprozessordnung\b|Insolvenzordnung\b)"
    r"(?:\s(?:\d{4}\b|[an]\.?\s?F\.?(?!\w)))?"
)
_COUNT = r"\d+(?:\s?ff?\b\.?|\s?[a-z]\b(?!\.))?"
_PART = (
    r"(?:(?:Abs(?:atz|ätze|\.)?|Satz|Sätze|N(?:umme)?rn?\.?|Nummern?|Buchst(?:abe|\.)?|Doppelbuchst(?:abe|\.)?|Halbs(?:atz|\.)?|HS|Hs\.?|Unterabs(?:atz|\.)?|Alt(?:ernative|\.)?|Var\.?|lit\.?)\s?"
    r"(?:\d+(?:\s?[a-z]\b(?!\.))?(?!\w)|[a-zA-Z]{1,2}\b)|S\.?\s?\d+(?:\s[a-z]\b(?!\.))?(?!\w)|ff?(?:\.|\b)|[a-z]\s\)|\(\s?\d+\s?\)|\d+\.\s(?:Alt(?:ernative|\.)?|Halbs(?:atz|\.)?|HS))"
)
_JOIN = r"(?:\sbzw\.\s|\s?,\s?|\s(?:und|oder|bis|sowie|u\.)\s|\s-\s|\s?/\s?|\s(?:i\s?\.\s?V\s?\.\s?m\s?\.|iVm\.?|in\sVerbindung\smit)\s)"
_HEAD = rf"(?:§§?|Art(?:ikeln?|\.)?)\s?{_COUNT}"
_CHAIN = rf"{_HEAD}(?:\s{_PART}){{0,8}}(?:{_JOIN}(?:{_HEAD}|{_PART}|{_COUNT})(?:\s{_PART}){{0,8}}){{0,12}}"
CHAIN = re.compile(rf"(?<!\w){_CHAIN}")
_CONVENTION = re.compile(rf"(?<!\w){_CHAIN}\sEMRK\b")
LAW = re.compile(rf"(?<![\w-])(?:{_LAW})")
# Courts, companies, law reports and the Union, whose abbreviations end as those of laws do.
OTHERS = frozenset({
    "BVerfG", "BPatG", "LSG", "OLG", "FG", "BSG", "AG", "LG", "VG", "OVG", "BAG", "BVerwG", "LAG", "ArbG", "SG",
    "VerfG", "KG", "OGB", "EuG", "AEUG", "VGH", "LVerfG", "VerfGH", "PatG", "GmS-OGB", "GmSOGB", "VORSPRUNG", "EG",
    "RAG", "EFG", "Bundesgesetz",
})  # fmt: skip
_COMPANY = re.compile(r".*-[AK]G")
# A commentary on a law is cited by the law, then an edition or a marginal number.
_COMMENTED = re.compile(r"\s?,?\s?(?:Rn|Rz|RdNrn?|Rdnr)\b|(?:\s?,)?\s\d+\.\s?Aufl|\s?,\sStand\s")
_REPORTED = re.compile(r"(?:Buchholz\s[\d.]+|BGHR)\s$")
_GENITIVE = re.compile(r"([Gg]esetz(?:buch)?|Buch)e?s$")
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
        if not _literature(text, start, law.end()) and (start < law.start() or _is_law(law[0])):
            yield start, law.end(), _GENITIVE.sub(r"\1", law[0])


def convention(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each citation of the European Convention on Human Rights, which is no German statute."""
    if "EMRK" in text:
        yield from (found.span() for found in _CONVENTION.finditer(text))


def _is_law(name: str) -> bool:
    return name not in OTHERS and not _COMPANY.fullmatch(name)


def _literature(text: str, start: int, end: int) -> bool:
    """Whether a commentary or a collection of decisions is cited, which only names the law it is about."""
    return bool(_COMMENTED.match(text, end) or _REPORTED.search(text, max(0, start - 24), start))

"""Numbers of Union documents: CELEX from titles, ELI addresses, page addresses and file names, and places in the Official Journal."""

import re

from crawlers.eu.facts import words

_NUMBER = re.compile(
    r"(?:(no|n\s?[°ºo.]\.?|nr\.?|nº|č\.|αριθ\.|№|nru|uimh\.)\s?)?\b(\d{1,4})\s?/\s?(\d{1,4})\b", re.IGNORECASE
)
_BEHIND = re.compile(r"\((\d{2}|\d{4})/(\d{1,4})/[^\W\d_]{2,8}(?:,\s*[^\W\d_]+)*\)\s*$")
_SIGNED = re.compile(r"\([^\W\d_]{2,4}\)\s*(?:[^\W\d_]{2}\.?\s*)?(\d{4})/(\d{1,5})")
_ELI = re.compile(r"eli/(reg|dir|dec|reco|dec_framw|recom)(?:_\w+)?/(\d{4})/(\d{1,4})(/corrigendum)?")
_CELEX = re.compile(
    r"(?<![0-9A-Za-z])([0-9CE])((?:19|20)\d\d)([A-Za-z]{1,2})(\d{3,5})(?:\((\d\d)\)|[rR]\(?(\d\d)\)?)?(?![0-9A-Za-z])"
)
_TREATY = re.compile(r"(?<!\d)1(?:19|20)\d\d[A-Z]/(?:TXT|AFI)")
_PAGED = re.compile(r"\b([LC])_?(\d{4})(\d{3})[A-Z]{2}\.\d\d(\d{4})(\d\d)")
_SINGLE = re.compile(r"\b([LC])_(\d{4})(\d{5})[A-Z]{2}\.")
_LETTERS = {"reg": "R", "dir": "L", "dec": "D", "reco": "H", "recom": "H", "dec_framw": "F"}
_COM = re.compile(r"\b(COM|JOIN|SWD|C)\s?\(?(\d{4})\)?\s?(\d{1,5})")
_DESCRIPTORS = {"COM": "PC", "JOIN": "JC", "SWD": "SC"}


def celex(text: str) -> str:
    """The first CELEX number in an address, file name or line, in its official spelling; empty where there is none."""
    found = _CELEX.search(text)
    if not found:
        whole = _TREATY.search(text)
        return whole[0] if whole else ""
    sector, year, letter, number, corrigendum, other = found.groups()
    plain = f"{sector}{year}{letter.upper()}{number}"
    if corrigendum:
        return f"{plain}({corrigendum})"
    return f"{plain}R({other})" if other else plain


def basic(number: str) -> str:
    """The act that a consolidated version is of: 02000L0031-20240217 → 32000L0031."""
    plain = number.partition("-")[0]
    return "3" + plain[1:] if plain.startswith("0") else plain


def from_eli(text: str) -> tuple[str, bool]:
    """CELEX of the act that an ELI address names, and whether the address is that of a corrigendum to it."""
    found = _ELI.search(text)
    if not found:
        return "", False
    return f"3{found[2]}{_LETTERS[found[1]]}{int(found[3]):04}", bool(found[4])


def letter(title: str) -> str:
    """R, L, D, H or F by the kind of act that a title names first, in any official language."""
    low = title.lower()
    places = {
        sign: min((low.find(stem) for stem in kind.stems if stem in low), default=-1)
        for sign, kind in words().instruments.items()
    }
    named = {sign: place for sign, place in places.items() if place >= 0}
    return "F" if "F" in named and named["F"] < 80 else min(named, key=lambda sign: named[sign], default="")


def from_title(title: str) -> str:
    """32022R2065 from "Regulation (EU) 2022/2065 …": the number must be the first figure of the title.

    Decisions and directives of former years bear it behind their title: "… of 18 December 2008 on lamps (2009/7/EC)".
    """
    found = _NUMBER.search(title)
    kind = letter(title)
    if not found or not kind or re.search(r"\d", title[: found.start()]):
        behind = _BEHIND.search(title)
        return composed(kind, behind[1], behind[2]) if behind and kind and kind != "R" else ""
    return composed(kind, found[2], found[3], year_last=bool(found[1]) or (len(found[2]) < 4 and kind == "R"))


def corrected(title: str) -> str:
    """The act that a corrigendum's title is about: its number bears the sign of the Union, (EU) 2016/679; empty for none.

    Languages put the kind of act before or behind its number, so the nearest word counts.
    """
    found = _SIGNED.search(title)
    if not found:
        return from_title(title)
    before, after = title[: found.start()], title[found.end() :]
    kind = _nearest_letter(re.split(r"[\d)]", before)[-1], re.split(r"[\d(]", after)[0])
    return composed(kind, found[1], found[2]) if kind else from_title(title)


def _nearest_letter(before: str, after: str) -> str:
    low, high = before.lower(), after.lower()
    near = {
        sign: min(
            *(len(low) - low.rfind(stem) if stem in low else 99 for stem in kind.stems),
            *(high.find(stem) if stem in high else 99 for stem in kind.stems),
        )
        for sign, kind in words().instruments.items()
    }
    best = min(near, key=lambda sign: near[sign])
    return best if near[best] < 99 else ""


def composed(kind: str, first: str, second: str, year_last: bool = False) -> str:
    """3 + year + letter + four figures; two-figure years are of the last century."""
    first_is, second_is = _year(first), _year(second)
    year, number = (second_is, first) if second_is and (year_last or not first_is) else (first_is, second)
    return f"3{year}{kind}{int(number):04}" if year and int(number) else ""


def _year(figures: str) -> str:
    """The year that the figures can be: 1992 for 92; empty for 065, 1814 and the like."""
    full = f"19{figures}" if len(figures) == 2 else figures
    return full if len(full) == 4 and 1951 <= int(full) <= 2099 else ""


def cited(text: str) -> list[tuple[int, str]]:
    """Acts that a title names beside its own, each with the place where its number stands."""
    found = []
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        kind = _last_letter(before)
        number = composed(kind, match[2], match[3], bool(match[1])) if kind else ""
        if number and re.fullmatch(r"3(19|20)\d\d[RLDHF]\d{4}", number):
            found.append((match.start(), number))
    return found


def _last_letter(text: str) -> str:
    low = text.lower()
    places = {sign: max(low.rfind(stem) for stem in kind.stems) for sign, kind in words().instruments.items()}
    best = max(places, key=lambda sign: places[sign])
    return best if places[best] >= 0 else ""


def proposal(text: str) -> str:
    """52022PC0209 from "COM(2022) 209"; empty where no such number stands."""
    found = _COM.search(text)
    return f"5{found[2]}{_DESCRIPTORS[found[1]]}{int(found[3]):04}" if found and found[1] in _DESCRIPTORS else ""


def journal(file: str) -> str:
    """Place in the Official Journal from the name of its file: L_2022277EN.01000101 → L/2022/277/1, L_202401689EN. → L/2024/1689."""
    if found := _PAGED.search(file):
        second = "" if found[5] == "01" else f".{int(found[5])}"
        return f"{found[1]}/{found[2]}/{int(found[3])}/{int(found[4])}{second}"
    if found := _SINGLE.search(file):
        return f"{found[1]}/{found[2]}/{int(found[3])}"
    return ""


def printed(celex_number: str) -> str:
    """2022/2065 as an act of 2015 or later, and directives and decisions of all years, print it; 1222/2014 before that."""
    found = re.fullmatch(r"3(\d{4})([A-Z])(\d{4})", celex_number)
    if not found:
        return ""
    year, letter_, number = found[1], found[2], int(found[3])
    return f"{number}/{year}" if letter_ == "R" and int(year) < 2015 else f"{year}/{number}"

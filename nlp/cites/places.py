"""Places inside laws: "Article 16(2)(a) of", "Artikel 5 Absatz 1 der", as the path of a provision."""

import re

_UNIT = (
    r"(?:Art(?:icles?|ikels?|ikeln|[íi]culos?|icol[oi]|igos?|\.)?|[Aa]rticles?|[Aa]rt(?:[íi]culos?|icol[oi]|igos?|\.)|"
    r"[Ss]ections?|[Ss]s?\.|[Rr]ecitals?|§§?)"
)
_STEP = (
    r"(?:\s?\((?:\d{1,3}|[a-z]{1,3})\)|,?\s(?:Absatz|Abs\.|Unterabsatz|Satz|Nummer|Nr\.|Buchstabe|Buchst\.|lit\.|paragraphs?|points?|"
    r"paragraphe|point|alinéa|apartado|letra|paragrafo|par\.|lettera|comma|n\.º|alínea)\s\(?\w{1,3}\)?)"
)
_JOIN = r",?\s(?:of(?:\sthe)?|to|der|des|von|zur|du|de(?:\sla|l)?|de\sl['’]|del(?:la|l['’])?|da|do)\s?"
BEFORE = re.compile(rf"{_UNIT}\s?\d{{1,4}}(?:[a-z]|\s?bis|\s?ter)?{_STEP}{{0,4}}{_JOIN}$")
REACH = 90
_FIRST = re.compile(r"(?:[Rr]ecital|(?P<article>\w|§))[^\d]*(?P<number>\d{1,4}[a-z]?)")
_PARAGRAPH = re.compile(r"\((\d{1,3})\)|(?:Absatz|Abs\.|paragraphs?|paragraphe|apartado|paragrafo|comma)\s(\d{1,3})")
_POINT = re.compile(r"\(([a-z]{1,2})\)|(?:Buchstabe|lit\.|point|letra|lettera|alínea)\s\(?([a-z]{1,2})\)?")


def begins(text: str, start: int) -> int:
    """Where a reference at `start` begins when the place before it belongs to it."""
    low = max(0, start - REACH)
    window = text[low:start]
    for at in range(len(window)):
        opens = (window[at].isalpha() or window[at] == "§") and (at == 0 or not window[at - 1].isalnum())
        if opens and BEFORE.fullmatch(window, at):
            return low + at
    return start


def place(quote: str) -> str:
    """art_16/par_2/pnt_a; empty where the words name no place."""
    begun = re.match(rf"{_UNIT}\s?\d", quote)
    found = _FIRST.match(quote) if begun else None
    if not found:
        return ""
    rest = quote[found.end() : found.end() + REACH].split(" of ", maxsplit=1)[0]
    kind = "rec" if not found["article"] else "par" if found["article"] == "§" else "art"
    parts = [f"{kind}_{found['number']}"]
    for name, steps in (("par", _PARAGRAPH), ("pnt", _POINT)):
        if step := steps.search(rest):
            parts.append(f"{name}_{step[1] or step[2]}")
    return "/".join(parts)

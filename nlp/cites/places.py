"""Places inside laws: "Article 16(2)(a) of", "Artikel 5 Absatz 1 der", as the path of a provision."""

import re

_ROMAN = r"[IVXLC]{1,6}(?!\w)"
_NUMBER = (
    r"(?:[LRDA]\.?\s?\*?\s?)?\d{1,5}(?:[.-]\d{1,3}){0,3}(?:\.?[º°]|\.o|er(?!\w))?(?:[\s-](?:bis|ter|quater|[a-z]{3,7}ies)(?!\w)|-?[a-zA-Z]{1,2}(?!\w)|\s[A-Za-z](?!\w))?"
    rf"(?:\s?\((?:\d{{1,3}}|[a-zA-Z]{{1,4}})\)){{0,5}}|{_ROMAN}|\(?[a-z]{{1,2}}\)|\(\d{{1,3}}\)"
)
_LETTERS = (
    r"(?:Buchst(?:aben?|\.)|lit\.|[Ll]etras?|[Ll]etter[ae]|[Aa]líneas?|[Pp]oints?)\s\(?[a-z]{1,2}\)?(?!\w)"
    r"(?:(?:,\s|\s(?:und|bis|oder|and|et|y|e|o|ou|a|à)\s)\(?[a-z]\)?(?!\w)){0,5}"
)
_UNIT = (
    r"(?:Art(?:icles?|ikels?|ikeln|[íi]culos?|icol[oi]|igos?|s?\.)?|[Aa]rticles?|[Aa]rt(?:[íi]culos?|icol[oi]|igos?|s?\.)|[Ss]ections?|[Ss]s?\.|§§?|"
    r"[Rr]ecitals?|[Cc]onsidérants?|[Cc]onsiderando|Erwägungsgr[uü]nde?|Annex(?:es)?|Anhang|[Aa]nnexe|[Aa]nexo|[Aa]llegato|"
    r"[Cc]hapters?|Kapitel|[Cc]hapitre|[Cc]apítulo|[Cc]apo|[Tt]itles?|[Tt]itre|Part|Schedule|regulations?|rules?|[Pp]aragraphs?|paras?\.|[Pp]oints?|subparagraphs?|sub-paragraphs?|"
    r"Abs(?:atz|ätze|\.)|Unterabsatz|S(?:atz|ätze)|Nummern?|Nr\.|Buchst(?:aben?|\.)|lit\.|[Pp]aragraphes?|[Aa]linéas?|[Aa]partados?|[Ll]etras?|"
    r"[Pp]aragrafi?o?|par\.|[Ll]etter[ae]|[Cc]omm[ai]|n\.os?|n\.[º°]s?|[Aa]líneas?|[Ii]ncisos?|incs?\.)"
)
_NTH = (
    r"(?:(?:the\s)?(?:first|second|third|fourth|fifth|sixth|last)\s(?:sub)?(?:paragraph|sentence|indent)|"
    r"(?:premier|première|deuxième|second|troisième|quatrième|dernier)\s(?:alinéa|phrase|tiret)|(?:párrafo|comma)\s(?:primero|segundo|tercero)|"
    r"(?:primo|secondo|terzo)\s(?:comma|periodo)|(?:primeiro|segundo|terceiro)\sparágrafo)"
)
_AND = r"(?:,\s(?:(?:and|or)\s)?|\s?[–-]\s?|\s(?:and|or|to|und|oder|bis|sowie|et|ou|à|y|o|u|a|e|ed|al|ao)\s)"
_LINK = r",?\s(?:(?:dell|de\sl|d)['’]|(?:of(?:\sthe)?|to(?:\sthe)?|in(?:\sthe)?|der|des|von|zur|della|dello|del|de\sla|dos?|das?|du|de)(?!\w)\s?)"
_TOKEN = re.compile(
    rf"(?P<item>{_NTH}|{_LETTERS}|{_UNIT}\s?(?:da\s)?(?:{_NUMBER}))|(?P<number>{_NUMBER})|(?P<link>{_LINK})|(?P<apart>{_AND}|,?\s)"
)
_OPENS = re.compile(rf"(?<![\w.])(?:{_UNIT}|{_NTH}|{_ROMAN})")
REACH = 160
_FIRST = re.compile(
    r"(?:[Rr]ecital|[Cc]onsid|Erwäg|(?P<article>[Aa]rt|[Ss](?:ection|\.)|§))[^\d]{0,14}?(?P<number>\d{1,5}(?:[.-]\d+)*[a-z]?)"
)
_PARAGRAPH = re.compile(
    r"\((\d{1,3})\)|(?:Absatz|Abs\.|paragraphs?|paragraphe|apartado|paragrafo|comma|n\.º)\s(\d{1,3})"
)
_POINT = re.compile(r"\(([a-z]{1,2})\)|(?:Buchstabe|lit\.|points?|letra|lettera|alínea)\s\(?([a-z]{1,2})\)?")


def begins(text: str, start: int, bare: bool = False) -> int:
    """Where a reference at `start` begins when the place before it belongs to it; `bare` without "of": Article 6 TEU."""
    low = max(0, start - REACH)
    window = text[low:start]
    opened = (found.start() for found in _OPENS.finditer(window))
    return next((low + at for at in opened if _leads(window, at, "apart" if bare else "link")), start)


def _leads(window: str, at: int, last: str) -> bool:
    """Whether the words from `at` on are parts of a law and what joins them, to the end of the window."""
    kind = ""
    while at < len(window) and (token := _TOKEN.match(window, at)):
        kind, at = str(token.lastgroup), token.end()
    return at == len(window) and kind == last


def place(quote: str) -> str:
    """art_16/par_2/pnt_a; empty where the words name no place."""
    found = _FIRST.search(quote)
    if not found:
        return ""
    rest = quote[found.end() : found.end() + REACH].split(" of ", maxsplit=1)[0]
    kind = "rec" if not found["article"] else "par" if found["article"] == "§" else "art"
    parts = [f"{kind}_{found['number']}"]
    for name, steps in (("par", _PARAGRAPH), ("pnt", _POINT)):
        if step := steps.search(rest):
            parts.append(f"{name}_{step[1] or step[2]}")
    return "/".join(parts)

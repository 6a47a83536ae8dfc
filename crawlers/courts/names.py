"""Names of United States courts as the short ids that everybody uses (ca9, cand, txwd, cal)."""

import re

_CIRCUITS = {
    "first": "ca1", "second": "ca2", "third": "ca3", "fourth": "ca4", "fifth": "ca5", "sixth": "ca6",
    "seventh": "ca7", "eighth": "ca8", "ninth": "ca9", "tenth": "ca10", "eleventh": "ca11", "federal": "cafc",
    "district of columbia": "cadc", "d.c.": "cadc",
}  # fmt: skip
STATES = {
    "alabama": "al", "alaska": "ak", "arizona": "az", "arkansas": "ar", "california": "ca", "colorado": "co",
    "connecticut": "ct", "delaware": "de", "florida": "fl", "georgia": "ga", "hawaii": "hi", "idaho": "id",
    "illinois": "il", "indiana": "in", "iowa": "ia", "kansas": "ks", "kentucky": "ky", "louisiana": "la",
    "maine": "me", "maryland": "md", "massachusetts": "ma", "michigan": "mi", "minnesota": "mn", "mississippi": "ms",
    "missouri": "mo", "montana": "mt", "nebraska": "ne", "nevada": "nv", "new hampshire": "nh", "new jersey": "nj",
    "new mexico": "nm", "new york": "ny", "north carolina": "nc", "north dakota": "nd", "ohio": "oh",
    "oklahoma": "ok", "oregon": "or", "pennsylvania": "pa", "puerto rico": "pr", "rhode island": "ri",
    "south carolina": "sc", "south dakota": "sd", "tennessee": "tn", "texas": "tx", "utah": "ut", "vermont": "vt",
    "virginia": "va", "washington": "wa", "west virginia": "wv", "wisconsin": "wi", "wyoming": "wy",
    "district of columbia": "dc", "columbia": "dc", "guam": "gu", "the virgin islands": "vi",
}  # fmt: skip
_NAMED = {code: name for name, code in STATES.items() if name != "columbia"}
_CALLED = {id: name for name, id in _CIRCUITS.items() if name != "d.c."}
_SIDES = {"n": "Northern", "s": "Southern", "e": "Eastern", "w": "Western", "m": "Middle", "c": "Central"}
_SHORT = re.compile(r"([a-z]{2})([nsewmc]?)([db])")
_PADDED = re.compile(r"^(\d\d)-0+(?=\d)")
_APPEALS = re.compile(r"(?i)court of appeals,? (?:for )?(?:the )?(.+?) circuit|(?:^|\b)(\w+|d\.c\.) circuit\b")
_DISTRICT = re.compile(
    r"(?i)district court,?\s*(?:for the )?(?:(northern|southern|eastern|western|middle|central)? ?district of )?(?:the )?([a-z .]+)"
)
_BANKRUPTCY = re.compile(
    r"(?i)bankruptcy court,?\s*(?:for the )?(?:(northern|southern|eastern|western|middle|central)? ?district of )?(?:the )?([a-z .]+)"
)


def court_id(name: str) -> str:
    """Empty for a court this does not know (state trial courts, agencies)."""
    plain = " ".join(name.split())
    if found := _APPEALS.search(plain):
        return _CIRCUITS.get((found[1] or found[2]).lower().removeprefix("the "), "")
    for pattern, ending in ((_BANKRUPTCY, "b"), (_DISTRICT, "d")):
        if (found := pattern.search(plain)) and (state := STATES.get(found[2].strip().lower(), "")):
            side = (found[1] or "")[:1].lower()
            return f"{state}{side}{ending}"
    return ""


def docket(number: str) -> str:
    """The number of an appeal as courts write it, 24-4100, also where a publisher fills it up: 24-04100."""
    return _PADDED.sub(r"\1-", number)


def court_name(id: str) -> str:
    """Of a federal court by its short id; empty for others."""
    if circuit := _CALLED.get(id):
        return f"Court of Appeals for the {circuit.title()} Circuit"
    found = _SHORT.fullmatch(id)
    state = _NAMED.get(found[1], "") if found else ""
    if not found or not state:
        return ""
    words = (_SIDES.get(found[2], ""), "District of", state.title().removeprefix("District Of "))
    return " ".join(filter(None, (*words, "Bankruptcy Court" if found[3] == "b" else "")))

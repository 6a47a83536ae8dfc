"""How bills of the states of the United States are named in ids: us-fl/bill/2024/HB3."""

import re

from crawlers.courts.names import STATES
from crawlers.places.us import congress
from crawlers.response import Unreadable

_CODES = {*STATES.values(), "us", "dc", "nyc"}


_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)\b")
# Where the clocks of a capital do not go as in New York.
_ZONES = {
    "America/Anchorage": "ak",
    "America/Chicago": "al ar ia il ks la mn mo ms nd ne ok sd tn tx wi",
    "America/Denver": "co id mt nm ut wy",
    "America/Los_Angeles": "ca nv or wa",
    "America/Phoenix": "az",
    "Pacific/Honolulu": "hi",
}
# How a state calls its regular session, where that is not by its first year: by both years, by the number of the
# legislature, or by the year with a letter.
_CALLED = {
    "al": "{start}RS",
    "ca": "{start}{end}",
    "co": "{start}A",
    "ne": "{ordinal}",
    "ny": "{start}-{end}",
    "oh": "{ordinal}",
    "tx": "{ordinal}R",
    "us": "{ordinal}",
    "vt": "{start}-{end}",
}


def zone(state: str) -> str:
    """That of the capital of a state, by its two letters, as the hours of its hearings are meant."""
    return next((zone for zone, states in _ZONES.items() if state.lower() in states.split()), "America/New_York")


def session(state: str, start: str, end: str, name: str, special: bool) -> str:
    """A session by its years and its name (“88th Legislature”), as the bills of the state are known by it.

    A special one is told apart by the number that its name gives, so that no two bills share an id.
    """
    numbers = _NUMBERED.findall(name)
    called = _CALLED.get(state.lower(), "{start}")
    if "{ordinal}" in called and not numbers:
        called = "{start}"
    period = called.format(start=start, end=end, ordinal=numbers[0] if numbers else "")
    return f"{period.rstrip('R')}{numbers[-1] if len(numbers) > 1 else 'S'}" if special else period


def _period(code: str, session: str) -> str:
    """In capitals; the regular session of a Texan legislature bears an R."""
    plain = re.sub(r"[^A-Za-z0-9-]", "", session).upper()
    return f"{plain}R" if code == "tx" and re.fullmatch(r"\d\d", plain) else plain


def bill_id(state: str, session: str, number: str) -> str:
    """Raises Unreadable where a part is missing or the state is none."""
    code = "us" if state.lower() == "united states" else STATES.get(state.lower(), state.lower())
    plain = re.sub(r"[^A-Za-z0-9-]", "", number).upper()
    period = _period(code, session)
    if code not in _CODES or not plain or not period:
        raise Unreadable(f"a bill needs a state, a session and a number, not {state!r}, {session!r}, {number!r}")
    if code == "us":
        return congress.bill_id(period, plain.rstrip("0123456789"), plain.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return f"us-{code}/bill/{period}/{plain}"


# How LegiScan writes the types of bills of Congress, as it does those of every state: HR is a resolution there.
_FEDERAL = {"HB": "HR", "SB": "S", "HR": "HRES", "SR": "SRES", "HJR": "HJRES", "SJR": "SJRES", "HCR": "HCONRES", "SCR": "SCONRES"}  # fmt: skip


def federal(number: str) -> str:
    """HR8250 from HB8250, as Congress itself writes it; a number that does not read so stays."""
    form = number.rstrip("0123456789")
    return _FEDERAL.get(form, form) + number[len(form) :]

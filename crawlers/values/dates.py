"""Read the dates of official sources strictly: one ISO day, or nothing; never a guess between day and month."""

import logging
import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from crawlers.values.months import MONTHS

# What sources write where they have no date.
NOTHING = {"", "null", "none", "nulldate", "n/a", "tbd", "tba", "unknown", "-", "--", "00000000", "0"}
SENTINELS = {"0000-00-00", "0001-01-01", "1001-01-01", "1900-01-01T00:00:00", "2999-12-31", "9999-12-31", "9999-01-01"}
_FAR = 2200  # the first year that no law means; examples of schemas and slips of the keyboard have such
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_ERA = re.compile("(" + "|".join(_ERAS) + r")\s*(元|\d{1,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\.?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*[,.]?\s+(\d{4})")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|°|ª)?\.?[\s-]+(?:of\s+|de\s+|d')?([^\W\d_]{3,12})\.?,?[\s-]+(?:de[l]?\s+)?(\d{4})",
)
_WEEKDAY = re.compile(r"^\s*[^\W\d_]{2,12}(?:-feira)?\.?,?\s+(?=\S*\d|[^\W\d_]{3,12}\.?\s+\d)")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?::|h|H\.?\s?)(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp])?\.?\s?[Mm]?")
_HALF_DAY = re.compile(r"(?<![\d:])(\d{1,2})(?::([0-5]\d))?\s*([ap])\.?\s?m\b", re.IGNORECASE)
_log = logging.getLogger(__name__)


class When(NamedTuple):
    """A local day; with a time (HH:MM) and its zone (IANA name), or both empty."""

    date: str
    time: str = ""
    zone: str = ""


def iso(words: str | None, order: str = "") -> str:
    """The ISO day that stands at the start of the words; empty for none, for sentinels, and, with a warning, for others.

    03/04/2025 is read only when `order` says how: dmy or mdy.
    """
    plain = " ".join((words or "").split())
    if plain.lower() in NOTHING or plain in SENTINELS or plain[:10] in SENTINELS:
        return ""
    day = _by_era(plain) or _by_digits(plain, order) or _by_words(plain)
    if not day:
        _log.warning("a date that nobody can read: %r", plain[:60])
    return day


def when(words: str | None, zone: str, order: str = "") -> When:
    """Day and time at the source's place; an instant (Z, offset, RFC 822) is moved there, a naive time is of there.

    Midnight without a zone, and midnight UTC, are taken for a day without a time: sources write both so.
    """
    plain = " ".join((words or "").split())
    moment = _instant(plain)
    if moment is None:
        return _naive(plain, zone, order)
    if moment.year >= _FAR:
        return When("")
    if moment.tzinfo is not None and (moment.utcoffset() or moment.time() != moment.time().min):
        moment = moment.astimezone(ZoneInfo(zone))
    day = moment.date().isoformat()
    if day in SENTINELS:
        return When("")
    return When(day) if moment.strftime("%H%M%S") == "000000" else When(day, moment.strftime("%H:%M"), zone)


def counted(milliseconds: str, zone: str) -> str:
    """The day there of an instant counted since 1970, which may lie before; other words as `iso` reads them."""
    if not re.fullmatch(r"-?\d{1,14}", milliseconds):
        return iso(milliseconds)
    instant = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(milliseconds))
    return instant.astimezone(ZoneInfo(zone)).date().isoformat()


def plus(day: str, days: int) -> str:
    """The ISO day so many days later; empty stays empty."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if day else ""


def clock(words: str) -> str:
    """HH:MM of the first time of day with a.m. or p.m. in the words: "by 5 p.m." is 17:00; empty for none."""
    found = _HALF_DAY.search(words)
    if not found or not 1 <= int(found[1]) <= 12:
        return ""
    return f"{int(found[1]) % 12 + 12 * (found[3].lower() == 'p'):02}:{found[2] or '00'}"


def inside(words: str, order: str = "") -> list[str]:
    """Every day written out or in digits anywhere in the words, in the order in which they stand."""
    found: dict[int, str] = {}
    for pattern in (_ERA, _ISO, _YEAR_FIRST, _DOTTED, _NUMERIC, _MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(words):
            day = _by_era(match[0]) or _by_digits(match[0], order) or _by_words(match[0])
            if day and not any(abs(place - match.start()) < len(match[0]) for place in found):
                found[match.start()] = day
    return [found[place] for place in sorted(found)]


def first(words: str, order: str = "") -> str:
    """The first of them; empty where there is none."""
    return next(iter(inside(words, order)), "")


def _by_era(words: str) -> str:
    """Japanese eras and the Republic of China's years; 元 is the first year."""
    found = _ERA.match(words)
    if not found:
        return ""
    year = 1 if found[2] == "元" else int(found[2])
    return _day(_ERAS[found[1]] + year, int(found[3]), int(found[4]))


def _by_digits(words: str, order: str) -> str:
    if found := _ISO.match(words) or _YEAR_FIRST.match(words) or _PACKED.fullmatch(words):
        return _day(*map(int, found.groups()))
    if found := _DOTTED.match(words):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if (found := _NUMERIC.match(words)) and order:
        day, month = (found[1], found[2]) if order == "dmy" else (found[2], found[1])
        return _day(_full(found[3]), int(month), int(day))
    return ""


def _full(year: str) -> int:
    """Two digits: the last century from 50 on, as printed dockets and old pages mean it."""
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)


def _by_words(words: str) -> str:
    words = _WEEKDAY.sub("", words) if not _MONTH_FIRST.match(words) else words
    if (found := _MONTH_FIRST.match(words)) and found[1].lower() in MONTHS:
        return _day(int(found[3]), MONTHS[found[1].lower()], int(found[2]))
    if (found := _DAY_FIRST.match(words)) and found[2].lower() in MONTHS:
        return _day(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year < _FAR else ""
    except ValueError:
        return ""


def _instant(words: str) -> datetime | None:
    """ISO date-times and RFC 822; None for bare days and everything else."""
    if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", words):
        return _attempt_iso(re.sub(r"(\.\d{6})\d+", r"\1", words))
    if re.match(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{2,4} \d", words):
        try:
            return parsedate_to_datetime(words)
        except (ValueError, IndexError):
            return None
    return None


def _attempt_iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words.replace(" UTC", "Z"))
    except ValueError:
        return None


def _naive(words: str, zone: str, order: str) -> When:
    day = iso(words, order)
    clock = _CLOCK.search(words, 8) if day else None
    if not clock or int(clock[1]) > 24 or int(clock[2]) > 59:
        return When(day)
    hour = int(clock[1]) % 12 + 12 * (clock[3].lower() == "p") if clock[3] else int(clock[1]) % 24
    return When(day) if not hour and clock[2] == "00" and not clock[3] else When(day, f"{hour:02}:{clock[2]}", zone)

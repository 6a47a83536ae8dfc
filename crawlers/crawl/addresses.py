"""Fill the addresses of an entry: {since}, {today}, {year}, {key}, and {day}, which gives one address a day.

{term} is the year, in two digits, in whose October the Supreme Court of the United States began its term, {term:-1} the one before.
"""

import re
from collections.abc import Iterator
from datetime import date

from crawlers import paging
from crawlers.sources import Source

_FIRST = "1900-01-01"  # asked for when all is wanted
_DAYS = 31  # the most daily files that one run asks for
_WORD = re.compile(r"\{(since|today|year|day|key|term)(?::([^}]*))?\}")


def filled(source: Source, since: str, today: str, key: str) -> Iterator[str]:
    """Each address of the source. A day may carry its form: {since:%d/%m/%Y}."""
    for url in source.urls:
        daily = any(found[1] == "day" for found in _WORD.finditer(url))
        for day in paging.days(since, today, _DAYS) if daily else (date.fromisoformat(today),):
            yield _fill(url, since or _FIRST, date.fromisoformat(today), day, key)


def _fill(url: str, since: str, today: date, day: date, key: str) -> str:
    days = {"since": date.fromisoformat(since), "today": today, "day": day}

    def word(found: re.Match[str]) -> str:
        if found[1] in days:
            return days[found[1]].strftime(found[2] or "%Y-%m-%d")
        if found[1] == "term":
            return f"{(today.year - (today.month < 10) + int(found[2] or 0)) % 100:02}"
        return key if found[1] == "key" else str(today.year)

    return _WORD.sub(word, url)

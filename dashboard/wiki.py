"""A tracker as a table for a wiki page: words of sources can close no cell and call no template."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from crawlers.matter import Event, Matter
from dashboard.views.text import clean, line, short, web

_MEANS = re.compile(r"[\[\]{}|<>'=~_&#:;*]|https?(?=:)|ISBN|RFC|PMID")


def words(said: str) -> str:
    """As text that the wiki shows as it is: every character that means something there is an entity."""
    plain = short(line(str(clean(said))), 300)
    return _MEANS.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found.group()), plain)


def table(
    name: str, cards: Sequence[Matter], today: date, address: Callable[[str], str], checked: Mapping[str, str]
) -> str:
    """The whole wikitext, nearest date first; `address` leads to a matter, `checked` says by source when it last answered.

    The same matters and day give the same bytes.
    """
    rows = sorted(cards, key=lambda card: (_date(card, today), card.id))
    lines = [
        f"== {words(name)} ==",
        f"''{words(f'Made by Amicus on {today.isoformat()} from official sources. Not legal advice.')}''",
        '{| class="wikitable sortable"',
        f"|+ {words(name)}: laws, drafts, consultations and cases that touch hosts of free knowledge",
        "|-",
        "! Matter !! Kind !! Status !! As of !! Next date !! What !! Source !! Last checked",
        *(line for card in rows for line in _row(card, today, address(card.id), checked)),
        "|}",
    ]
    return "\n".join(lines) + "\n"


def _row(card: Matter, today: date, own: str, checked: Mapping[str, str]) -> list[str]:
    event = _next(card, today)
    unverified = " (unverified)" if card.mark == "m" else ""
    cells = [
        f"[{own} {words(card.title)}]" if own else words(card.title),
        words(card.kind),
        words(card.status.replace("_", " ") + unverified),
        words(card.status_as_of or "not known"),
        words(event.date if event else "none known"),
        words((event.label or event.kind.replace("_", " ")) if event else ""),
        f"[{address} {words(card.source)}]" if (address := _address(card.url)) else words(card.source),
        words(checked.get(card.source, "")[:10] or "never"),
    ]
    return ["|-", "| " + " || ".join(cells)]


def _address(url: str) -> str:
    """Safe inside brackets: what could end the link is percent-encoded."""
    return re.sub(r"[\s\[\]{}|<>'\"]", lambda found: f"%{ord(found.group()):02X}", web(url))


def _next(card: Matter, today: date) -> Event | None:
    coming = [event for event in card.events if event.date >= today.isoformat() and not event.cancelled]
    return min(coming, key=lambda event: (event.date, event.time), default=None)


def _date(card: Matter, today: date) -> str:
    event = _next(card, today)
    return event.date if event else "9"

"""What a matter is called in a mail: as lawyers cite it, and short."""

import re

from crawlers.matter import Matter
from crawlers.vocabulary import Kind
from dashboard.views.labels import called
from dashboard.views.text import clean, line, short

LONGEST = 160
# A bill whose title begins with every section that it amends says at the end what it is about.
_SUBJECT = re.compile(r"(?<=[,;] )relating to .{20,}$")
_NUMBER = {Kind.BILL: "printed", Kind.CASE: "docket"}


def entitled(title: str) -> str:
    """The short name that a long title gives in brackets, else as much of it as tells it from others."""
    plain = called(line(str(clean(title)))).rstrip(".")
    subject = _SUBJECT.search(plain) if len(plain) > LONGEST else None
    return short(f"… {subject.group()}" if subject else plain, LONGEST)


def named(card: Matter) -> str:
    """HB1007, … relating to notaries; A v. B, No. 22-1: the number by which it is cited, and a short title."""
    marks = {one.scheme: one.value for one in reversed(card.identifiers)}
    title = entitled(card.title)
    number = marks.get(_NUMBER.get(card.kind, ""), "").partition(" (")[0]
    if not title:
        return number or card.id
    if len(number) < 2 or len(number) > 40 or number in title:
        return title
    return f"{number}, {title}" if card.kind is Kind.BILL else f"{title}, {number}"

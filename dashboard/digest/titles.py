"""What a matter and a provision are called in a mail: as lawyers cite them, and short."""

import re

from crawlers.matter import Matter
from crawlers.vocabulary import Kind
from dashboard.digest.news import News
from dashboard.views.labels import called
from dashboard.views.text import clean, line, short
from dashboard.words.tongue import Tongue, later

LONGEST = 160
# A bill whose title begins with every section that it amends says at the end what it is about.
_SUBJECT = re.compile(r"(?<=[,;] )relating to .{20,}$")
PLACES = {
    "art": later("Article {number}"),
    "sec": later("Section {number}"),
    "rec": later("Recital {number}"),
    "annex": later("Annex {number}"),
    "cl": later("Clause {number}"),
    "para": later("Paragraph {number}"),
}
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


def place(provision: str, speech: Tongue) -> str:
    """Article 16(2)(a), from the typed path art_16/par_2/pnt_a; a path of other kinds as it is."""
    parts = [part.partition("_") for part in provision.split("/")]
    if parts[0][0] not in PLACES or not all(number for _, _, number in parts):
        return provision
    rest = "".join(f"({number})" for _, _, number in parts[1:])
    return speech.say(PLACES[parts[0][0]], number=f"{parts[0][2]}{rest}")


def where(one: News, speech: Tongue) -> str:
    """The provision that is told of, or all of them where the same was done to several."""
    told = ", ".join(place(each, speech) for each in one.places)
    return speech.say("throughout: {places}", places=told) if told else place(one.provision, speech)


def headed(one: News, speech: Tongue) -> str:
    """The matter, and the provision that is told of."""
    return f"{one.title}, {where(one, speech)}" if one.provision else one.title

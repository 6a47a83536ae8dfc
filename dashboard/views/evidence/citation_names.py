"""What a paper is called in a citation: the parties of a case as the manuals write them, the title of everything else."""

import re
from typing import TYPE_CHECKING

from crawlers.courts.names import STATES
from crawlers.joining.official_first import WATCHLIST
from crawlers.matter import Matter
from crawlers.sources import watched
from crawlers.vocabulary import Kind
from dashboard.views.evidence import courts_cited, persons

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

_VERSUS = re.compile(r"(?<=\S) (?:vs?\.?|contre|gegen|contra|contro) (?=\S)")
# what a list adds to a name: HUDOC the kind of document and the chamber, govinfo the name of a file, Parliament the stage
_FILED = re.compile(r"^(?:CASE OF|AFFAIRE) | \[GC\]$|^\d+ [A-Z]+ \d+ [A-Z]{2,3}: | \*{3}I{0,3}$")
# Firms keep their form behind a comma; everything else behind one is no part of the name.
_JOINED = re.compile(
    r"(?:,? (?:et al|and others|and another|& ors|and ors|e\.a)\b\.?|, (?!Inc|LLC|L\.|Ltd|LLP|LP|Corp|Co\b|N\.|plc|GmbH)).*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:Case:? )?\(?(?:No\.? )?\d[\d-]*,? (?=\D)|^\([A-Z]{2}\) ")
# what American lists write behind a name: brackets, a public number, a day of argument
_ADDED = re.compile(r"(?: \([^)]*\)| (?:19|20)\d{2} [A-Z]{2} \d+| Date Argued:).*$")
_AMERICA = re.compile(r"(?:The )?United States of America|U\.? ?S\.?(?: ?A\.?)?", re.IGNORECASE)
_CROWN = re.compile(r"(?:the )?(?:queen|king|regina|rex|r)\b\.?", re.IGNORECASE)
_ASKED = re.compile(
    rf"(?:{_CROWN.pattern}) \(?on the application of:? ([^()]+?)\)?|{_CROWN.pattern} \((\w[^()]*)\)", re.IGNORECASE
)
_REVENUE = re.compile(r"(?:the )?commissioners for (?:his|her) majesty['’]s revenue (?:and|&) customs", re.IGNORECASE)
# words that no person bears, beside those that table 6 shortens
FIRMS = frozenset(
    [
        "Bank",
        "Bros",
        "Church",
        "City",
        "Club",
        "Council",
        "Enterprises",
        "Estate",
        "Farms",
        "Foods",
        "Holdings",
        "Hotel",
        "Inn",
        "Intelligence",
        "Labs",
        "Media",
        "Motors",
        "Museum",
        "Music",
        "News",
        "Partners",
        "Pharmacy",
        "Pictures",
        "Press",
        "Records",
        "Stores",
        "Street",
        "Studios",
        "Trust",
        "Trustees",
        "Union",
        "Village",
        "Works",
    ]
)
_SMALL = {"of", "the", "and", "on", "for", "to", "in", "or", "a", "an"}
_KEPT = re.compile(r"(?:[A-Z]\.)+|[^AEIOUYaeiouy]{1,5}|[IVX]+|(?:\w\.)+|USA|NAACP|ACLU|AIG|LP")


def titled(matter: Matter, versus: str, book: "Book") -> str:
    """The title on one line; of a case the first party of each side, parted as the manual asks."""
    title = plain(matter)
    sides = _sides(title) if matter.kind is Kind.CASE else []
    if len(sides) != 2:
        return cased(title) if matter.language == "en" else title
    parties = [_named(_party(side, matter, book), matter, book) for side in sides]
    if versus == "v." and matter.id.startswith("us/"):
        parties = [_shortened(re.sub(r"^The (?!King|Queen)", "", party), book) for party in parties]
    return f" {versus} ".join(parties)


def _sides(title: str) -> list[str]:
    """In capitals also the mark between the parties may be one, and so may a person's initial: small letters go first."""
    sides = _VERSUS.split(title)
    return sides if len(sides) == 2 else re.split(r"(?<=\S) V[Ss]?\.? (?=\S)", title)


def plain(matter: Matter) -> str:
    """Without what the watch-list says of it in brackets; the parties alone of what EUR-Lex parts with #."""
    title = _FILED.sub("", " ".join(matter.title.split()).rstrip("."))
    told = [part.strip(" .") for part in title.split("#")]
    if len(told) > 1:
        return told[1] if len(told) > 2 else ""
    if (
        title == matter.id or title.partition(" (")[0] == matter.id.rpartition("/")[2]
    ):  # its number stands in for a name
        return ""
    return re.sub(r" \([^()]*\)$", "", title) if matter.source == WATCHLIST else title


def _party(name: str, matter: Matter, book: "Book") -> str:
    """Neither who is joined to it nor in which capacity it stands there."""
    if matter.id.startswith("us/"):
        name = _american(_ADDED.sub("", _NUMBERED.sub("", name)), matter, book)
    bare = cased(_JOINED.sub("", name).strip())
    if not matter.id.startswith("uk/"):
        return bare
    if asked := _ASKED.fullmatch(bare):
        return f"R ({(asked[1] or asked[2]).strip('“”‘’ ')})"
    if _REVENUE.fullmatch(bare):
        return "Revenue and Customs Commissioners"
    return "R" if _CROWN.fullmatch(bare) else bare


def _named(party: str, matter: Matter, book: "Book") -> str:
    """Of one natural person the family name, where given names are known to come first."""
    if matter.id.partition("/")[0].partition("-")[0] not in persons.PLACES:
        return party
    return persons.family(party, frozenset(book.words) | frozenset(book.words.values()) | FIRMS)


def _american(name: str, matter: Matter, book: "Book") -> str:
    """United States; State in the courts of that state, and the name of the state in all others (rule 10.2.1)."""
    bare = _JOINED.sub("", name).strip()
    if _AMERICA.fullmatch(bare):
        return "United States"
    own = courts_cited.state(matter.id.split("/")[1], book)
    if own == "ca" and bare == "P.":
        return "People"
    found = re.fullmatch(r"(?i)(?:the )?(?:(people) of the )?(state|commonwealth|people) of (.+)", bare)
    if found is None or (place := STATES.get(found[3].lower())) is None:
        return name
    return cased((found[1] or found[2]).upper()) if place == own else cased(found[3].upper())


def _shortened(name: str, book: "Book") -> str:
    """Each word as table 6 has it, but not a name of one word."""
    words = name.split(" ")
    return " ".join(_short(word, book) for word in words) if len(words) > 1 and name != "United States" else name


def _short(word: str, book: "Book") -> str:
    bare = word.rstrip(",")
    return book.words.get(bare, bare) + word[len(bare) :]


def named(matter: Matter) -> str:
    """The title as its own country prints it, with what it means in brackets where we hold both."""
    title, own = plain(matter), " ".join(matter.title_native.split())
    place = watched().jurisdictions.get(matter.jurisdiction)
    abroad = place is not None and matter.language == "en" and "en" not in place.languages
    return f"{own} [{title}]" if abroad and own and title and own != title else title or own


def cased(title: str) -> str:
    """A title in capitals as it is written in a sentence; initials, numbers and firms' forms stay."""
    if not title.isupper() or len(title) < 5:
        return title
    words = title.split(" ")
    return " ".join(_word(word, first=not index) for index, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word.lower() in _SMALL and not first:
        return word.lower()
    if _KEPT.fullmatch(word.strip(",;()")) and word.strip(",;()").title() not in {
        "St",
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "Co",
        "Ltd",
        "Jr",
        "Sr",
    }:
        return word
    return re.sub(r"[^\W\d_]+(?:['’]S)?", lambda found: found[0].capitalize(), word)

"""What the page of a legislative file of the Sénat lists below each step: printed texts with what became of them, and reports."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from crawlers import ids
from crawlers.files.reading import words
from crawlers.matter import Person, Text
from crawlers.parsing import Element
from crawlers.record import linked, people
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.values.signs import Signs
from crawlers.vocabulary import Status

_SITE = "https://www.senat.fr/"
_CAPITALS = "A-ZÉÈÊËÀÂÄÎÏÔÖÛÜÇ"
# Given names, then the surname in capitals: Anne-Marie LE LAMPIER, Luc de LA CHANDELLE.
_NAME = re.compile(
    rf"\b(?!MM?\.|Mmes?\b)(?:[{_CAPITALS}][a-zà-ÿ][\w'’-]*|[A-Z]\.)(?: [{_CAPITALS}][a-zà-ÿ][\w'’-]*)* (?:d(?:e |u |['’]))?[{_CAPITALS}]['’{_CAPITALS}][{_CAPITALS}'’ -]*"
)
_ROLES = {  # the first that fits
    "Rapport d'information": "rapporteur for information",
    "Rapport": "rapporteur",
    "Avis": "rapporteur for opinion",
}
_PRINTED = re.compile(r"^(?:Texte|Résultat des travaux|Petite loi|Projet de loi|Proposition de loi)\b")
_SIGNS = Signs(__file__)


class Printed(NamedTuple):
    """A text in the list: its line, the day in it, its address."""

    line: str
    day: str
    url: str

    @property
    def fate(self) -> Status:
        """Unknown for one that was only brought in, sent on or written by a committee."""
        if self.line.startswith("Texte de la commission"):
            return Status.UNKNOWN
        return _SIGNS.meaning(self.line).status


def printed(root: Element) -> list[Printed]:
    """In the order of the page."""
    return [
        Printed(line, (dates.inside(line) or [""])[-1], urljoin(_SITE, href))
        for href, line in _items(root)
        if _PRINTED.match(line)
    ]


def _items(root: Element) -> Iterator[tuple[str, str]]:
    """Addresses of items without a list of their own, and their words up to what is attached to them."""
    for item in root.iterfind(".//ul[@class='list-disc-02']//li"):
        href = next((link.get("href", "") for link in item.iter("a") if link.get("href")), "")
        if href and item.find(".//ul") is None:
            yield href, words(item).partition(" - ")[0].strip()


def texts(root: Element) -> Iterator[Text]:
    """By the names of their files."""
    for one in printed(root):
        name = ids.part(one.url.rpartition("/")[2].partition(".")[0] or "texte")
        yield from linked("fr", one.day, one.url, "text/html", id=f"{name}.fr", label=one.line)


def named(root: Element) -> Iterator[Person]:
    """Who brought the bill in, and who reported on it for a committee."""
    for _, line in _items(root):
        before, filed, _ = line.partition(", déposé")
        if _PRINTED.match(line) and filed:
            yield from people("author", _names(before.partition(" de ")[2]))
        elif role := next((role for start, role in _ROLES.items() if line.startswith(start)), ""):
            yield from people(role, _names(line.partition(", fait au nom")[0]))


def _names(line: str) -> Iterator[str]:
    """Names with the surname in capitals, without what people are called by."""
    return (name.strip() for name in _NAME.findall(line))


def standing(root: Element) -> tuple[Status, str, str]:
    """Of the last text that was voted on, with its line and day; in the second house it has passed the first. Unknown for none."""
    voted = [one for one in printed(root) if one.fate is not Status.UNKNOWN]
    if not voted:
        return Status.UNKNOWN, "", ""
    last = voted[-1]
    return last.fate, last.line, last.day


def purpose(root: Element) -> str:
    """What the file says the bill is for, a line a paragraph; a line that only sends elsewhere is left out."""
    box = next((head.getparent() for head in root.iter("h3") if words(head).startswith("Objet du texte")), None)
    said = [] if box is None else lines(box)
    return "\n".join(line for line in said if not re.match(r"Objet du texte$|Lire le billet", line))


def ruling(root: Element) -> str:
    """What the Conseil constitutionnel decided of it, as the page says it; empty for nothing."""
    said = map(words, root.iter("li", "p"))
    return next((line for line in said if line.startswith("Décision du Conseil constitutionnel n")), "")


def hastened(root: Element) -> str:
    """The day on which the government declared the accelerated procedure."""
    line = next((words(item) for item in root.iter("li") if words(item).startswith("Procédure accélérée")), "")
    return dates.first(line)

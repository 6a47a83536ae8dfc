"""What a page of the Assemblée nationale shows: a bill's file, an amendment with its fate, or a public vote."""

import re
from typing import NamedTuple

from crawlers.files import reading
from crawlers.parsing import Response
from crawlers.texts.lines import lines
from crawlers.values import dates

_BILL = re.compile(r"/(\d\d)/(?:projets|propositions)/p[a-z]+?(\d{4})\b")
_TERM = re.compile(r"/(\d\d)/(?:dossiers|amendements|tribun|seance|projets|propositions|scrutins)")
_LAW = re.compile(r"Loi(?: \w+)? n°\s*(\d{4}-\d+)")
_GROUP = re.compile(r"\(\d+ membres?\)$")
_COUNTED = re.compile(r"\(\d+ membres?\)$|^(?:Pour|Contre|Abstentions?|Non-votants?)\s*:\s*\d+$")
_FATES = {"Adopté": "adopté", "Rejeté": "rejeté", "Retiré": "retiré", "Non soutenu": "non soutenu", "Tombé": "tombé"}


class Page(NamedTuple):
    """`term` is the legislature, empty where nothing says it; `bills` all those linked to, as term and number."""

    title: str
    term: str
    lines: list[str]
    bills: list[tuple[str, str]]

    @property
    def vote(self) -> str:
        """The number of a public vote, empty for other pages."""
        return _group(r"scrutin n°\s*(\d+)", self.title)

    @property
    def amended(self) -> str:
        """The number of the bill that an amendment is to, empty for other pages."""
        return _group(r"\(N°\s*(\d+)\)", "\n".join(self.lines[:12]))

    @property
    def law(self) -> str:
        return _group(_LAW, "\n".join(self.lines))

    @property
    def fate(self) -> str:
        """Of an amendment, with what it is called."""
        label = next((line for line in self.lines if line.startswith("AMENDEMENT")), "amendement")
        return f"{label} {next((_FATES[line] for line in self.lines if line in _FATES), '')}".strip()

    @property
    def outcome(self) -> list[str]:
        """What a vote decided, and its figures as a whole."""
        whole = self.counts[: next((at for at, line in enumerate(self.counts) if _GROUP.search(line)), None)]
        said = [line.rstrip(".") for line in whole if re.match(r"Pour|Contre|Abstention|L.Assemblée", line)]
        return sorted(said, key=lambda line: not line.startswith("L"))

    @property
    def counts(self) -> list[str]:
        """The lines of a vote that count: of the whole and by group; how each member voted is left out."""
        begins = next((at for at, line in enumerate(self.lines) if line.startswith("Scrutin public")), 0)
        ends = next((at for at, line in enumerate(self.lines) if _GROUP.search(line)), len(self.lines))
        return [*self.lines[begins:ends], *filter(_COUNTED.search, self.lines[ends:])]

    def laid(self, number: int) -> tuple[str, str]:
        """What the line on the deposit of a bill calls it, and the day."""
        stated = next((line for line in self.lines if f"n° {number}" in line and "déposé" in line), "")
        return stated.partition(", n°")[0], dates.first(stated.partition("déposé")[2])


def page(response: Response) -> Page:
    root, raw = reading.html(response.body), reading.decode(response.body)
    found = _TERM.search(response.url) or _TERM.search(raw) or re.search(r"_(\d\d)_", response.name)
    title = " ".join((root.findtext(".//title") or "").split())
    return Page(title, found[1] if found else "", lines(root), _BILL.findall(raw))


def _group(pattern: str | re.Pattern[str], words: str) -> str:
    found = re.search(pattern, words)
    return found[1] if found else ""

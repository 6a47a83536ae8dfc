"""What an Akoma Ntoso document says of itself: its FRBR identification, dates, names and numbers."""

import re
from collections.abc import Iterator
from datetime import date

from crawlers.files import reading
from crawlers.files.reading import Element, local
from crawlers.matter import Event, Identifier
from crawlers.response import Unreadable
from crawlers.texts import akn_words as akn
from crawlers.values import languages
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind

_WORDS = Words("akoma_ntoso")
_OF_THE_FILE = re.compile(
    r"generat|transform|conver|markup|modif"
)  # days on which somebody made the file, not the work
_DUBLIN_CORE_DATE = "{http://purl.org/dc/elements/1.1/}date"
_NUMBERS = {"neutralCitation": "neutral", "docNumber": "printed", "docketNumber": "docket"}
_APPLICABLE = re.compile(r"^Version \S+ applicable au (\d\d)/(\d\d)/(\d{4})")
_DAY = re.compile(r"(?<!\d)(\d{4})-?([01]\d)-?([0-3]\d)(?!\d)")


class Meta:
    """The FRBR identification of a document and what stands beside it in its meta and preface."""

    def __init__(self, document: Element) -> None:
        self.document = document
        self.meta = next((part for part in document if local(part) == "meta"), None)
        if self.meta is None:
            raise Unreadable("the Akoma Ntoso document has no meta element, so nothing identifies it")
        self.own = [element for element in self.meta.iter() if isinstance(element.tag, str)]

    def _under(self, level: str, name: str) -> Iterator[Element]:
        holders = (element for element in self.own if local(element) == level)
        holder = next(holders, None)
        for element in () if holder is None else holder:
            if local(element) == name:
                yield element

    def addresses(self) -> list[str]:
        """Of the work, the most stable first."""
        jolux = [element.text or "" for element in self.own if _named(element, "uriThis")][:1]
        values = [
            e.get("value", "") for name in ("FRBRuri", "FRBRthis", "FRBRalias") for e in self._under("FRBRWork", name)
        ]
        return [value.strip() for value in (*jolux, *values) if value.strip()]

    def form(self) -> str:
        """The kind of act that Finlex refers to, such as #decree; the element of all its statutes is act."""
        return next((element.get("refersTo", "") for element in self.own if local(element) == "typeStatute"), "")

    def country(self) -> str:
        """The code of the state that made the work; empty where none is given plainly."""
        said = next((e.get("value", "") for e in self._under("FRBRWork", "FRBRcountry")), "").lower()
        return {"gb": "uk"}.get(said, said) if re.fullmatch(r"[a-z]{2}", said) else ""

    def expression(self) -> str:
        values = [e.get("value", "") for name in ("FRBRuri", "FRBRthis") for e in self._under("FRBRExpression", name)]
        return next((value for value in values if value), "")

    def language(self) -> str:
        return next((languages.code(e.get("language", "")) for e in self._under("FRBRExpression", "FRBRlanguage")), "")

    def version_day(self) -> str:
        """The day of this version: as its title says, from the address of the expression, else the last of its dates."""
        if stated := _APPLICABLE.search(self._long_title()):
            return _iso(f"{stated[3]}-{stated[2]}-{stated[1]}")
        days = [*_DAY.finditer(self.expression())]
        if days and (day := _iso(days[-1][0])):
            return day
        dates = (_iso(e.get("date", "")) for e in self._under("FRBRExpression", "FRBRdate"))
        return max(dates, default="")

    def version_name(self) -> str:
        """What follows the language after @ when it is no date: initiated, ver_b."""
        name = self.expression().partition("@")[2].partition("/")[0].partition("!")[0]
        return "" if _DAY.search(name) else re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-")

    def _long_title(self) -> str:
        found = (" ".join(akn.plain(e).split()) for e in self._front() if local(e) == "longTitle")
        return next(found, "")

    def purpose(self) -> str:
        """The long title of a law that has a short one ("An Act to …"); empty where it is the same."""
        long = re.sub(_APPLICABLE.pattern + " ?: ", "", self._long_title())
        return "" if self.title().casefold() in long.casefold() else long

    def _front(self) -> list[Element]:
        parts = {"preface", "coverPage", "preamble", "header"}
        return [element for part in self.document if local(part) in parts for element in part.iter()]

    def title(self) -> str:
        return next((line for line in (" ".join(name.split()) for name in self._titles()) if line), "")

    def _titles(self) -> Iterator[str]:
        """Candidates, the best first."""
        front = self._front()
        yield " ".join(akn.plain(e) for e in front if local(e) == "docTitle")
        code = self.language()
        names = [*self._under("FRBRWork", "FRBRname")]
        names = [e for e in names if _lang(e) == code] or names
        yield from (e.get("value", "") for e in names if " " in e.get("value", ""))
        short = [e for e in front if local(e) == "shortTitle"]
        spoken = [e for e in short if str(_parent(e).get("class", "")).startswith(f"{code}_")]
        yield from (akn.plain(e) for e in spoken or short)
        yield from (
            e.get("value", "") for e in self._under("FRBRWork", "FRBRalias") if e.get("name", "title") == "title"
        )
        yield re.sub(_APPLICABLE.pattern + " ?: ", "", self._long_title())
        yield from (e.text or "" for e in self.own if local(e) == "title")
        yield " v ".join(dict.fromkeys(reading.words(e) for e in front if local(e) == "party"))
        yield from (akn.plain(e) for e in self.document.iter() if local(e) == "heading")

    def number(self) -> str:
        """For documents without a title: the printed number of what publishes them."""
        words = [e.get("value", "") for name in ("FRBRname", "FRBRnumber") for e in self._under("FRBRWork", name)]
        return " ".join(word for word in words if word)

    def subtype(self) -> str:
        return next((e.get("value", "") for e in self._under("FRBRWork", "FRBRsubtype")), "")

    def published(self) -> str:
        """As stated for the work; never the day of a conversion."""
        stated = (_iso(e.get("date", "")) for e in self.own if local(e) == "publication")
        dates = {_key(e.get("name", "")): _iso(e.get("date", "")) for e in self._under("FRBRWork", "FRBRdate")}
        named = (
            dates.get(name, "") for name in ("datepublished", "verkuendungsfassung-verkuendungsdatum", "publication")
        )
        shown = (_iso(e.text or "") for e in self.own if e.tag == _DUBLIN_CORE_DATE)
        others = (day for name, day in dates.items() if not _OF_THE_FILE.search(name))
        return next((day for day in (*stated, *named, *shown, *others) if day), "")

    def events(self) -> Iterator[Event]:
        seen = set()
        for name, day in self._dated():
            kind = _WORDS.event(_key(name))
            if kind is not EventKind.OTHER and day and (day, kind) not in seen:
                seen.add((day, kind))
                yield Event(date=day, kind=kind, label=name)

    def _dated(self) -> Iterator[tuple[str, str]]:
        for e in self._under("FRBRWork", "FRBRdate"):
            yield e.get("name", ""), _iso(e.get("date", ""))
        for e in self.own:
            name = local(e)
            if name == "publication":
                yield name, _iso(e.get("date", ""))
            elif name == "eventRef":
                yield e.get("type", ""), _iso(e.get("date", ""))
            elif name in {"dateEntryIntoForce", "dateInForceEnd"} and local(_parent(_parent(e))) == "proprietary":
                yield name, _iso(e.get("date", ""))
            elif name == "jolux":
                yield str(next(iter(e.attrib.values()), "")), _iso(e.text or "")
        for e in self._front():
            if local(e) == "docDate" and e.get("refersTo"):
                yield e.get("refersTo", "").removeprefix("#"), _iso(e.get("date", ""))

    def identifiers(self) -> Iterator[Identifier]:
        seen = set()
        for e in self._under("FRBRWork", "FRBRalias"):
            scheme = e.get("name", "")
            if scheme not in {"", "title", "übergreifende-id"} and e.get("value") and scheme not in seen:
                seen.add(scheme)
                yield Identifier(scheme=scheme, value=e.get("value", ""))
        for e in self.document.iter():
            scheme = _NUMBERS.get(local(e), "")
            if scheme and (value := reading.words(e)) and (scheme == "docket" or scheme not in seen):
                seen.add(scheme)
                yield Identifier(scheme=scheme, value=value)


def _iso(words: str) -> str:
    """The first full date in the words that is a day of the calendar; empty without one, and for 9999-12-31."""
    found = _DAY.search(words)
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return ""
    return day.isoformat() if day and 1001 < day.year < 2999 else ""


def _key(name: str) -> str:
    """jolux:dateDocument → datedocument."""
    return name.rpartition(":")[2].lower()


def _named(element: Element, name: str) -> bool:
    return local(element) == "jolux" and name in element.attrib.values()


def _lang(element: Element) -> str:
    return languages.code(element.get("{http://www.w3.org/XML/1998/namespace}lang", ""))


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent

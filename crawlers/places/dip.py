"""Steps of a proceeding of the Bundestag and Bundesrat (Vorgangspositionen) as DIP lists them: what was printed, debated and decided."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.matter import Text
from crawlers.record import Told
from crawlers.values import dates
from crawlers.values.fields import Row, row, rows, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind

_WORDS = Words("de_dip")
_HOUSES = {"BT": "Bundestag", "BR": "Bundesrat", "BV": "Bundesversammlung", "EK": "Europakammer"}
# Printed papers that hold the words of a law in the making.
_PRINTS = ("Gesetzentwurf", "Gesetzesantrag", "Gesetzesbeschluss", "Beschlussempfehlung")
_LAST = ("3. Beratung", "2. und 3. Beratung", "2. Beratung und Schlussabstimmung", "Schlussabstimmung")
_LATE = ("2. Beratung", *_LAST)


def position(item: Row) -> bool:
    """Is it a step, not a proceeding?"""
    return "vorgangsposition" in item and "vorgang_id" in item


def step(item: Row) -> Told:
    name, house = text(item, "vorgangsposition"), _HOUSES.get(text(item, "zuordnung"), text(item, "zuordnung"))
    decided = [text(ruling, "beschlusstenor") for ruling in rows(item, "beschlussfassung")]
    sent = [text(committee, "ausschuss") for committee in rows(item, "ueberweisung")]
    label = ", ".join(filter(None, (name, house)))
    more = "; ".join(filter(None, (*decided, f"überwiesen: {', '.join(sent)}" if any(sent) else "")))
    words = f"{label}: {more}" if more else label
    return dates.iso(text(item, "datum")), _kind(name, decided), words, text(item, "fundstelle", "pdf_url")


def _kind(name: str, decided: list[str]) -> EventKind:
    """A last reading passes a bill by what was decided in it, and either ends one; a name alone never does."""
    tenor = " ".join(decided).lower()
    if name.startswith(_LATE) and "ablehnung der vorlage" in tenor:
        return EventKind.REJECTED
    if name.startswith(_LAST) and tenor.startswith(("annahme der vorlage", "annahme in ausschussfassung")):
        return EventKind.PASSED_ONE_CHAMBER
    return _WORDS.event(name)


def prints(item: Row) -> Iterator[Text]:
    """The paper, where it is one with the words of the law."""
    paper = row(item, "fundstelle")
    form, number = text(paper, "drucksachetyp"), text(paper, "dokumentnummer")
    if form.startswith(_PRINTS) and number:
        label, url = f"{form}, Drucksache {number}", text(paper, "pdf_url")
        day = dates.iso(text(paper, "datum") or text(item, "datum"))
        yield Text(
            id=f"{ids.part(number)}.de", label=label, date=day, language="de", url=url, media_type="application/pdf"
        )


def numbers(item: Row) -> Iterator[tuple[str, str]]:
    paper = row(item, "fundstelle")
    if text(paper, "dokumentart") == "Drucksache":
        yield "drucksache", text(paper, "dokumentnummer")

"""Trackers as files, a folder a place: pages in its languages, wikitext, JSON, CSV, Atom and ICS, from public material alone.

The same records and day give the same bytes; a file whose bytes are the same is not written again.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from crawlers import ids
from crawlers.fault import Fault
from crawlers.sources import Jurisdiction, watched
from dashboard import doors
from dashboard.concern import concerning
from dashboard.feeds.atom import atom
from dashboard.feeds.ics import calendar
from dashboard.feeds.item import feed
from dashboard.public import public
from dashboard.routes import forms, reply
from dashboard.routes.static import style
from dashboard.tracked import tracked
from dashboard.views import labels, permanent
from dashboard.wiki import table as wikitable
from dashboard.words.tongue import tongue


class Published(NamedTuple):
    """How many files there are, and how many had to be written."""

    files: int
    written: int


def publish(folder: Path, today: date, stamp: str, site: str = "", places: Sequence[str] = ()) -> Published:
    """`site` is the address at which the files will stand. Raises Fault for a place that is not watched."""
    known = watched().jurisdictions
    if unknown := [code for code in places if code not in known]:
        raise Fault(f"there is no place {unknown[0]!r}; see jurisdictions.yaml")
    held = {card.jurisdiction for card in concerning(doors.cards())}
    chosen = [known[code] for code in sorted(places or held) if code in known]
    files = {"amicus.css": style().encode(), "index.html": _index(chosen, today).encode()}
    for place in chosen:
        files |= {f"{place.code}/{name}": body for name, body in _place(place, today, stamp, site.rstrip("/"))}
    written = sum(_write(folder / name, body) for name, body in sorted(files.items()))
    return Published(len(files), written)


def _write(path: Path, body: bytes) -> bool:
    if path.is_file() and path.read_bytes() == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return True


def _place(place: Jurisdiction, today: date, stamp: str, site: str) -> Iterator[tuple[str, bytes]]:
    """Every form of one place's tracker."""
    versions = _versions(place)
    checked = {source.id: source.checked for source in doors.sources(place.code)}
    page = f"{site}/{place.code}/index.html" if site else ""
    for code, file in versions.items():
        speaker = tongue(code)
        held = tracked(place.code, today, speaker)
        yield file, str(permanent.published(held, speaker, versions)).encode()
        wiki = wikitable(held, speaker, lambda id: _here(page, id), checked)
        yield permanent.wikifile(file), wiki.encode()
    yield from _data(place, today, stamp, site, page)


def _data(place: Jurisdiction, today: date, stamp: str, site: str, page: str) -> Iterator[tuple[str, bytes]]:
    """The forms for programs, which are in no language."""
    held, name = tracked(place.code, today, tongue("en")), labels.place(place.code)
    cards = held.cards
    given = {
        "place": place.code,
        "name": name,
        "made": stamp,
        "matters": [msgspec.to_builtins(public(card)) for card in cards],
    }
    yield "tracker.json", msgspec.json.format(msgspec.json.encode(given), indent=1)
    yield "tracker.csv", bytes(reply.table(forms.HEAD, (forms.row(card) for card in cards), place.code).body)
    made = feed(f"Amicus: {name}", f"{site}/{place.code}/tracker.atom", site or "https://amicus.invalid", held.news)
    items = tuple(replace(item, url=_moved(item.url, page or "index.html")) for item in made.items)
    yield "tracker.atom", atom(replace(made, items=items))
    coming = [replace(day, url=_moved(day.url, page)) for day in forms.days_of(cards, site, today)]
    yield "tracker.ics", calendar(coming, f"Amicus: {name}", stamp)


def _here(page: str, id: str) -> str:
    """The line of a matter on the published page; there are no pages of matters among the files."""
    return f"{page}#{ids.to_path(id)}" if page else ""


def _moved(url: str, page: str) -> str:
    """An address of a matter at our own server, as the line on the published page; others stay."""
    _, own, path = url.partition("/matter/")
    return (f"{page}#{path}" if page else "") if own else url


def _versions(place: Jurisdiction) -> dict[str, str]:
    """Files by language: every language of the place that we speak, the first as index.html, and English."""
    codes = list(dict.fromkeys(tongue(code).code for code in [*place.languages, "en"]))
    return {code: f"index.{code}.html" if number else "index.html" for number, code in enumerate(codes)}


def _index(places: Sequence[Jurisdiction], today: date) -> str:
    held = [tracked(place.code, today, tongue("en")) for place in places]
    return str(permanent.published_index([permanent.published_line(one) for one in held], today))

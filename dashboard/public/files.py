"""Trackers as files, a folder a place: pages in its languages, wikitext, JSON, CSV, Atom and ICS, from public material and published positions alone.

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
from dashboard.digest.lines import address
from dashboard.feeds.atom import atom
from dashboard.feeds.ics import calendar
from dashboard.feeds.item import feed
from dashboard.public import position_formats
from dashboard.public.tracker import listed, tracked
from dashboard.public.wiki import table as wikitable
from dashboard.routes import forms
from dashboard.routes.static import style
from dashboard.views import labels
from dashboard.views.matters import permanent
from dashboard.views.trackers.tracker import Tracked
from dashboard.words.tongue import Tongue, tongue


class Published(NamedTuple):
    """How many files there are, and how many had to be written."""

    files: int
    written: int


def publish(
    folder: Path, today: date, stamp: str, site: str = "", places: Sequence[str] = (), language: str = ""
) -> Published:
    """`site` is the address at which the files will stand; `language` the only one, where it is named. Raises Fault for a place that is not watched."""
    known = watched().jurisdictions
    if unknown := [code for code in places if code not in known]:
        raise Fault(f"there is no place {unknown[0]!r}; see jurisdictions.yaml")
    held = {place for place in doors.places() - {doors.SAMPLE} if listed(place, today)}
    chosen = [known[code] for code in sorted(places or held) if code in known]
    files = {"amicus.css": style().encode(), "index.html": _index(chosen, today, tongue(language or "en")).encode()}
    for place in chosen:
        files |= {
            f"{place.code}/{name}": body for name, body in _place(place, today, stamp, site.rstrip("/"), language)
        }
    written = sum(_write(folder / name, body) for name, body in sorted(files.items()))
    return Published(len(files), written)


def _write(path: Path, body: bytes) -> bool:
    if path.is_file() and path.read_bytes() == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return True


def _place(place: Jurisdiction, today: date, stamp: str, site: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Every form of one place's tracker."""
    versions = {tongue(language).code: "index.html"} if language else _versions(place)
    checked = {source.id: source.checked for source in doors.sources(place.code)}
    page = f"{site}/{place.code}/index.html" if site else ""
    for code, file in versions.items():
        speaker = tongue(code)
        held = tracked(place.code, today, speaker)
        yield file, str(permanent.published(held, speaker, versions)).encode()
        wiki = wikitable(held, speaker, lambda id: _here(page, id), checked)
        yield permanent.beside(file, "wiki"), wiki.encode()
        yield from _subscribed(held, file, stamp, site, page, speaker)
    yield from _data(place, today, stamp)


def _data(place: Jurisdiction, today: date, stamp: str) -> Iterator[tuple[str, bytes]]:
    """The forms for programs, which are in no language."""
    held = tracked(place.code, today, tongue("en"))
    yield "tracker.json", msgspec.json.format(msgspec.json.encode(forms.data(held, stamp)), indent=1)
    yield "tracker.csv", bytes(forms.table(held).body)


def _subscribed(
    held: Tracked, file: str, stamp: str, site: str, page: str, speaker: Tongue
) -> Iterator[tuple[str, bytes]]:
    """The feed and the calendar beside a page, in its language."""
    name, atoms = f"Amicus: {labels.place(held.place, speaker)}", permanent.beside(file, "atom")
    there, home = f"{site}/{held.place}/{atoms}", site or "https://amicus.invalid"
    here = f"{site}/{held.place}/{file}" if site else home
    said = position_formats.entries(held.declared, lambda id: address(home, id), speaker)
    made = feed(name, there, home, held.news, fresh=held.fresh.answered_words, speech=speaker, beside=said)
    items = tuple(replace(item, url=_moved(item.url, page or file)) for item in made.items)
    yield atoms, atom(replace(made, home=here, items=items))
    days = forms.days_of(held.cards, site, held.today, speaker)
    coming = [replace(day, url=_moved(day.url, page)) for day in days]
    yield permanent.beside(file, "ics"), calendar(coming, name, stamp, language=speaker.code)


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


def _index(places: Sequence[Jurisdiction], today: date, speaker: Tongue) -> str:
    held = [tracked(place.code, today, speaker) for place in places]
    return str(permanent.published_index([permanent.published_line(one, speaker) for one in held], today, speaker))

"""What the metadata of a German law on gesetze-im-internet.de say: title, status, days, numbers."""

import logging
import re
from collections.abc import Iterator, Mapping

from crawlers.files import reading
from crawlers.parsing import Element, Source, Unreadable
from crawlers.record import Told
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_REGULATION = re.compile(r"(?i)\w*verordnung\b|\w*bekanntmachung\b|\w*anordnung\b|\w*erla(?:ss|ß)\b|\w*satzung\b")
# What the law does with what follows, or an act of the Union; older notes print the year with two digits.
_EUROPEAN = re.compile(
    r"(?P<does>Umsetzung|Durchführung|Beachtung)\b|CELEX[ -]Nr[.:]*\s*3(?P<year>(?:19|20)\d{2}|\d{2})(?P<letters>[A-Z]{1,2})(?P<number>\d{4})"
)
_IN_FORCE = re.compile(r"am (\d{1,2}\.\s?\d{1,2}\.\s?\d{4}) in Kraft")
_AMENDED = re.compile(r"(?i)geändert durch .*? v\. (\d{1,2}\.\s?\d{1,2}\.\s?\d{4})")
_REPEALED = re.compile(r"aufgeh\. .*?mWv\s?(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})")
_PARTLY = re.compile(r"mit Ausnahme|soweit es nicht|soweit sie nicht")
_STANDS = {"Stand", "Neuf", "Aufh", "Sonst", "Hinweis"}
_log = logging.getLogger(__name__)


def must(root: Element) -> Element:
    """The metadata of the law itself. Raises Unreadable."""
    meta = root.find("norm/metadaten")
    if meta is None or not meta.findtext("jurabk", "").strip():
        raise Unreadable("the law has no abbreviation (jurabk), which its number here is made of")
    return meta


def kind(title: str) -> Kind:
    return Kind.REGULATION if _REGULATION.match(title) else Kind.ACT


def european(notes: str) -> Iterator[tuple[LinkKind, str]]:
    """Directives that it transposes and regulations that it carries out; what it only heeds, as when it was notified, is related."""
    does = ""
    for found in _EUROPEAN.finditer(notes):
        does = found["does"] or does
        if found["does"]:
            continue
        kind = LinkKind.TRANSPOSES if found["letters"].startswith(("L", "F")) else LinkKind.IMPLEMENTS
        yield (
            LinkKind.RELATED if does == "Beachtung" else kind,
            f"eu/celex/3{_year(found['year'])}{found['letters']}{found['number']}",
        )


def _year(said: str) -> str:
    return said if len(said) == 4 else f"{'19' if said > '50' else '20'}{said}"


def stands(meta: Element, source: Source) -> dict[str, str]:
    """Notes on where the law stands, by their kind, several of one kind joined; loudly where a kind is new."""
    found: dict[str, str] = {}
    for each in meta.iter("standangabe"):
        kind, said = each.findtext("standtyp", ""), reading.words(each.find("standkommentar"))
        found[kind] = " ".join(filter(None, (found.get(kind), said)))
    for word in found.keys() - _STANDS:
        _log.warning("%s: unknown kind of note on a law: %r", source.id, word)
    return found


def number(abbreviation: str) -> str:
    """The number, spelled as the site spells its folders: "SGB 2" → sgb_2."""
    return re.sub(r"[^a-z0-9.+-]", "_", " ".join(abbreviation.lower().split()))


def title(meta: Element) -> str:
    """As laws are cited: the long title, then short title and abbreviation in brackets."""
    long, short = reading.words(meta.find("langue")), reading.words(meta.find("kurzue"))
    abbreviation = reading.words(meta.find("amtabk"))
    bracket = " - ".join(filter(None, (short, abbreviation)))
    return f"{long} ({bracket})" if long and bracket else long or short or reading.words(meta.find("jurabk"))


def status(stands: Mapping[str, str], day: str) -> tuple[Status, str]:
    repeal = stands.get("Aufh", "")
    found = _REPEALED.search(repeal)
    if repeal and _PARTLY.search(repeal):
        return Status.PARTLY_IN_FORCE, repeal
    if found and dates.iso(found[1]) <= day:
        return Status.REPEALED, repeal
    return Status.IN_FORCE, repeal or stands.get("Stand", "")


def happened(meta: Element, stands: Mapping[str, str], notes: str) -> Iterator[Told]:
    changed, ended = stands.get("Stand", ""), stands.get("Aufh", "")
    yield dates.iso(meta.findtext("ausfertigung-datum", "")), EventKind.SIGNED, "Ausfertigung"
    yield from ((dates.iso(day), EventKind.IN_FORCE, "in Kraft") for day in _IN_FORCE.findall(notes)[:1])
    yield from ((dates.iso(day), EventKind.AMENDED, changed) for day in _AMENDED.findall(changed))
    yield from ((dates.iso(day), EventKind.REPEALED, ended) for day in _REPEALED.findall(ended))


def numbers(root: Element, meta: Element) -> Iterator[tuple[str, str]]:
    yield "abbreviation", reading.words(meta.find("jurabk"))
    yield "juris", root.get("doknr", "")
    for at in meta.iterfind("fundstelle"):
        yield "printed", f"{reading.words(at.find('periodikum'))} {reading.words(at.find('zitstelle'))}".strip()

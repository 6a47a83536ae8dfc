"""Identifiers as officials write them, and how acts and cases of the Union are named by them."""

import re
from typing import TYPE_CHECKING

from crawlers.matter import Matter

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

_OJ = re.compile(r"(?P<series>[LC])/(?P<year>\d{4})/(?P<number>\d+)(?:/(?P<page>\d+))?")
_CELEX = re.compile(r"(?:celex/)?(?P<sector>\d)(?P<year>\d{4})(?P<kind>[A-Z]+)(?P<number>\d{4})")
_ELIS = {"Regulation": "reg", "Directive": "dir", "Decision": "dec"}
_ACT = re.compile(
    r"(?:Commission |Council )?(Delegated |Implementing )?(Regulation|Directive|Decision)\b", re.IGNORECASE
)
# Words of the Official Journal's capitals, as they are written in a sentence.
_SMALL = {"OF": "of", "THE": "the", "AND": "and", "ON": "on", "FOR": "for"}


def official(matter: Matter) -> dict[str, str]:
    """ELI, ECLI and CELEX: as recorded, in its address, or as their own rules make them from the number."""
    known = {
        one.scheme.upper(): one.value for one in matter.identifiers if one.scheme.lower() in {"eli", "ecli", "celex"}
    }
    if "/eli/" in matter.url:
        known.setdefault("ELI", matter.url)
    if found := re.fullmatch(r"eu/celex/(.+)", matter.id):
        known.setdefault("CELEX", found.group(1))
    if eli := _eli(matter):
        known.setdefault("ELI", eli)
    if found := re.fullmatch(r"fr/cc/(\d{4})-(\d+)-?(\w+)", matter.id):
        year, number, kind = found.groups()
        known.setdefault("ECLI", f"ECLI:FR:CC:{year}:{year}.{number}.{kind}")
    return known


def _eli(matter: Matter) -> str:
    """Of an act of the Union whose title says what kind of act it is."""
    found, act = re.fullmatch(r"eu/celex/3(\d{4})[RLD](\d{4})", matter.id), _ACT.match(" ".join(matter.title.split()))
    if not found or not act:
        return ""
    kind = {"Delegated ": "_del", "Implementing ": "_impl"}.get((act.group(1) or "").capitalize(), "")
    return (
        f"http://data.europa.eu/eli/{_ELIS[act.group(2).capitalize()]}{kind}/{found.group(1)}/{int(found.group(2))}/oj"
    )


def number(matter: Matter) -> str:
    """The printed one that the id is made of, else the first that is printed."""
    printed = [one.value for one in matter.identifiers if one.scheme.lower() in {"printed", "docket"}]
    known = [value for value in printed if re.search(r"\w\w|\d\W\d", value)]  # some print a dash where none was given
    own = _bare(matter.id.rpartition("/")[2])
    return next((value for value in known if _bare(value) == own), known[0] if known else "")


def _bare(words: str) -> str:
    return re.sub(r"\W", "", words).lower()


def union(matter: Matter, book: "Book") -> dict[str, str]:
    """Acts and cases of the Union and cases of the Court in Strasbourg."""
    made = {"application": "", "application_plain": ""}
    if matter.id.startswith("coe/hudoc/") and (found := re.search(r"\d+/\d{2}", number(matter))):
        made = {"application": f"App. No. {found.group()}", "application_plain": f"App no {found.group()}"}
    celex = _CELEX.search(official(matter).get("CELEX", ""))
    if celex is None:
        return made
    return made | _case(matter, celex) | _act(matter, celex, book)


def _case(matter: Matter, celex: re.Match[str]) -> dict[str, str]:
    called = f"{celex['kind'][0]}-{int(celex['number'])}/{celex['year'][2:]}"
    opinion = f"Opinion {int(celex['number'])}/{celex['year'][2:]}" if celex["kind"] == "CV" else ""
    ecli = official(matter).get("ECLI", "")
    short = ecli.removeprefix("ECLI:")
    return {
        "case": f"Case {called}",
        "case_plain": f"Case {called.replace('-', '–')}",
        "opinion": opinion,
        "advocate": "Opinion of Advocate General" if celex["kind"] in {"CC", "TC"} else "",
        "proposal": _written(matter.title),
        "ecli": ecli,
        "ecli_short": short,
    }


def _act(matter: Matter, celex: re.Match[str], book: "Book") -> dict[str, str]:
    """The official title as far as it says its number, else the kind and number with the usual name in brackets."""
    title, year, count = _written(matter.title), celex["year"], int(celex["number"])
    if not any(pair in title for pair in (f"{year}/{count}", f"{count}/{year}")):
        kind = book.sectors.get(celex["kind"], "")
        printed = next((one.value for one in matter.identifiers if kind and one.value.startswith(kind)), "")
        numbered = f"{kind} (EU) {year}/{count}" if kind and int(year) >= 2015 else ""
        title = f"{printed or numbered} ({title})" if printed or numbered else title
    journal = next((found for one in matter.identifiers if (found := _OJ.fullmatch(one.value))), None)
    plain = re.sub(r"^((?:\w+ ){1,4}\((?:EU|EC|EEC)\)) No (?=\d)", r"\1 ", title)
    return {"instrument_name": title, "instrument_plain": plain, **_journal(journal)}


def _journal(found: re.Match[str] | None) -> dict[str, str]:
    """2022 O.J. (L 277) 1 and [2022] OJ L277/1; since October 2023 every act has a number of its own."""
    if found is None:
        return {}
    series, year, count, page = found.group("series", "year", "number", "page")
    if page is None:
        return {"oj": f"{year} O.J. ({series} {year}/{count})", "oj_plain": f"[{year}] OJ {series}, {year}/{count}"}
    return {"oj": f"{year} O.J. ({series} {count}) {page}", "oj_plain": f"[{year}] OJ {series}{count}/{page}"}


def _written(title: str) -> str:
    """The Journal prints the head of a title in capitals, and says at its end what is no part of it."""
    words = re.sub(r"\s*\(Text with EEA relevance\)\.?$", "", " ".join(title.split())).split(" ")
    return " ".join(
        _SMALL.get(word, word.capitalize() if word.isalpha() and word.isupper() and len(word) > 4 else word)
        for word in words
    )

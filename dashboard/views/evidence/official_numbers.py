"""Identifiers as officials write them, and how acts and cases of the Union are named by them."""

import re
from typing import TYPE_CHECKING

from crawlers.matter import Matter

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

_OJ = re.compile(r"(?P<series>[LC])/(?P<year>\d{4})/(?P<number>\d+)(?:/(?P<page>\d+))?")
_CELEX = re.compile(r"(?:celex/)?(?P<sector>\d)(?P<year>\d{4})(?P<kind>[A-Z]+)(?P<number>\d{4})")
_HOSTS = {"DU/": "https://eli.gov.pl/eli/", "MP/": "https://eli.gov.pl/eli/", "eli/bund/": "https://www.recht.bund.de/"}
_JOINED = re.compile(r"([CTF]-\d+/\d+)((?:(?:,| and| to) [CTF]-\d+/\d+)+)")
_ELIS = {"Regulation": "reg", "Directive": "dir", "Decision": "dec"}
_ACT = re.compile(
    r"(?:Commission |Council )?(Delegated |Implementing )?(Regulation|Directive|Decision)\b", re.IGNORECASE
)
# Words of the Official Journal's capitals, as they are written in a sentence.
_SMALL = {"OF": "of", "THE": "the", "AND": "and", "ON": "on", "FOR": "for"}


def official(matter: Matter) -> dict[str, str]:
    """ELI, ECLI and CELEX: as recorded, in its address, or as their own rules make them from the number."""
    known = {}
    for one in sorted(matter.identifiers, key=lambda one: -len(one.value)):  # the shortest is of the work itself
        if one.scheme.lower() in {"eli", "ecli", "celex"}:
            known[one.scheme.upper()] = _whole(one.value)
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


def _whole(value: str) -> str:
    """With the host that its country gives it, where a source leaves that out."""
    return next((f"{host}{value}" for head, host in _HOSTS.items() if value.startswith(head)), value)


def _eli(matter: Matter) -> str:
    """Of an act of the Union whose title or printed number says what kind of act it is."""
    found = re.fullmatch(r"eu/celex/3(\d{4})[RLD](\d{4})", matter.id)
    told = (matter.title, *(one.value for one in matter.identifiers))
    act = next((act for words in told if (act := _ACT.match(" ".join(words.split())))), None)
    if not found or not act:
        return ""
    kind = {"Delegated ": "_del", "Implementing ": "_impl"}.get((act.group(1) or "").capitalize(), "")
    return (
        f"http://data.europa.eu/eli/{_ELIS[act.group(2).capitalize()]}{kind}/{found.group(1)}/{int(found.group(2))}/oj"
    )


def number(matter: Matter) -> str:
    """The printed one that the id is made of, else the first that is printed."""
    schemes = {"printed", "docket", "procedure"}
    printed = [one.value for one in matter.identifiers if one.scheme.lower() in schemes]
    known = [value for value in printed if re.search(r"\w\w|\d\W\d", value)]  # some print a dash where none was given
    own = _bare(matter.id.rpartition("/")[2])
    return next((value for value in known if _bare(value) == own), known[0] if known else "")


def _bare(words: str) -> str:
    return re.sub(r"\W", "", words).lower()


def union(matter: Matter, book: "Book") -> dict[str, str]:
    """Acts and cases of the Union and cases of the Court in Strasbourg."""
    made = {"application": "", "application_plain": "", "chamber_ecthr": "ECtHR", "treaty": "EU"}
    made |= dict.fromkeys(("proposal", "instrument_name", "instrument_plain"), _written(matter.title))
    if matter.title.endswith("[GC]"):
        made["chamber_ecthr"] = "ECtHR [GC]"
    if matter.id.startswith("coe/hudoc/") and (found := re.search(r"\d+/\d{2}", number(matter))):
        made |= {"application": f"App. No. {found.group()}", "application_plain": f"App no {found.group()}"}
    journal = next((found for one in matter.identifiers if (found := _OJ.fullmatch(one.value))), None)
    made |= _journal(journal)
    celex = _CELEX.search(official(matter).get("CELEX", ""))
    if celex is None:
        return made
    if celex["kind"] in {"PC", "DC"} and not any("COM(" in one.value for one in matter.identifiers):
        com = f"COM ({celex['year']}) {int(celex['number'])} final"
        made |= {"com": com, "com_plain": com, "author": "Commission"}
    return made | _case(matter, celex) | _act(matter, celex, book)


def _case(matter: Matter, celex: re.Match[str]) -> dict[str, str]:
    called = f"{celex['kind'][0]}-{int(celex['number'])}/{celex['year'][2:]}"
    opinion = f"Opinion {int(celex['number'])}/{celex['year'][2:]}" if celex["kind"] == "CV" else ""
    joined = next((found for one in matter.identifiers if (found := _JOINED.fullmatch(one.value))), None)
    if joined:
        called = joined.group()
    plural = "Joined Cases" if joined else "Case"
    ecli = official(matter).get("ECLI", "")
    short = ecli.removeprefix("ECLI:")
    return {
        "case": f"{plural} {called.replace(' and ', ' & ')}",
        "case_plain": f"{plural} {called.replace('-', '–')}",
        "opinion": opinion,
        "advocate": "Opinion of Advocate General" if celex["kind"] in {"CC", "TC"} else "",
        "ecli": ecli,
        "ecli_short": short,
    }


def _act(matter: Matter, celex: re.Match[str], book: "Book") -> dict[str, str]:
    """The official title as far as it says its number, else the kind and number with the usual name in brackets."""
    title, year, count = _written(matter.title), celex["year"], int(celex["number"])
    if not any(pair in title for pair in (f"{year}/{count}", f"{count}/{year}")):
        kind = book.sectors.get(celex["kind"], "")
        kinds = (kind, f"Delegated {kind}", f"Implementing {kind}") if kind else ()
        printed = next((one.value for one in matter.identifiers if kinds and one.value.startswith(kinds)), "")
        printed = f"Commission {printed}" if printed.startswith(("Delegated", "Implementing")) else printed
        numbered = f"{kind} (EU) {year}/{count}" if kind and int(year) >= 2015 else ""
        title = f"{printed or numbered} ({title})" if printed or numbered else title
    plain = re.sub(r"^((?:\w+ ){1,4}\((?:EU|EC|EEC)\)) No (?=\d)", r"\1 ", title)
    return {"instrument_name": title, "instrument_plain": plain, "treaty": _treaty(title, int(year))}


def _treaty(title: str, year: int) -> str:
    """Of which Community or Union the act is, as rule 21.9 asks."""
    if named := re.search(r"\b(EEC|EC|EU|Euratom|ECSC)\b", title.partition(" of ")[0]):
        return named[1]
    return "EEC" if year < 1993 else "EC" if year < 2010 else "EU"


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
        _SMALL.get(
            word, word.capitalize() if word.isalpha() and word.replace("ß", "SS").isupper() and len(word) > 4 else word
        )
        for word in words
    )

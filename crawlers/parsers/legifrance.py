"""Légifrance by its API on PISTE: laws, ordinances and decrees found by the day of their publication, each read whole."""

import re
from collections.abc import Iterator

from crawlers import paging
from crawlers.parsing import Aside, Declared, Finds, Matter, Request, Response, Source, Unreadable, reading
from crawlers.places.fr import france
from crawlers.record import events, numbers, record, worded
from crawlers.texts import legifrance
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must
from crawlers.values.fields import text as said
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_PAGE = 100  # the most that the search gives at once
_NUMBER = re.compile(r"n[°o]\s*(\d{2,4}-\d+)")
_SIGNED = re.compile(r"\bdu (\d{1,2}(?:er)? \w+ \d{4})")


def start(source: Source, since: str) -> Iterator[Request]:
    yield _search(source, since or source.options["from"], 1)


def _search(source: Source, since: str, page: int) -> Request:
    """Texts whose title has one of the words, of these natures, published since the day; the newest first."""
    words = {"typeRecherche": "UN_DES_MOTS", "valeur": source.options["titles"], "operateur": "OU"}
    asked = {
        "fond": "JORF",
        "recherche": {
            "champs": [{"typeChamp": "TITLE", "criteres": [words], "operateur": "ET"}],
            "filtres": [
                {"facette": "NATURE", "valeurs": source.options["natures"].split()},
                {"facette": "DATE_PUBLICATION", "dates": {"start": since, "end": "2999-01-01"}},
            ],
            "operateur": "ET",
            "pageNumber": page,
            "pageSize": _PAGE,
            "sort": "PUBLICATION_DATE_DESC",
            "typePagination": "DEFAUT",
        },
    }
    context = {"since": since, "page": str(page)}
    return paging.posted(f"{source.urls[0]}/search", asked, context)


def parse(response: Response, source: Source) -> Finds:
    answer = reading.json(response.body)
    if isinstance(answer, dict) and isinstance(answer.get("results"), list):
        yield from _listed(answer, response, source)
    elif isinstance(answer, dict) and answer.get("cid"):
        yield _text(answer, source)
    else:
        raise Unreadable("the answer is neither a list of Légifrance nor a text: it has no results and no cid")


def _listed(answer: Row, response: Response, source: Source) -> Finds:
    total, page = int(said(answer, "totalResultNumber") or 0), int(response.context.get("page", "1"))
    yield (
        Declared(total) if total else Aside("the list names no text: none of these natures was published in these days")
    )
    for row in fields.rows(answer, "results"):
        yield paging.posted(f"{source.urls[0]}/consult/jorf", {"textCid": must(row, "titles", 0, "cid")})
    if page * _PAGE < total:
        yield _search(source, response.context["since"], page + 1)


def _text(answer: Row, source: Source) -> Matter:
    """A text as the Journal officiel printed it; what later changes made of it is in the consolidated law."""
    own, title, nature = must(answer, "cid"), must(answer, "title"), said(answer, "nature")
    series, number = france.SERIES.get(nature, "jorf"), _NUMBER.search(title)
    id, printed = france.law(series, number[1] if number and series != "jorf" else "", own)
    day = _SIGNED.search(title)
    signed = dates.iso(said(answer, "dateTexte")) or (dates.iso(day[1]) if day else "")
    url, published = (
        f"https://www.legifrance.gouv.fr/jorf/id/{own}",
        dates.counted(said(answer, "dateParution"), source.zone),
    )
    return record(
        id=id,
        aliases=(f"fr/jorf/{own}",) if printed else (),
        kind=Kind.REGULATION if series == "decret" else Kind.ACT,
        instrument=series,
        title=title,
        status=Status.ENACTED,
        url=url,
        events=events((signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        identifiers=numbers(
            ("dila", own), ("nor", said(answer, "nor")), ("printed", f"n° {number[1]}" if number else "")
        ),
        texts=worded("fr", published, legifrance.units(answer), "application/json", url=url),
    )

"""Légifrance by its API on PISTE: laws, ordinances and decrees found by the day of their publication, each read whole."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from crawlers import ids, paging
from crawlers.files import reading
from crawlers.matter import Identifier
from crawlers.parsing import Aside, Declared, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import events, record, text
from crawlers.texts import outline
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_PAGE = 100  # the most that the search gives at once
_SERIES = {"LOI": "loi", "LOI_ORGANIQUE": "loi", "LOI_CONSTIT": "loi", "ORDONNANCE": "ordonnance", "DECRET": "decret"}
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


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    if isinstance(answer, dict) and isinstance(answer.get("results"), list):
        yield from _listed(answer, response, source)
    elif isinstance(answer, dict) and answer.get("cid"):
        yield _text(answer, response, source)
    else:
        raise Unreadable("the answer is neither a list of Légifrance nor a text: it has no results and no cid")


def _listed(answer: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    total, page = int(fields.text(answer, "totalResultNumber") or 0), int(response.context.get("page", "1"))
    yield (
        Declared(total) if total else Aside("the list names no text: none of these natures was published in these days")
    )
    for row in fields.rows(answer, "results"):
        yield paging.posted(f"{source.urls[0]}/consult/jorf", {"textCid": fields.must(row, "titles", 0, "cid")})
    if page * _PAGE < total:
        yield _search(source, response.context["since"], page + 1)


def _text(answer: dict[str, Any], response: Response, source: Source) -> Matter:
    """A text as the Journal officiel printed it; what later changes made of it is in the consolidated law."""
    own, title, nature = fields.must(answer, "cid"), fields.must(answer, "title"), fields.text(answer, "nature")
    series, number = _SERIES.get(nature, "jorf"), _NUMBER.search(title)
    day = _SIGNED.search(title)
    signed = dates.iso(fields.text(answer, "dateTexte")) or (dates.iso(day[1]) if day else "")
    url, published = f"https://www.legifrance.gouv.fr/jorf/id/{own}", _instant(fields.text(answer, "dateParution"))
    return record(
        response,
        source,
        f"legifrance/{VERSION}",
        id=ids.require(f"fr/{series}/{number[1]}" if number and series != "jorf" else f"fr/jorf/{ids.part(own)}"),
        aliases=(f"fr/jorf/{own}",) if number and series != "jorf" else (),
        kind=Kind.REGULATION if series == "decret" else Kind.ACT,
        instrument=series,
        title=title,
        status=Status.ENACTED,
        url=url,
        published=published,
        events=events(response, (signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        identifiers=tuple(_identifiers(answer, own, number[1] if number else "")),
        texts=text(response, "fr", published, outline.provisions(_units(answer)), "application/json", url=url),
    )


def _identifiers(answer: dict[str, Any], own: str, number: str) -> Iterator[Identifier]:
    for scheme, value in (("dila", own), ("nor", fields.text(answer, "nor")), ("printed", number and f"n° {number}")):
        if value:
            yield Identifier(scheme=scheme, value=value)


def _instant(milliseconds: str) -> str:
    """The day in Paris of an instant counted since 1970, which may lie before."""
    if not re.fullmatch(r"-?\d{1,14}", milliseconds):
        return dates.iso(milliseconds)
    instant = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(milliseconds))
    return instant.astimezone(ZoneInfo("Europe/Paris")).date().isoformat()


def _units(part: dict[str, Any]) -> Iterator[Unit]:
    """Articles before the sections of the same rank, as the Journal prints them; a section is named by its whole title."""
    for article in fields.rows(part, "articles"):
        yield _article(article)
    for section in fields.rows(part, "sections"):
        yield Unit("sec", heading=" ".join(fields.text(section, "title").split()), children=list(_units(section)))


def _article(article: dict[str, Any]) -> Unit:
    number, content = fields.text(article, "num"), fields.text(article, "content")
    unit = Unit("art", number=f"Article {number}" if number else "", root=True)
    for line in lines(reading.html(f"<div>{content}</div>".encode())):
        unit.add(line)
    return unit

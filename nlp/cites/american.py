"""References of the United States: reporters, the Code and the regulations by eyecite, and public laws."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from nlp.cites.places import begins
from nlp.cites.reference import Reference

_MAYBE = re.compile(r"\d\s+(?:[A-Z][A-Za-z0-9.]*\.?\s?){1,4}(?:§+\s*)?\d|§")
_PUBLIC = re.compile(r"\b(?:Public\sLaw|Pub\.\s?L\.)\s(?:No\.\s)?(?P<congress>\d{2,3})[-–](?P<number>\d{1,4})\b")
_USC = re.compile(
    r"\b(?P<title>\d{1,2})\s+(?:U\.?\s?S\.?\s?C\.?|United States Code,?)\s+(?:(?:§+|[Ss]ec(?:tion|\.))\s*)?(?P<section>\d+[A-Za-z]*(?:-\d+[a-z]?)?)"
)
_TURNED = re.compile(
    r"\bsection\s(?P<section>\d+[A-Za-z]*(?:-\d+[a-z]?)?)(?:\([A-Za-z0-9]{1,4}\))*\sof\stitle\s(?P<title>\d{1,2}),?\sUnited\sStates\sCode"
)


_CFR = re.compile(
    r"\b(?P<title>\d{1,2})\sC\.?\s?F\.?\s?R\.?\s(?:§+\s?|(?P<part>[Pp]arts?)\s)?(?P<section>\d+(?:\.\d+)?[a-z]?)"
)
_ACT = re.compile(
    r"\b(?P<act>(?:[A-Z][A-Za-z'’-]{1,24}\s(?:(?:and|of|the|to|in|for|on)\s){0,2}){1,8}Act\sof\s(?:18|19|20)\d\d)\b"
)
_STATE_CODE = re.compile(r"\b(?P<code>(?:[A-Z][a-z]{2,20}(?:,\s|\s(?:and\s)?)){1,5}Code)\b(?!\sof\sFederal)")
_OPENING = re.compile(r"^(?:(?:The|Under|In|By|Of|See|And|To)\s)+")


def american(text: str) -> Iterator[Reference]:
    for found in _PUBLIC.finditer(text):
        yield Reference(found.start(), found.end(), f"us/plaw/{found['congress']}/{int(found['number'])}", "ref.us.law")
    for pattern in (_TURNED, _USC):
        for found in pattern.finditer(text):
            yield Reference(found.start(), found.end(), f"us/usc/{found['title']}/{found['section']}", "ref.usc")
    for found in _CFR.finditer(text):
        cited = f"{'Part' if found['part'] else '§'} {found['section']}"
        yield Reference(found.start(), found.end(), f"{found['title']} C.F.R. {cited}", "ref.cfr")
    yield from _named(text)
    if _MAYBE.search(text):
        yield from _eyecite(text)


def _named(text: str) -> Iterator[Reference]:
    """Acts by their name and year; a state's code by a section of it."""
    for found in _ACT.finditer(text):
        name = _OPENING.sub("", found["act"])
        yield Reference(begins(text, found.end() - len(name)), found.end(), name, "ref.us.act")
    for found in _STATE_CODE.finditer(text):
        if (start := begins(text, found.start())) < found.start():
            yield Reference(start, found.end(), found["code"], "ref.us.code")


def _eyecite(text: str) -> Iterator[Reference]:
    """Cases by reporter and page, regulations by title and section; short forms (id., supra) name nothing new."""
    from eyecite import get_citations
    from eyecite.models import FullCaseCitation, FullLawCitation

    read: list[Any] = get_citations(text, tokenizer=_tokens())
    for found in read:
        if isinstance(found, FullCaseCitation | FullLawCitation):
            start, end = _span(found)
            yield Reference(start, end, _printed(found), f"ref.eyecite.{_kind(found)}")


def _span(found: Any) -> tuple[int, int]:
    start, end = found.span()
    return int(start), int(end)


def _printed(found: Any) -> str:
    """A reporter in the spelling that its readers use; a code as it is printed, since only its name tells which."""
    return str(found.corrected_citation() if _kind(found) == "case" else found.matched_text())


def _kind(found: Any) -> str:
    return type(found).__name__.removeprefix("Full").removesuffix("Citation").lower()


@cache
def _tokens() -> Any:
    from eyecite.tokenizers import AhocorasickTokenizer

    return AhocorasickTokenizer()

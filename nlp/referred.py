"""Whom a law means by “the persons referred to in section 51”: the hosts of that provision, or whoever else it speaks of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crawlers.vocabulary import Bearer
from nlp.grammar.free_nouns import bearer_of
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.reader import reader
from nlp.grammar.unnamed import INSTITUTIONS
from nlp.hosts import about_carriers

_PLACE = re.compile(
    r"(?:\b(?:sections?|articles?|artikel|artículos?|articol[oi]|artigos?|art\.)|§§?)\s*(?P<article>\d+[a-z]?)"
    r"(?:[.ºo]*,?\s*\(?(?:Absatz |Abs\. ?|paragraphe |apartado |comma |paragrafo |n\. ?[ºo] ?)?(?P<within>\d+)\b\)?)?"
    r"|\b(?:subsections?|paragraphs?|absatz|abs\.|paragraphe|apartado|comma|paragrafo|n\. ?[ºo])\s*\(?(?P<paragraph>\d+)\)?"
    r"|(?P<previous>\b(?:précédent|anterior|precedente)e?\b)",
    re.IGNORECASE,
)
NEAR = 60  # characters from the noun to the number


class Law(NamedTuple):
    """The ids of the provisions of a law, their words, and whether it is about hosts."""

    ids: Sequence[str]
    bodies: Sequence[Passage]
    about: bool


def resolved(law: Law) -> list[Passage]:
    """The provisions, in which persons “referred to in” one that speaks of hosts are hosts."""
    return [_resolved(name, body, law) for name, body in zip(law.ids, law.bodies, strict=True)]


def _resolved(name: str, body: Passage, law: Law) -> Passage:
    again = {hit.start for hit in body.roles if hit.entry.again and _is_host(body, hit, name, law)}
    if not again:
        return body
    host = reader(body.language).host
    return body._replace(roles=[hit._replace(entry=host) if hit.start in again else hit for hit in body.roles])


def _is_host(body: Passage, hit: Hit, name: str, law: Law) -> bool:
    start = body.offsets[hit.start]
    place = _PLACE.search(body.text, start, body.ends[hit.end - 1] + NEAR)
    if not place:
        return False
    own = name.partition("/")[0]
    if place["previous"]:
        at = law.ids.index(name)
        held = at > 0 and law.ids[at - 1].partition("/")[0] == own
        return _first(law.bodies[at - 1], law.about) == Bearer.HOST if held else law.about
    article = f"_{place['article'].lower()}" if place["article"] else own
    paragraph = place["within"] or place["paragraph"]
    for other, there in zip(law.ids, law.bodies, strict=True):
        first, _, rest = other.partition("/")
        within = not paragraph or rest.partition("/")[0].endswith(f"_{paragraph}")
        if first.endswith(article) and within and other != name and (named := _first(there, law.about)):
            return named == Bearer.HOST and not about_carriers(there, there)
    return False


def _first(body: Passage, about: bool) -> Bearer | None:
    """The first private party that a provision names and that is not itself one named elsewhere."""
    named = (bearer_of(hit, about) for hit in body.roles if not hit.entry.again)
    return next((bearer for bearer in named if bearer not in INSTITUTIONS), None)

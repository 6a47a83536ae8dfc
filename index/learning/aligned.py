"""Acts that the recorded corpus holds in several languages: the same provisions side by side, as stems."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from crawlers import imports
from crawlers.matter import Matter
from crawlers.sources import watched
from index import words

# folders that hold acts in more than one language, and what reads them
FOLDERS = {
    "corpus/eu/eur-lex": "eu-eur-lex",
    "corpus/eu/eur-lex-formex-gdpr": "eu-eur-lex",
    "gold/gdpr_multilang": "eu-eur-lex",
    "corpus/ca/justice-laws": "ca-laws",
    "corpus/ca/legisinfo": "ca-legisinfo",
}
# a translation is about as long as the original; what is not was cut at another place
LIKE = 0.5, 2.2
# letters by which short pieces may differ; letters of words that tell nothing
FEW, SHORT = 10, 2
# words of the longest piece; tables and lists of names teach nothing
LONGEST = 80
_ENDS = re.compile(r"(?<=[.;:])\s+|\n+")

Held = dict[str, dict[str, dict[str, str]]]


Row = tuple[str, ...]


class Pair(NamedTuple):
    """The words of one piece of an act in English and in another language, each once, lower."""

    act: str
    english: Row
    other: Row


def held(shared: Path) -> Held:
    """Texts by act, language and provision; of several versions of an act, the longest text of a provision."""
    found: Held = defaultdict(lambda: defaultdict(dict))
    for folder, source in FOLDERS.items():
        for outcome in imports.outcomes(watched().source(source), sorted((shared / folder).iterdir())):
            for matter in outcome.matters:
                for language, id, text in _said(matter):
                    texts = found[matter.id][language]
                    texts[id] = max(texts.get(id, ""), text, key=len)
    return found


def _said(matter: Matter) -> Iterator[tuple[str, str, str]]:
    """Language, provision and words; Canadian bills of which only the title is held have it in French too."""
    if matter.jurisdiction == "ca" and matter.title_native:
        yield "en", "title", matter.title
        yield "fr", "title", matter.title_native
    for text in matter.texts:
        language = text.language.partition("-")[0]
        yield language, "title", text.title
        for each in text.provisions:
            yield language, each.id, each.text
            yield language, f"{each.id} heading", each.heading


def pairs(acts: Held, language: str) -> list[Pair]:
    """Sentences where both texts have as many, else whole provisions."""
    found = (
        Pair(act, telling(one), telling(other))
        for act, texts in sorted(acts.items())
        for id, english in texts.get("en", {}).items()
        if (translated := texts.get(language, {}).get(id))
        for one, other in _pieces(english, translated)
    )
    return [pair for pair in found if len(pair.english) <= LONGEST and len(pair.other) <= LONGEST]


def _pieces(english: str, other: str) -> Iterable[tuple[str, str]]:
    parts = _ENDS.split(english.strip()), _ENDS.split(other.strip())
    if len(parts[0]) == len(parts[1]) and all(map(_alike, *parts)):
        return zip(*parts, strict=True)
    return [(english, other)] if _alike(english, other) else []


def _alike(one: str, other: str) -> bool:
    """Of short pieces, such as headings, a few letters more or less say nothing."""
    return bool(one and other) and LIKE[0] < (len(other) + FEW) / (len(one) + FEW) < LIKE[1]


def telling(text: str) -> Row:
    """Without little words, short ones and numbers."""
    kept = (word for word in words.lowered(text) if word.isalpha() and len(word) > SHORT)
    return tuple(dict.fromkeys(word for word in kept if words.fold(word) not in words.little_words()))

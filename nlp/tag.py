"""Tag a matter: its norms, topics, relevance and citations, each with the characters that show it."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from crawlers.matter import Citation, Matter, Norm, Provision, Text, TopicTag
from crawlers.vocabulary import Origin
from nlp import topic_cues
from nlp.cites.references import Reference, references
from nlp.grammar.passage import Passage
from nlp.grammar.reader import known, passages
from nlp.norms import Place, norm
from nlp.reading import read
from nlp.scores.relevance import relevances
from nlp.scores.whole_matter import overall
from nlp.topics import Seen, topics
from nlp.tree import Whole, wholes
from nlp.version import VERSION

__all__ = ["VERSION", "tag"]


class Told(NamedTuple):
    """What one text says."""

    norms: list[Norm]
    scores: list[float]
    share: float
    seen: list[Seen]
    words: int
    cited: list[Citation]


NOTHING = Told([], [], 0.0, [], 0, [])


def tag(matter: Matter) -> Matter:
    """The same matter with what its words say; equal for equal words and version, whatever it was tagged with before.

    Topics that a source or a person gave stay, and stand before those that were found. In a language without a lexicon
    it gets citations, and topics where the taxonomy has their cues.
    """
    told = [_told(matter, text) for text in matter.texts]
    named = f"{matter.title}. {matter.summary}"
    head = next(iter(passages([named], _spoken(matter.language))))
    seen = [
        *_seen(head, "", None),
        *_elsewhere(named, _base(matter.language)),
        *(cue for each in told for cue in each.seen),
    ]
    found = tuple(topics(seen, sum(each.words for each in told) + len(head.words)))
    best = max(told, key=lambda each: (sum(sorted(each.scores)[-5:]), each.share), default=NOTHING)
    return replace(
        matter,
        norms=tuple(each for text in told for each in text.norms),
        topics=_with_said(matter, found),
        relevance=overall(head, best.scores, best.share, len(found)),
        citations=tuple(each for text in told for each in text.cited),
    )


def _with_said(matter: Matter, found: tuple[TopicTag, ...]) -> tuple[TopicTag, ...]:
    said = tuple(one for one in matter.topics if one.origin in {Origin.SOURCE, Origin.HUMAN})
    known = {one.topic for one in said}
    return (*said, *(one for one in found if one.topic not in known))


def _spoken(language: str) -> str:
    """The lexicon a language is read by; titles in others are read as English, which finds little but errs little."""
    base = _base(language)
    return base if known(base) else "en"


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def _told(matter: Matter, text: Text) -> Told:
    language = _base(text.language)
    cited = [references(one.text, language, matter.jurisdiction) for one in text.provisions]
    citations = [
        each for one, found in zip(text.provisions, cited, strict=True) for each in _cites(text.id, one, found)
    ]
    if not known(language):
        return _unread(text, language, citations)
    if not text.provisions:
        return NOTHING
    found = wholes(text.provisions)
    readings = read([each.unit for each in found], language, text.title or matter.title)
    read_here = list(zip(found, readings, strict=True))
    place = _place(text, language, matter.jurisdiction, cited)
    norms = [made for whole, one in read_here for each in one.found if (made := norm(place, whole, one, each))]
    seen = [cue for whole, one in read_here for cue in _seen(one.passage, text.id, whole)]
    scores = [each.score for each in relevances(readings)]
    share = readings[0].share if readings else 0.0
    return Told(norms, scores, share, seen, sum(len(one.passage.words) for one in readings), citations)


def _place(text: Text, language: str, jurisdiction: str, cited: list[list[Reference]]) -> Place:
    ids = [each.id for each in text.provisions]
    provisions, names = dict(zip(ids, text.provisions, strict=True)), dict(zip(ids, cited, strict=True))
    return Place(text.id, language, jurisdiction, provisions, names)


def _unread(text: Text, language: str, citations: list[Citation]) -> Told:
    """A text whose language has no lexicon."""
    cues = [cue for one in text.provisions for cue in _elsewhere(one.text, language, text.id, one.id)]
    return Told([], [], 0.0, cues, sum(topic_cues.words(one.text, language) for one in text.provisions), citations)


def _elsewhere(words: str, language: str, text: str = "", provision: str = "") -> Iterator[Seen]:
    if not known(language) and topic_cues.known(language):
        for topic, weight, start, end in topic_cues.spots(words, language):
            yield Seen(topic, weight, text, provision, start, end)


def _seen(passage: Passage, text: str, whole: Whole | None) -> Iterator[Seen]:
    """Cues of topics, with their places in provisions; without a place in a title."""
    for hit in passage.cues:
        if hit.entry.topic:
            weight = float(min(3, hit.end - hit.start))
            own = whole.own(passage.offsets[hit.start], passage.ends[hit.end - 1]) if whole else ("", 0, 0)
            if own:
                yield Seen(hit.entry.topic, weight, text, *own)


def _cites(text: str, provision: Provision, cited: list[Reference]) -> Iterator[Citation]:
    for found in cited:
        quote = provision.text[found.start : found.end]
        yield Citation(
            text=text, provision=provision.id, start=found.start, end=found.end, quote=quote, target=found.target,
            rule=found.rule,
        )  # fmt: skip

"""The dossier of one opportunity: what is asked, the passages, five headings to be answered by a person, what to file."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Matter, Struct
from crawlers.sources import Republish
from crawlers.vocabulary import Duty, Kind, Topic
from index.advice.opportunities import Opportunity
from index.clock import Window
from index.clock.matters import OVER
from index.clock.step import cite
from index.phrase import Phrase, phrase, together

FILE = Path(__file__).with_name("dossier.yaml")
SIMILAR = 8


class Heading(Struct, frozen=True, kw_only=True):
    """One of the five value headings, and what brings a passage under it."""

    title: str
    duties: tuple[Duty, ...] = ()
    topics: tuple[Topic, ...] = ()


class Passage(Struct, frozen=True, kw_only=True):
    """Words of the text with the place they stand in; empty where the licence allows only a link.

    Either a statement (`modality`, and its `duty` where one is known) or evidence of a `topic`.
    """

    place: str
    words: str
    language: str = ""
    modality: str = ""
    duty: str = ""
    topic: str = ""
    url: str = ""
    reviewed: bool = False


class Answered(Struct, frozen=True, kw_only=True):
    """A heading with its passages, and the answer of a person: empty until one has written it."""

    name: str
    title: str
    passages: tuple[Passage, ...] = ()
    answer: str = ""
    by: str = ""


class Past(Struct, frozen=True, kw_only=True):
    """A case that was like this one, and what they have in common."""

    matter: str
    title: str
    status: str
    day: str
    shared: tuple[str, ...]


class Dossier(Struct, frozen=True, kw_only=True):
    """All that an exporter draws, in the order of a brief. `unknown` says what we could not find."""

    matter: str
    title: str
    language: str
    day: str
    jurisdiction: str
    question: str
    opportunity: Opportunity
    headings: tuple[Answered, ...]
    similar: tuple[Past, ...]
    scores: dict[str, int]
    filing: tuple[Phrase, ...]
    sources: tuple[Phrase, ...]
    unknown: tuple[Phrase, ...] = ()


@cache
def headings() -> dict[str, Heading]:
    content = facts.load(FILE)["headings"]
    return {name: facts.convert(entry, Heading, FILE.name, name) for name, entry in content.items()}


def dossier(
    matter: Matter,
    opportunity: Opportunity,
    others: Iterable[Matter],
    today: date,
    republish: Republish = Republish.EXCERPT,
    answers: dict[str, tuple[str, str]] | None = None,
    scores: dict[str, int] | None = None,
) -> Dossier:
    """`others` are searched for similar cases; `answers` holds what a person wrote under a heading, and their role;
    `scores` what a person gave each criterion of a test case."""
    parts = tuple(_heading(name, matter, republish, (answers or {}).get(name, ("", ""))) for name in headings())
    question = _question(matter, republish)
    return Dossier(
        matter=matter.id,
        title=matter.title,
        language=matter.language,
        day=today.isoformat(),
        jurisdiction=matter.jurisdiction,
        question=question,
        opportunity=opportunity,
        headings=parts,
        similar=_similar(matter, others),
        scores=scores or {},
        filing=tuple(line for window in opportunity.windows for line in _filing(window)),
        sources=_sources(matter, opportunity.windows),
        unknown=_unknown(matter, question, parts),
    )


def _question(matter: Matter, republish: Republish) -> str:
    """The question presented, else the summary; nothing where the licence allows only a link."""
    asked = [text for text in matter.texts if "question" in f"{text.label} {text.title}".lower()]
    words = " ".join(provision.text for text in asked for provision in text.provisions)
    return "" if republish is Republish.LINK else words or matter.summary


def _heading(name: str, matter: Matter, republish: Republish, answer: tuple[str, str]) -> Answered:
    heading = headings()[name]
    passages = [*_norms(heading, matter, republish), *_topics(heading, matter, republish)]
    kept = tuple({(one.place, one.words): one for one in passages}.values())
    return Answered(name=name, title=heading.title, passages=kept, answer=answer[0], by=answer[1])


def _norms(heading: Heading, matter: Matter, republish: Republish) -> Iterable[Passage]:
    languages = _languages(matter)
    for norm in matter.norms:
        if norm.duty in heading.duties:
            yield Passage(
                place=norm.provision,
                words="" if republish is Republish.LINK else norm.quote,
                language=languages.get(norm.text, matter.language),
                modality=norm.modality,
                duty=norm.duty or "",
                url=matter.url,
                reviewed=norm.review.state != "unreviewed",
            )


def _topics(heading: Heading, matter: Matter, republish: Republish) -> Iterable[Passage]:
    texts = {(text.id, one.id): one.text for text in matter.texts for one in text.provisions}
    languages = _languages(matter)
    for tag in matter.topics:
        for seen in tag.evidence if tag.topic in heading.topics else ():
            words = texts.get((tag.text, seen.provision), "")[seen.start : seen.end]
            yield Passage(
                place=seen.provision,
                words="" if republish is Republish.LINK else words,
                language=languages.get(tag.text, matter.language),
                topic=tag.topic,
                url=matter.url,
            )


def _languages(matter: Matter) -> dict[str, str]:
    """Of its texts."""
    return {text.id: text.language or matter.language for text in matter.texts}


def _similar(matter: Matter, others: Iterable[Matter]) -> tuple[Past, ...]:
    """Other cases with the most topics and duties in common; among equals those that ended, then the newest."""
    mine = _about(matter)
    found = [
        Past(
            matter=one.id, title=one.title, status=one.status, day=one.status_as_of, shared=tuple(sorted(mine & about))
        )
        for one in others
        if one.kind is Kind.CASE and one.id != matter.id and (about := _about(one)) & mine
    ]
    newest = sorted(found, key=lambda past: past.day, reverse=True)
    return tuple(sorted(newest, key=lambda past: (-len(past.shared), past.status not in OVER))[:SIMILAR])


def _about(matter: Matter) -> set[str]:
    return {tag.topic for tag in matter.topics} | {norm.duty for norm in matter.norms if norm.duty and norm.host_duty}


def _filing(window: Window) -> Iterable[Phrase]:
    """What must be filed and by whom, in the words of the rule."""
    head = together([phrase(window.filing), together(["(", phrase(window.court), ", ", phrase(window.stage), ")"], "")])
    asked = [
        phrase("Leave: {words}", words=phrase(window.leave)) if _says(window.leave) else "",
        phrase("Notice: {words}", words=phrase(window.notice)) if _says(window.notice) else "",
        phrase("Who: {words}", words=phrase(window.who)) if _says(window.who) else "",
        phrase("Length: {words}", words=phrase(window.length)) if _says(window.length) else "",
        phrase("Extendable: {words}", words=phrase(window.extendable)) if _says(window.extendable) else "",
    ]
    yield together([head, *asked], "; ")


def _says(words: str) -> bool:
    return words not in {"", "-"}


def _sources(matter: Matter, windows: Sequence[Window]) -> tuple[Phrase, ...]:
    rules = [_cited(window) for window in windows]
    own = [together([matter.url])] if matter.url else []
    return tuple(dict.fromkeys([*own, *rules]))


def _cited(window: Window) -> Phrase:
    seen = window.answer.source or phrase("no source seen")
    return together([cite(window.answer.citation), together(["(", seen, ")"], "")])


def _unknown(matter: Matter, question: str, parts: Sequence[Answered]) -> tuple[Phrase, ...]:
    lacking = [phrase("not read: {what}", what=name) for name in matter.missing]
    lacking += [phrase("the question presented is not held")] if matter.kind is Kind.CASE and not question else []
    none = phrase("no passage was found, which is not proof of none")
    return (*lacking, *([] if any(part.passages for part in parts) else [none]))

"""What must hold of every tag, whatever it was found in: characters that are there, a reason, the same answer again."""

from collections.abc import Iterator

from crawlers.matter import Matter, check, to_json
from crawlers.norm import Evidence, Norm
from nlp.tag import tag

Words = dict[tuple[str, str], str]


def unsound(matter: Matter) -> list[str]:
    """A sentence for each tag of a tagged matter that does not say what its text says; raises where it is no record."""
    check(matter)
    words = {(text.id, each.id): each.text for text in matter.texts for each in text.provisions}
    return [
        f"{matter.id} {fault}" for fault in (*_norms(matter, words), *_topics(matter, words), *_cited(matter, words))
    ]


def unsteady(matter: Matter) -> list[str]:
    """A sentence where tagging a tagged matter again gives other bytes."""
    return [f"{matter.id} is tagged otherwise again"] if to_json(tag(matter)) != to_json(matter) else []


def _norms(matter: Matter, words: Words) -> Iterator[str]:
    for norm in matter.norms:
        text = words[norm.text, norm.provision]
        if not norm.quote or text[norm.start : norm.end] != norm.quote:
            yield f"{norm.provision}: the quote of a norm is not its words"
        if not norm.evidence:
            yield f"{norm.provision}: a norm has no evidence"
        yield from (f"{norm.provision}: {fault}" for fault in _shown(norm.evidence, norm.text, words))
        yield from _values(norm, text)


def _values(norm: Norm, text: str) -> Iterator[str]:
    """Time limits, thresholds, exemptions and penalties stand in the provision of their norm."""
    for value in (norm.deadline, norm.threshold, norm.exemption, norm.penalty):
        if value is not None and (not value.text or text[value.start : value.end] != value.text):
            yield f"{norm.provision}: a {type(value).__name__.lower()} is not its words"


def _topics(matter: Matter, words: Words) -> Iterator[str]:
    for topic in matter.topics:
        yield from (f"topic {topic.topic}: {fault}" for fault in _shown(topic.evidence, topic.text, words))


def _shown(evidence: tuple[Evidence, ...], text: str, words: Words) -> Iterator[str]:
    for one in evidence:
        if one.provision and not 0 <= one.start < one.end <= len(words[text, one.provision]):
            yield f"evidence by {one.rule} is not within {one.provision}"
        if not one.rule or not one.version:
            yield "evidence names no rule with its version"


def _cited(matter: Matter, words: Words) -> Iterator[str]:
    for cited in matter.citations:
        if words[cited.text, cited.provision][cited.start : cited.end] != cited.quote:
            yield f"{cited.provision}: a citation is not its words"

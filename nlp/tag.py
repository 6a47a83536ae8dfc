"""Tag a matter: its norms, topics, relevance and citations, each with the characters that show it."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.matter import Evidence, Matter, Norm, Text
from crawlers.vocabulary import Origin
from nlp.passage import known
from nlp.reading import Found, Reading, read
from nlp.tree import Whole, wholes
from nlp.version import VERSION

__all__ = ["VERSION", "tag"]


def tag(matter: Matter) -> Matter:
    """The same matter with what its words say; equal for equal words and version, whatever it was tagged with before."""
    norms = [norm for text in matter.texts for norm in text_norms(text, matter.title)]
    return replace(matter, norms=tuple(norms))


def text_norms(text: Text, title: str) -> Iterator[Norm]:
    """Norms of one version; none in a language without a lexicon."""
    language = text.language.split("-")[0].lower()
    if not known(language):
        return
    found = wholes(text.provisions)
    for whole, reading in zip(found, read([each.unit for each in found], language, text.title or title), strict=True):
        for statement in reading.found:
            norm = _norm(text, whole, reading, statement)
            if norm:
                yield norm


def _norm(text: Text, whole: Whole, reading: Reading, found: Found) -> Norm | None:
    passage, statement = reading.passage, found.statement
    trigger = whole.own(passage.offsets[statement.trigger.start], passage.ends[statement.trigger.end - 1])
    span = whole.own(passage.offsets[statement.start], passage.ends[statement.end - 1])
    if not trigger or not span:
        return None
    if span[0] != trigger[0]:
        span = trigger
    provision, start, end = span
    own = next(each for each in text.provisions if each.id == provision)
    who = statement.who.hit
    return Norm(
        text=text.id,
        provision=provision,
        modality=statement.modality,
        bearer=statement.who.bearer,
        start=start,
        end=end,
        quote=own.text[start:end],
        evidence=(_evidence(trigger, statement.trigger.entry.id),),
        bearer_text=passage.text[passage.offsets[who.start] : passage.ends[who.end - 1]] if who else "",
        host_duty=found.host_duty,
        duty=found.duty,
        derived_from=found.derived_from,
    )


def _evidence(span: tuple[str, int, int], rule: str) -> Evidence:
    provision, start, end = span
    return Evidence(start=start, end=end, label="modality", origin=Origin.RULE, rule=rule, version=VERSION, provision=provision)

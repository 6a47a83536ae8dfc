"""Write a statement down as a norm of the record: own characters, quote, evidence, and the values in its words."""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from crawlers.matter import Deadline, Evidence, Exemption, Norm, Penalty, Provision, Threshold
from crawlers.vocabulary import Modality, Origin
from nlp import values
from nlp.cites.reference import Reference
from nlp.grammar.passage import Passage
from nlp.grammar.words import grammar
from nlp.reading import BINDING, Found, Reading
from nlp.scores.linear import model, said, strongest
from nlp.thresholds import threshold
from nlp.tree import Whole
from nlp.version import VERSION

BINDS = "binds"
Value = TypeVar("Value", Deadline, Threshold, Exemption, Penalty)


class Place(NamedTuple):
    """Where a unit stands: the version of the text, its language, the matter's jurisdiction, its provisions and what they cite."""

    text: str
    language: str
    jurisdiction: str
    provisions: dict[str, Provision]
    cited: dict[str, list[Reference]]


def norm(place: Place, whole: Whole, reading: Reading, found: Found) -> Norm | None:
    """None where the words of the unit that speak are nobody's own (a number put before an item)."""
    statement, characters = found.statement, reading.passage
    trigger = _own(whole, reading, statement.trigger.start, statement.trigger.end)
    span = _own(whole, reading, statement.start, statement.end)
    if not trigger or not span:
        return None
    provision, start, end = span if span[0] == trigger[0] else trigger
    own = place.provisions[provision].text
    sentence = _own(whole, reading, statement.start, statement.span.sentence[1]) or span
    words = own[start : max(end, sentence[2])] if sentence[0] == provision else own[start:end]
    who, told = statement.who.hit, _told(characters, statement.start, max(statement.end, statement.span.sentence[1]))
    return Norm(
        text=place.text,
        provision=provision,
        modality=statement.modality,
        bearer=statement.who.bearer,
        start=start,
        end=end,
        quote=own[start:end],
        evidence=(*_evidence(whole, reading, found, trigger), *_weighed(reading, found, (provision, start, end))),
        bearer_text=characters.text[characters.offsets[who.start] : characters.ends[who.end - 1]] if who else "",
        host_duty=found.host_duty,
        duty=found.duty,
        action=own[min(trigger[2], end) : end].strip() if trigger[0] == provision else "",
        deadline=(_shift(values.deadline(words, place.language), start) if "deadline" in told else None)
        or _before(place, whole, reading, found, provision),
        threshold=_shift(threshold(words), start) if "threshold" in told else None,
        exemption=_shift(values.exemption(words), start) if statement.modality == Modality.EXEMPTION else None,
        penalty=_shift(_penalty(words, statement.modality, place.jurisdiction), start) if "penalty" in told else None,
        conditions=_conditions(reading, found),
        references=_cited(place.cited[provision], start, start + len(words)),
        derived_from=found.derived_from,
    )


def _told(passage: Passage, start: int, end: int) -> set[str]:
    """The kinds of values that the words [start, end) may tell."""
    return {kind for kind, _ in values.signs(passage.language).of(passage.words[start:end])}


def _cited(references: list[Reference], start: int, end: int) -> tuple[str, ...]:
    """What the words name, each once."""
    return tuple(dict.fromkeys(each.target for each in references if start < each.end <= end))


def _before(place: Place, whole: Whole, reading: Reading, found: Found, provision: str) -> Deadline | None:
    """The time limit that the sentence begins with, before who is bound; none of words that stand in another provision."""
    statement = found.statement
    first = statement.span.sentence[0]
    opening = _own(whole, reading, first, statement.start) if first < statement.start else None
    if opening is None or opening[0] != provision or "deadline" not in _told(reading.passage, first, statement.start):
        return None
    _, start, end = opening
    return _shift(values.fronted(place.provisions[provision].text[start:end], place.language), start)


def _penalty(words: str, modality: Modality, jurisdiction: str) -> Penalty | None:
    """What a penalty says; of a power or duty to fine, the share or sum it names."""
    found = values.penalty(words, jurisdiction)
    named = found and (found.amount or found.percentage) and modality in {Modality.POWER, Modality.OBLIGATION}
    return found if modality == Modality.PENALTY or named else None


def _own(whole: Whole, reading: Reading, start: int, end: int) -> tuple[str, int, int] | None:
    return whole.own(reading.passage.offsets[start], reading.passage.ends[end - 1])


def _evidence(whole: Whole, reading: Reading, found: Found, trigger: tuple[str, int, int]) -> list[Evidence]:
    """The trigger first; then whose it is and what it is about, where words show it."""
    shown: list[tuple[str, str, tuple[str, int, int] | None]] = [
        ("modality", found.statement.trigger.entry.id, trigger)
    ]
    who, cue = found.statement.who.hit, found.cue
    if who:
        shown.append(("bearer", who.entry.id, _own(whole, reading, who.start, who.end)))
    if cue and found.duty:
        shown.append(("duty", f"duty.{found.duty}", _own(whole, reading, cue.start, cue.end)))
    return [
        Evidence(
            start=own[1], end=own[2], label=label, origin=Origin.RULE, rule=rule, version=VERSION, provision=own[0]
        )
        for label, rule, own in shown
        if own
    ]


def _weighed(reading: Reading, found: Found, span: tuple[str, int, int]) -> Iterator[Evidence]:
    """What the model of the language makes of the sentence of a host's duty: its odds, and what weighs most in them."""
    language, statement = reading.passage.language, found.statement
    known = model(language)
    if known and found.host_duty and not found.derived_from and statement.modality in BINDING:
        terms = known.contributions(said(reading, *statement.span.sentence), language)
        yield Evidence(
            start=span[1],
            end=span[2],
            label=BINDS,
            origin=Origin.MODEL,
            rule=f"model.binds.{language}",
            version=VERSION,
            provision=span[0],
            score=known.score(terms),
            weights=strongest(terms.items()),
        )


def _conditions(reading: Reading, found: Found) -> tuple[str, ...]:
    """The opening clause that a subordinator begins: Where …, if …"""
    passage, statement = reading.passage, found.statement
    first = statement.span.sentence[0]
    while first < statement.start and not passage.words[first][:1].isalpha():
        first += 1
    if first < statement.start and passage.words[first] in grammar(passage.language).subordinators:
        return (passage.text[passage.offsets[first] : passage.ends[statement.start - 1]].rstrip(" ,"),)
    return ()


def _shift(found: Value | None, by: int) -> Value | None:
    """The value with its offsets counted in the provision."""
    return replace(found, start=found.start + by, end=found.end + by) if found else None

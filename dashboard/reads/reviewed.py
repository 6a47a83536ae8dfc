"""Tags as people corrected them: what a person said of a tag is laid over the record whenever it is read."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from crawlers.fault import Fault
from crawlers.matter import Matter, Norm, Provision
from crawlers.settings import home, setting
from crawlers.vocabulary import Bearer, Duty, Modality, ReviewState
from dashboard.words.tongue import later
from nlp.queue import Waiting
from nlp.review import FILE, Verdict, Verdicts, every, found, record, reviewed, text_hash, verdicts

ANSWERS = {
    "right": (later("The rule is right"), ReviewState.ACCEPTED),
    "else": (later("It is something else"), ReviewState.CORRECTED),
    "hosts": (later("It is not for hosts"), ReviewState.CORRECTED),
    "nothing": (later("There is nothing here"), ReviewState.REJECTED),
}

ELSEWHERE = later("The provision does not have these words. Copy them from it, from the first to the last.")


def said(until: str = "") -> Verdicts:
    """The last word on each norm, or the last before an instant; read again as soon as the file has grown."""
    path = _path(setting("AMICUS_HOME"))
    size = path.stat().st_size if path.exists() else 0
    return _said_before(path, size, until) if until else _said(path, size)


@lru_cache(2)
def _path(folder: str) -> Path:  # noqa: ARG001 -- one page asks for every matter of a list, and home() looks at the disk
    return home() / FILE


@lru_cache(2)
def _said(path: Path, size: int) -> Verdicts:  # noqa: ARG001 -- the size is part of the key: the file only grows
    return verdicts(path)


def record_of(rule: str) -> tuple[int, int]:
    """How many tags of a rule people here found right as they were, of how many they judged."""
    judged = [each.state is ReviewState.ACCEPTED for each in said().values() if each.trigger == rule]
    return sum(judged), len(judged)


@lru_cache(8)
def _said_before(path: Path, size: int, until: str) -> Verdicts:  # noqa: ARG001 -- the size is part of the key
    return {(one.provision, one.start, one.was): one for one in every(path) if one.at < until}


def laid(matter: Matter, until: str = "") -> Matter:
    """With the reviews of its tags, or those given before an instant; rejected ones are left out."""
    judged = reviewed(matter, said(until))
    norms = tuple(norm for norm in judged.norms if norm.review.state is not ReviewState.REJECTED)
    return replace(judged, norms=norms)


class Correction(NamedTuple):
    """What the norm is instead, and the words that carry it; what is None stays as the tagger said."""

    modality: Modality | None = None
    bearer: Bearer | None = None
    duty: Duty | None = None
    words: str | None = None


def answer(waiting: Waiting, name: str, by: str, at: str, note: str, other: Correction) -> None:
    """Append one person's word: by a role, at an instant; bound to the characters and the hash of the provision.

    Raises Fault, and keeps nothing, where the provision does not have the words.
    """
    norm, fields = waiting.norm, other if name == "else" else Correction()
    unit = next(unit for unit in waiting.text.provisions if unit.id == norm.provision)
    span = None if name == "nothing" else _span(norm, unit, other.words)
    record(
        Verdict(
            provision=text_hash(unit.text),
            start=norm.start,
            end=norm.end,
            was=norm.modality,
            state=ReviewState.CORRECTED if span else ANSWERS[name][1],
            by=by[:80],
            at=at,
            version=norm.evidence[0].version,
            modality=fields.modality,
            bearer=fields.bearer,
            duty=fields.duty,
            span=span,
            host_duty=False if name == "hosts" else None,
            note=note[:2000],
            quote=norm.quote,
            language=waiting.text.language,
            trigger=norm.evidence[0].rule,
            bearer_text=norm.bearer_text,
            reason=waiting.reason,
        )
    )


def _span(norm: Norm, unit: Provision, words: str | None) -> tuple[int, int] | None:
    """Where the words stand that carry the norm; None where they are those that the tagger marked."""
    if words is None or words.split() == norm.quote.split():
        return None
    span = found(words, unit.text, norm.start)
    if span is None:
        raise Fault(ELSEWHERE)
    return span

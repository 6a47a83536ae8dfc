"""Tags as people corrected them: what a person said of a tag is laid over the record whenever it is read."""

from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from crawlers.matter import Matter, Norm
from crawlers.settings import home
from crawlers.vocabulary import Bearer, Duty, Modality, ReviewState
from dashboard.words.tongue import later
from nlp.review import FILE, Verdict, Verdicts, record, reviewed, text_hash, verdicts

ANSWERS = {
    "right": (later("The rule is right"), ReviewState.ACCEPTED),
    "else": (later("It is something else"), ReviewState.CORRECTED),
    "hosts": (later("It is not for hosts"), ReviewState.CORRECTED),
    "nothing": (later("There is nothing here"), ReviewState.REJECTED),
}


def said() -> Verdicts:
    """The last word on each norm; read again as soon as the file has grown."""
    path = home() / FILE
    return _said(str(path), path.stat().st_size if path.exists() else 0)


@lru_cache(2)
def _said(path: str, size: int) -> Verdicts:  # noqa: ARG001 -- the size is part of the key: the file only grows
    return verdicts(home() / FILE)


def laid(matter: Matter) -> Matter:
    """With the reviews of its tags; rejected ones are left out."""
    judged = reviewed(matter, said())
    norms = tuple(norm for norm in judged.norms if norm.review.state is not ReviewState.REJECTED)
    return replace(judged, norms=norms)


class Correction(NamedTuple):
    """What the norm is instead; what is None stays as the tagger said."""

    modality: Modality | None = None
    bearer: Bearer | None = None
    duty: Duty | None = None


def answer(matter: Matter, norm: Norm, name: str, by: str, at: str, note: str, other: Correction) -> None:
    """Append one person's word: by a role, at an instant; bound to the characters and the hash of the provision."""
    unit = next(u for t in matter.texts if t.id == norm.text for u in t.provisions if u.id == norm.provision)
    fields = other if name == "else" else Correction()
    record(
        Verdict(
            provision=text_hash(unit.text),
            start=norm.start,
            end=norm.end,
            was=norm.modality,
            state=ANSWERS[name][1],
            by=by[:80],
            at=at,
            version=norm.evidence[0].version,
            modality=fields.modality,
            bearer=fields.bearer,
            duty=fields.duty,
            host_duty=False if name == "hosts" else None,
            note=note[:2000],
        )
    )

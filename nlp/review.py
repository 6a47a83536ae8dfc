"""What people say of tags: appended to a file, found again by the words they were said of, and stronger than any rule."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from crawlers.fault import Fault
from crawlers.matter import Matter, Norm, Review, Struct
from crawlers.settings import home
from crawlers.vocabulary import Bearer, Duty, Modality, ReviewState

FILE = "reviews.jsonl"
MIDDLE = 0.35, 0.65


class Verdict(Struct, frozen=True, kw_only=True):
    """One person's word on one norm; `provision` is the hash of the provision's text, so it survives re-tagging.

    `host_duty` false with state `corrected` means: not for hosts. Fields left empty keep what the tagger said.
    """

    provision: str
    start: int
    end: int
    was: Modality
    state: ReviewState
    by: str
    at: str
    version: str
    modality: Modality | None = None
    bearer: Bearer | None = None
    host_duty: bool | None = None
    duty: Duty | None = None
    note: str = ""


Verdicts = dict[tuple[str, int, Modality], Verdict]


def record(verdict: Verdict, file: Path | None = None) -> None:
    """Append; nothing is ever changed or taken away."""
    path = file or home() / FILE
    with path.open("ab") as lines:
        lines.write(msgspec.json.encode(verdict) + b"\n")


def verdicts(file: Path | None = None) -> Verdicts:
    """The last word on each norm. Raises Fault naming file and line."""
    path = file or home() / FILE
    found: Verdicts = {}
    for number, line in enumerate(path.read_bytes().split(b"\n") if path.exists() else (), 1):
        if line.strip():
            try:
                said = msgspec.json.decode(line, type=Verdict)
            except msgspec.DecodeError as error:
                raise Fault(f"{path}: line {number}: no review ({error}); mend or remove the line") from error
            found[said.provision, said.start, said.was] = said
    return found


def text_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def reviewed(matter: Matter, said: Verdicts) -> Matter:
    """The matter with what people said of its norms; a rejected norm stays, marked, for whoever asks."""
    if not said or not matter.norms:
        return matter
    texts = {(text.id, each.id): text_hash(each.text) for text in matter.texts for each in text.provisions}
    return replace(
        matter,
        norms=tuple(
            _judged(norm, said.get((texts[norm.text, norm.provision], norm.start, norm.modality)))
            for norm in matter.norms
        ),
    )


def _judged(norm: Norm, verdict: Verdict | None) -> Norm:
    if verdict is None:
        return norm
    binding = norm.host_duty if verdict.host_duty is None else verdict.host_duty
    rejected = verdict.state == ReviewState.REJECTED
    return replace(
        norm,
        modality=verdict.modality or norm.modality,
        bearer=verdict.bearer or norm.bearer,
        host_duty=binding and not rejected,
        duty=(verdict.duty or norm.duty) if binding and not rejected else None,
        review=Review(state=verdict.state, by=verdict.by, at=verdict.at, note=verdict.note),
    )


def queue(matters: Iterable[Matter]) -> Iterator[tuple[Matter, Norm, str]]:
    """Norms worth a look, with the reason: derived duties, duties nothing names, unnamed bearers, and a random tenth."""
    for matter in matters:
        for norm in matter.norms:
            if norm.review.state == ReviewState.UNREVIEWED and (reason := why(matter, norm)):
                yield matter, norm, reason


def why(matter: Matter, norm: Norm) -> str:
    """Why a norm waits for a person; empty when it need not."""
    if MIDDLE[0] <= norm.score <= MIDDLE[1]:
        return "a score near the middle"
    if norm.host_duty and norm.duty == Duty.OTHER:
        return "a host's duty that no cue names"
    if norm.derived_from:
        return "derived from a right or from a duty of a state"
    if norm.host_duty and not norm.bearer_text:
        return "a host's duty whose bearer is implied"
    tenth = int(text_hash(f"{matter.id} {norm.text} {norm.provision} {norm.start}")[:8], 16) % 10 == 0
    return "random tenth" if tenth else ""

"""What people say of tags: appended to a file, found again by the words they were said of, and stronger than any rule."""

import re
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


class Verdict(Struct, frozen=True, kw_only=True):
    """One person's word on one norm; `provision` is the hash of the provision's text, so it survives re-tagging.

    `host_duty` false with state `corrected` means: not for hosts. Fields left empty keep what the tagger said. `quote` is
    what was judged, so that the models learn from it; `trigger` and `bearer_text` are what the rules had seen in it, and
    `reason` says why it waited: only what was drawn at random says how often the tagger is right. `start` and `end` stay
    the tagger's, to find its norm again; `span` is where the words that carry it truly begin and end.
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
    span: tuple[int, int] | None = None
    note: str = ""
    quote: str = ""
    language: str = ""
    trigger: str = ""
    bearer_text: str = ""
    reason: str = ""


Verdicts = dict[tuple[str, int, Modality], Verdict]


def record(verdict: Verdict, file: Path | None = None) -> None:
    """Append; nothing is ever changed or taken away."""
    path = file or home() / FILE
    path.touch(0o600)
    path.chmod(0o600)
    with path.open("ab") as lines:
        lines.write(msgspec.json.encode(verdict) + b"\n")


def write(words: Iterable[Verdict], file: Path | None = None) -> None:
    """In the place of all that was said, whole or not at all: for a backup that is restored."""
    path = file or home() / FILE
    new = path.with_name(f"{path.name}.new")
    new.touch(0o600)
    new.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in words))
    new.replace(path)


def verdicts(file: Path | None = None) -> Verdicts:
    """The last word on each norm. Raises Fault naming file and line."""
    return {(each.provision, each.start, each.was): each for each in every(file)}


def every(file: Path | None = None) -> Iterator[Verdict]:
    """All words ever said, oldest first. Raises Fault naming file and line."""
    path = file or home() / FILE
    for number, line in enumerate(path.read_bytes().split(b"\n") if path.exists() else (), 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Verdict)
            except msgspec.DecodeError as error:
                raise Fault(f"{path}: line {number}: no review ({error}); mend or remove the line") from error


def text_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def reviewed(matter: Matter, said: Verdicts) -> Matter:
    """The matter with what people said of its norms; a rejected norm stays, marked, for whoever asks."""
    if not said or not matter.norms:
        return matter
    units = {(text.id, each.id): each.text for text in matter.texts for each in text.provisions}
    return replace(matter, norms=tuple(_judged(norm, units[norm.text, norm.provision], said) for norm in matter.norms))


def _judged(norm: Norm, text: str, said: Verdicts) -> Norm:
    verdict = said.get((text_hash(text), norm.start, norm.modality))
    if verdict is None:
        return norm
    binding = norm.host_duty if verdict.host_duty is None else verdict.host_duty
    rejected = verdict.state == ReviewState.REJECTED
    start, end = verdict.span or (norm.start, norm.end)
    return replace(
        norm,
        start=start,
        end=end,
        quote=text[start:end],
        modality=verdict.modality or norm.modality,
        bearer=verdict.bearer or norm.bearer,
        host_duty=binding and not rejected,
        duty=(verdict.duty or norm.duty) if binding and not rejected else None,
        review=Review(state=verdict.state, by=verdict.by, at=verdict.at, note=verdict.note),
    )


def found(words: str, text: str, near: int) -> tuple[int, int] | None:
    """Where a provision has these words, whatever the spaces between them: the nearest place; None where it has not."""
    given = words.split()
    places = re.finditer(r"\s+".join(map(re.escape, given)), text) if given else ()
    return min((place.span() for place in places), key=lambda span: abs(span[0] - near), default=None)

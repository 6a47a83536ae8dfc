"""Which tags a person should look at, and why: where rule and model disagree, what is new, and a random tenth."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from crawlers.matter import Matter, Norm, Text
from crawlers.vocabulary import Duty, Origin, ReviewState
from nlp.review import Verdict, text_hash

DOUBT = 0.25
MIDDLE = 0.45, 0.55
RANDOM = "random tenth"


class Waiting(NamedTuple):
    """A norm of a text that nobody has judged; `reason` is empty where nothing speaks against it."""

    matter: Matter
    text: Text
    norm: Norm
    reason: str


def queue(
    matters: Iterable[Matter], said: Collection[Verdict] = (), asked: tuple[str, int] = ("", -1)
) -> list[Waiting]:
    """The norm at `asked` (provision and start) first, then those with a reason, then other duties of hosts."""
    found = list(_waiting(matters, said, asked[0]))
    return sorted(
        found,
        key=lambda one: (
            (one.norm.provision, one.norm.start) != asked,
            one.norm.provision != asked[0],
            not one.reason,
            _odds(one.norm),
            one.matter.id,
            one.norm.provision,
            one.norm.start,
        ),
    )


def _waiting(matters: Iterable[Matter], said: Collection[Verdict], provision: str) -> Iterator[Waiting]:
    """A trigger or a bearer that nobody judged yet is new once: at the first norm that shows it."""
    known = {each.trigger for each in said} | {each.bearer_text.lower() for each in said}
    for matter in matters:
        texts = {text.id: text for text in matter.texts}
        for norm in matter.norms:
            if norm.review.state != ReviewState.UNREVIEWED or norm.text not in texts:
                continue
            reason = why(matter, norm) or _new(norm, known)
            if reason or norm.host_duty or norm.exemption or norm.provision == provision:
                yield Waiting(matter, texts[norm.text], norm, reason)


def why(matter: Matter, norm: Norm) -> str:
    """Why a norm waits for a person; empty when it need not."""
    if _odds(norm) < DOUBT:
        return "the rule and the model disagree"
    if MIDDLE[0] <= _odds(norm) <= MIDDLE[1]:
        return "a score near the middle"
    if norm.host_duty and norm.duty == Duty.OTHER:
        return "a host's duty that no cue names"
    if norm.derived_from:
        return "derived from a right or from a duty of a state"
    if norm.host_duty and not norm.bearer_text:
        return "a host's duty whose bearer is implied"
    tenth = int(text_hash(f"{matter.id} {norm.text} {norm.provision} {norm.start}")[:8], 16) % 10 == 0
    return RANDOM if tenth else ""


def _new(norm: Norm, known: set[str]) -> str:
    if not norm.host_duty:
        return ""
    trigger, bearer = norm.evidence[0].rule if norm.evidence else "", norm.bearer_text.lower()
    fresh = ("a trigger" if trigger not in known else "") or ("a bearer" if bearer not in known else "")
    known |= {trigger, bearer}
    return f"{fresh} that nobody has judged yet" if fresh else ""


def _odds(norm: Norm) -> float:
    """What the model says, where one has weighed the words; else the rule's own score."""
    return next(
        (each.score for each in norm.evidence if each.origin == Origin.MODEL and each.score is not None), norm.score
    )

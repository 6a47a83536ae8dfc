"""Tags as people corrected them: what a person said of a tag is laid over the record whenever it is read."""

from msgspec.structs import replace

from crawlers.matter import Matter, Norm, Review
from crawlers.vocabulary import ReviewState
from dashboard import private

ANSWERS = {
    "right": ("The rule is right", ReviewState.ACCEPTED),
    "else": ("It is something else", ReviewState.CORRECTED),
    "nothing": ("There is nothing here", ReviewState.REJECTED),
}


def subject(matter: str, norm: Norm) -> str:
    """Names a tag for ever: its words in their provision, and what it says."""
    return f"{matter}#{norm.text}#{norm.provision}#{norm.start}-{norm.end}#{norm.modality}"


def laid(matter: Matter) -> Matter:
    """With the reviews of its tags; rejected ones are left out."""
    said = private.newest("review")
    if not said or not matter.norms:
        return matter
    norms = (_one(norm, said.get(subject(matter.id, norm))) for norm in matter.norms)
    return replace(matter, norms=tuple(norm for norm in norms if norm.review.state is not ReviewState.REJECTED))


def _one(norm: Norm, said: private.Kept | None) -> Norm:
    if said is None or said.body["answer"] not in ANSWERS:
        return norm
    state = ANSWERS[said.body["answer"]][1]
    return replace(norm, review=Review(state=state, by=said.role, at=said.at, note=said.body.get("note", "")))

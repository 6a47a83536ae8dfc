"""The laws whose duties may bind a profile, those of which it cannot be said, and those the register leaves out."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.matter import Matter, Norm
from crawlers.sample import PLACE
from crawlers.vocabulary import Bearer, Kind, LinkKind, Status
from index.binding.profile import Profile
from index.binding.verdict import Outcome, Verdict, verdict
from index.records import Records
from nlp.scores.cutoffs import WATCH

LAWS = {Kind.ACT, Kind.REGULATION}
STAND = {
    Status.ENACTED, Status.GRACE_PERIOD, Status.IN_FORCE, Status.PARTLY_IN_FORCE, Status.CHALLENGED, Status.UNKNOWN,
}  # fmt: skip


def binding(records: Records, profile: Profile) -> Iterator[Matter]:
    """Laws of the records that bind the profile, with the duties that fall on it and no others."""
    for matter, told in _judged(records, profile):
        if told.outcome is Outcome.APPLIES:
            ours = {duty for group in told.groups if group.outcome is not Outcome.EXEMPT for duty in group.duties}
            yield replace(matter, norms=tuple(norm for norm in matter.norms if norm in ours))


def undetermined(records: Records, profile: Profile) -> list[tuple[Matter, Verdict]]:
    """Laws that may bind the profile: facts are missing, which the verdict names."""
    return [one for one in _judged(records, profile) if one[1].outcome is Outcome.UNDETERMINED]


def _judged(records: Records, profile: Profile) -> Iterator[tuple[Matter, Verdict]]:
    """A corrigendum repeats the act that it corrects, where the duty is."""
    for card in _found(records):
        if not corrected(card) and not hardly(card) and (matter := records.get(card.id)):
            yield matter, verdict(matter, profile)


def left_out(records: Records) -> list[Matter]:
    """Cards in which a duty of hosts was found that the register leaves out: corrigenda, and what is hardly about hosts."""
    return [card for card in _found(records) if corrected(card) or hardly(card)]


def _found(records: Records) -> Iterator[Matter]:
    """Cards of real laws that stand and have a duty of hosts."""
    for card in records.cards():
        real = card.kind in LAWS and card.status in STAND and card.jurisdiction != PLACE
        if real and any(map(falls_on_hosts, card.norms)):
            yield card


def corrected(matter: Matter) -> tuple[str, ...]:
    """The acts that this one corrects; nothing where it is no corrigendum."""
    return tuple(link.target for link in matter.links if link.kind is LinkKind.CORRECTS)


def hardly(matter: Matter) -> bool:
    """As a whole about something else than hosts, so that the few words which seem to bind them were most likely misread."""
    return matter.relevance is not None and matter.relevance.score < WATCH


def falls_on_hosts(norm: Norm) -> bool:
    """Of a host, or derived from what another owes; what States alone must do binds nobody else."""
    return norm.host_duty and (norm.bearer is Bearer.HOST or bool(norm.derived_from))

"""How a norm differs from what it was: shall becomes may, 24 hours become 3, who is caught, what it costs, who is left out."""

from collections.abc import Iterator

from crawlers.matter import Norm
from crawlers.vocabulary import Modality
from index import words
from index.differences import printed
from index.differences.clauses import carves
from index.differences.counting import known
from index.differences.kinds import Label, NormChange
from index.differences.limits import limits
from index.differences.pairing import DEONTIC, Group
from index.differences.reworded import Sides, reworded

# what is told beside figures, and beside shall that became may; other words may be those of what was told
_BESIDE = {Label.BOUND, Label.CONDITION, Label.COUNTED_FROM}


def differences(group: Group, sides: Sides) -> list[NormChange]:
    """Nothing where both stand in the same words."""
    before, after = group.before[0], group.after[0]
    was, now = sides.here.sentences(group.before), sides.there.sentences(group.after)
    if printed.same(was, now, sides.there.language):
        return []
    other = _other_kind(before, after) if len(group.before) == len(group.after) == 1 else None
    if other and other.label is not Label.MODALITY:
        return [other]
    found = [*([other] if other else ()), *_values(group, sides, was, now)]
    return [*found, *(one for one in reworded(group, sides) if not found or one.label in _BESIDE)]


def _values(group: Group, sides: Sides, was: str, now: str) -> Iterator[NormChange]:
    """Times, thresholds, penalties and who is left out."""
    before, after, here, there = group.before[0], group.after[0], sides.here, sides.there
    fined = _fined(was, now, before, after, here.language)
    for label, one, other in (
        *limits(was, here, now, there),
        *(list(_carves(was, now, here.language)) or _exempt(before, after)),
    ):
        holders = here.holder(group.before, one), there.holder(group.after, other)
        yield _change(_label(label, fined, one, other), one, other, *holders)


def _other_kind(before: Norm, after: Norm) -> NormChange | None:
    """Shall becomes may; or what a host had to do is somebody else's now."""
    if before.modality is not after.modality and {before.modality, after.modality} <= DEONTIC:
        return _change(Label.MODALITY, before.modality, after.modality, before, after)
    others = before.bearer is not after.bearer and words.exact(before.bearer_text) != words.exact(after.bearer_text)
    if before.host_duty != after.host_duty and others:
        label = Label.NEW_DUTY if after.host_duty else Label.DUTY_GONE
        return _change(label, before.quote, after.quote, before, after)
    return None


def _change(label: Label, was: str, now: str, before: Norm, after: Norm) -> NormChange:
    return NormChange(label=label, was=was, now=now, before=before, after=after)


def _fined(was: str, now: str, before: Norm, after: Norm, language: str) -> bool:
    """Does the norm speak of a penalty?"""
    if before.penalty or after.penalty or Modality.PENALTY in {before.modality, after.modality}:
        return True
    given = known(language)
    said = f" {' '.join(words.exact(f'{was} {now}'))} "
    return given is not None and any(f" {fine} " in said for fine in given.fines)


def _label(label: Label, fined: bool, was: str, now: str) -> Label:
    """A sum is a penalty where the norm speaks of one, else what decides who is caught; a term alone in a penalty is one."""
    if label is Label.PENALTY and not fined:
        return Label.THRESHOLD
    return Label.PENALTY if label in {Label.SHORTER, Label.LONGER} and fined and not (was and now) else label


def _carves(was: str, now: str, language: str) -> Iterator[tuple[Label, str, str]]:
    """Clauses that leave somebody out (other than, unless …), in one of the versions alone."""
    old, new = (carves(text, language) for text in (was, now))
    if not old:
        yield from ((Label.EXEMPT, "", clause) for clause in new)
    if not new:
        yield from ((Label.EXEMPTION_GONE, clause, "") for clause in old)


def _exempt(before: Norm, after: Norm) -> list[tuple[Label, str, str]]:
    """The tagger read whom the norm itself leaves out."""
    was, now = ((norm.exemption.kind, norm.exemption.text) if norm.exemption else ("", "") for norm in (before, after))
    if was[0] == now[0]:
        return []
    return [(Label.EXEMPT if now[0] else Label.EXEMPTION_GONE, was[1], now[1])]

"""What changed in law between two versions: duties new or gone, times, thresholds, exemptions, penalties."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from crawlers.matter import Matter, Norm, Struct, Text
from index import diff

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_HOURS = (8766.0, 730.5, 168.0, 24.0, 1.0, 1 / 60)
_COUNTS = ("metric", "operator", "value", "unit", "kind", "amount", "currency", "percentage", "basis")


class Label(StrEnum):
    NEW_DUTY = "new_duty"
    DUTY_GONE = "duty_gone"
    SHORTER = "shorter"
    LONGER = "longer"
    THRESHOLD = "threshold"
    EXEMPT = "exempt"
    EXEMPTION_GONE = "exemption_gone"
    PENALTY = "penalty"
    MODALITY = "modality"


class NormChange(Struct, frozen=True, kw_only=True):
    """One difference: `was` and `now` are the words that differ (24 hours, 3 hours), or the whole quotes."""

    label: Label
    was: str = ""
    now: str = ""
    before: Norm | None = None
    after: Norm | None = None


def compare(old: Text, before: Matter, new: Text, after: Matter) -> list[NormChange]:
    """Only where the words of a provision differ: another tagger is no other law."""
    partners = diff.match(old.provisions, new.provisions)
    old_words = {one.id: diff.plain(one) for one in old.provisions}
    new_words = {one.id: diff.plain(one) for one in new.provisions}
    was, now = _by_provision(before, old.id), _by_provision(after, new.id)
    found: list[NormChange] = []
    for id, said in new_words.items():
        other = partners.get(id, "")
        if old_words.get(other) != said:
            found += _pairs(was.get(other, []), now.get(id, []))
    for id in old_words.keys() - set(partners.values()):
        found += _pairs(was.get(id, []), [])
    return found


def _by_provision(matter: Matter, text: str) -> dict[str, list[Norm]]:
    found: dict[str, list[Norm]] = {}
    for norm in matter.norms:
        if norm.text == text:
            found.setdefault(norm.provision, []).append(norm)
    return found


def _pairs(before: Sequence[Norm], after: Sequence[Norm]) -> Iterator[NormChange]:
    """Norms of one provision with those they became: same duty, modality and bearer first, then in order."""
    old, left = list(before), []
    for norm in after:
        partner = next((one for one in old if _is(one) == _is(norm)), None)
        if partner is None:
            left.append(norm)
            continue
        old.remove(partner)
        yield from _differences(partner, norm)
    for norm in left:
        partner = next((one for one in old if one.duty == norm.duty and one.bearer == norm.bearer), None)
        if partner is not None:
            old.remove(partner)
            yield NormChange(label=Label.MODALITY, was=partner.modality, now=norm.modality, before=partner, after=norm)
        elif norm.host_duty:
            yield NormChange(label=Label.NEW_DUTY, now=norm.quote, after=norm)
        elif norm.modality == "exemption":
            yield NormChange(label=Label.EXEMPT, now=norm.quote, after=norm)
    for norm in old:
        if norm.host_duty:
            yield NormChange(label=Label.DUTY_GONE, was=norm.quote, before=norm)
        elif norm.modality == "exemption":
            yield NormChange(label=Label.EXEMPTION_GONE, was=norm.quote, before=norm)


def _is(norm: Norm) -> tuple[object, ...]:
    return norm.duty, norm.modality, norm.bearer, norm.host_duty


def _differences(before: Norm, after: Norm) -> Iterator[NormChange]:
    both = {"before": before, "after": after}
    was, now = (norm.deadline.text if norm.deadline else "" for norm in (before, after))
    old, new = (hours(norm.deadline.duration) if norm.deadline else None for norm in (before, after))
    if old != new:
        shorter = new is not None and (old is None or new < old)
        yield NormChange(label=Label.SHORTER if shorter else Label.LONGER, was=was, now=now, **both)
    if _figures(before.threshold) != _figures(after.threshold):
        yield NormChange(label=Label.THRESHOLD, was=_words(before.threshold), now=_words(after.threshold), **both)
    if _figures(before.penalty) != _figures(after.penalty):
        yield NormChange(label=Label.PENALTY, was=_words(before.penalty), now=_words(after.penalty), **both)
    if _figures(before.exemption) != _figures(after.exemption):
        label = Label.EXEMPT if after.exemption else Label.EXEMPTION_GONE
        yield NormChange(label=label, was=_words(before.exemption), now=_words(after.exemption), **both)


def _figures(part: object) -> tuple[object, ...] | None:
    """What counts of a threshold, penalty or exemption: its figures, not where they stand."""
    return tuple(getattr(part, name, None) for name in _COUNTS) if part else None


def _words(part: object) -> str:
    return str(getattr(part, "text", ""))


def hours(duration: str) -> float | None:
    """Hours of an ISO 8601 duration, for comparing; months and years at their mean length."""
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        return None
    return sum(int(number) * length for number, length in zip(found.groups(), _HOURS, strict=True) if number)

"""Work out whether a law binds a profile: applies, exempt or undetermined, with every step and what is missing."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from crawlers.matter import Matter, Norm, Struct
from index.binding import scope, steps
from index.binding.profile import Profile
from index.binding.steps import Answer, Step


class Outcome(StrEnum):
    APPLIES = "applies"
    EXEMPT = "exempt"
    UNDETERMINED = "undetermined"


class Group(Struct, frozen=True, kw_only=True):
    """Duties that stand or fall together: those on one named class, or on all beyond one threshold."""

    label: str
    outcome: Outcome
    duties: tuple[Norm, ...]


class Verdict(Struct, frozen=True, kw_only=True):
    """`steps` in the order a lawyer would take them; `missing` names the facts that would decide it."""

    matter: str
    profile: str
    outcome: Outcome
    steps: tuple[Step, ...]
    groups: tuple[Group, ...] = ()
    missing: tuple[str, ...] = ()


def verdict(matter: Matter, profile: Profile) -> Verdict:
    """Read from the norms of the matter's newest text in its own language; a law without tagged duties decides nothing."""
    norms = scope.newest(matter)
    duties = [norm for norm in norms if norm.host_duty]
    carved = [steps.exemption(norm, profile) for norm in norms if norm.exemption and scope.whole(matter, norm)]
    if any(step.answer is Answer.YES for step in carved):
        return _said(matter, profile, Outcome.EXEMPT, carved)
    if not duties:
        return _said(matter, profile, Outcome.UNDETERMINED, [*carved, steps.nothing_found(matter)])
    gates = [gate for norm in norms if norm.threshold for gate in scope.gates(matter, norm, duties)]
    groups, told = [], list(carved)
    for group in _groups(matter, profile, duties, gates):
        groups.append(group[0])
        told += group[1]
    return _said(matter, profile, _together(groups, carved), told, groups)


def _groups(
    matter: Matter, profile: Profile, duties: Sequence[Norm], gates: Sequence[scope.Gate]
) -> Iterator[tuple[Group, list[Step]]]:
    """Duties beyond each threshold, then the rest by the class they fall on."""
    gated: set[Norm] = set()
    for gate in gates:
        step = steps.threshold(gate.norm, profile, matter.jurisdiction)
        gated |= set(gate.duties)
        if gate.duties:
            yield Group(label=gate.label, outcome=_outcome(step.answer), duties=gate.duties), [step]
    for name, norms in scope.by_class([duty for duty in duties if duty not in gated]).items():
        step = steps.bearer(name, norms[0], profile)
        yield Group(label=step.question, outcome=_outcome(step.answer), duties=tuple(norms)), [step]


def _outcome(answer: Answer) -> Outcome:
    return {Answer.YES: Outcome.APPLIES, Answer.NO: Outcome.EXEMPT, Answer.UNKNOWN: Outcome.UNDETERMINED}[answer]


def _together(groups: Sequence[Group], carved: Sequence[Step]) -> Outcome:
    """One group that applies is enough, unless an exemption of the whole law is still open."""
    outcomes = {group.outcome for group in groups}
    if any(step.answer is Answer.UNKNOWN for step in carved):
        return Outcome.UNDETERMINED
    for outcome in (Outcome.APPLIES, Outcome.UNDETERMINED):
        if outcome in outcomes:
            return outcome
    return Outcome.EXEMPT


def _said(
    matter: Matter, profile: Profile, outcome: Outcome, told: Sequence[Step], groups: Sequence[Group] = ()
) -> Verdict:
    missing = dict.fromkeys(step.missing for step in told if step.missing)
    return Verdict(
        matter=matter.id,
        profile=profile.id,
        outcome=outcome,
        steps=tuple(dict.fromkeys(told)),
        groups=tuple(groups),
        missing=tuple(missing),
    )

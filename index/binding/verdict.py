"""Work out whether a law binds a profile: applies, exempt or undetermined, with every step and what is missing."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from crawlers.matter import Matter, Norm, Struct
from crawlers.vocabulary import Duty, Modality
from index.binding import scope, steps
from index.binding.limits import limit
from index.binding.profile import Profile
from index.binding.steps import Answer, Step
from index.binding.terms import classes
from index.phrase import Phrase


class Outcome(StrEnum):
    APPLIES = "applies"
    EXEMPT = "exempt"
    UNDETERMINED = "undetermined"


class Test(NamedTuple):
    """A question that duties stand under: those within reach, or all; YES to a carve leaves us out."""

    step: Step
    reach: Callable[[Norm], bool] | None
    carve: bool = False


_INVERSE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}
BINDS = {Modality.OBLIGATION, Modality.PROHIBITION}


class Group(Struct, frozen=True, kw_only=True):
    """Duties that stand or fall together: those on one named class, or on all beyond one threshold."""

    label: str
    outcome: Outcome
    duties: tuple[Norm, ...]


class Verdict(Struct, frozen=True, kw_only=True):
    """`steps` in the order a lawyer would take them; `lacking` names the facts that would decide it."""

    matter: str
    profile: str
    outcome: Outcome
    steps: tuple[Step, ...]
    groups: tuple[Group, ...] = ()
    lacking: tuple[Phrase, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(map(str, self.lacking))


def verdict(matter: Matter, profile: Profile) -> Verdict:
    """Read from the norms of the matter's newest text in its own language; a law without tagged duties decides nothing."""
    norms = scope.newest(matter)
    read = scope.ground(matter, norms)
    carves = list(_carves(norms, read, profile))
    free = [carve.step for carve in carves if carve.reach is None]
    if any(step.answer is Answer.YES for step in free):
        return _said(matter, profile, Outcome.EXEMPT, free)
    duties = [norm for norm in norms if norm.host_duty and norm.modality in BINDS]
    if not duties:
        return _said(matter, profile, Outcome.UNDETERMINED, [*free, steps.nothing_found(matter)])
    tests = [*carves, *_gates(norms, read, profile, matter.jurisdiction)]
    groups, told = _grouped(duties, tests, read, profile)
    return _said(matter, profile, _together(groups), [*free, *told], groups)


def _carves(norms: Sequence[Norm], read: scope.Ground, profile: Profile) -> Iterator[Test]:
    for norm in norms:
        if words := scope.excluding(norm, read):
            step = steps.exemption(replace(norm, quote=words), profile)
            if step:
                yield Test(step=step, reach=scope.reach(norm, read), carve=True)


def _gates(norms: Sequence[Norm], read: scope.Ground, profile: Profile, place: str) -> Iterator[Test]:
    for norm in norms:
        if found := limit(norm):
            reach = (lambda duty, own=norm: duty is own) if norm.host_duty else scope.reach(norm, read)
            yield Test(step=steps.threshold(norm, found, profile, place), reach=reach)


def _grouped(
    duties: Sequence[Norm], tests: Sequence[Test], read: scope.Ground, profile: Profile
) -> tuple[list[Group], list[Step]]:
    """Duties that fall on one class and stand under the same tests are one group, with every step it took."""
    groups: dict[tuple[str, tuple[int, ...]], list[Norm]] = {}
    for duty in duties:
        under = tuple(number for number, test in enumerate(tests) if test.reach is None or test.reach(duty))
        groups.setdefault((scope.bound(duty, read), under), []).append(duty)
    made, told = [], []
    for (name, under), norms in groups.items():
        bearer = steps.bearer(name, _clearest(name, norms), profile)
        mine = [bearer, *(tests[number].step for number in under)]
        made.append(
            Group(label=mine[-1].question, outcome=_outcome(bearer, [tests[n] for n in under]), duties=tuple(norms))
        )
        told += mine
    return made, told


def _clearest(name: str, norms: Sequence[Norm]) -> Norm:
    """The duty to quote: one whose own words name the class, and that is a duty we know."""
    return min(norms, key=lambda norm: (name not in classes(norm.bearer_text or norm.quote), norm.duty is Duty.OTHER))


def _outcome(bearer: Step, under: Sequence[Test]) -> Outcome:
    """Bound only when we are of the class, beyond every number and left out by nothing."""
    answers = [bearer.answer, *(_INVERSE[test.step.answer] if test.carve else test.step.answer for test in under)]
    if Answer.NO in answers:
        return Outcome.EXEMPT
    return Outcome.UNDETERMINED if Answer.UNKNOWN in answers else Outcome.APPLIES


def _together(groups: Sequence[Group]) -> Outcome:
    """One group that applies is enough."""
    outcomes = {group.outcome for group in groups}
    for outcome in (Outcome.APPLIES, Outcome.UNDETERMINED):
        if outcome in outcomes:
            return outcome
    return Outcome.EXEMPT


def _said(
    matter: Matter, profile: Profile, outcome: Outcome, told: Sequence[Step], groups: Sequence[Group] = ()
) -> Verdict:
    lacking = dict.fromkeys(step.lacks for step in told if step.lacks)
    return Verdict(
        matter=matter.id,
        profile=profile.id,
        outcome=outcome,
        steps=tuple(dict.fromkeys(told)),
        groups=tuple(groups),
        lacking=tuple(lacking),
    )

"""How far a bill of Congress has come, by its actions: through one chamber, through both in the same words, into law."""

import re
from collections.abc import Sequence

from crawlers.places.us.congress import Action, happened
from crawlers.vocabulary import EventKind, Status

_PRESENTED = re.compile(
    r"Presented to (?:the )?President|Cleared for (?:the )?White House|^Enrolled Measure|^Measure [Ss]igned"
)
_OVERRIDDEN = re.compile(r"(?i)passed (house|senate) over veto")
_STOOD = re.compile(r"(?i)failed of passage in (?:house|senate) over veto|veto sustained")
_REPLACED = re.compile(r"^Laid on the table\b.*\bSee\b")
_IN = re.compile(r"(?i)\b(?:passed|agreed to)(?: in)?(?: the)? (house|senate)\b")
_OF_HOUSE = re.compile(r"House|H\.|suspend the rules|Roll no|^On (?:passage|agreeing)")
_RECEIVED = re.compile(
    r"^Received in the (?:Senate|House)|^Message on (?:Senate|House) action sent to|^Held at the desk"
    r"|^(?:House|Senate) (?:dis)?agree[ds]? to (?:the )?(?:Senate|House) amendment|^(?:House|Senate) agreed to conference report"
)
_AMENDED = re.compile(r"(?i)with (?:an |\d+ )?amendments?\b|\bas amended\b|\(amended\)")
_SETTLED = re.compile(
    r"(?i)agree(?:d|s|ing)? to (?:the )?(?:senate|house) amendments?\b(?!.*\bwith (?:an )?amendment)"
    r"|(?:senate|house) agree[ds]? to (?:the )?conference report|conference report agreed to|agreed to conference report"
)


def standing(actions: Sequence[Action], form: str, law: bool) -> tuple[Status, str, str]:
    """Status, and the words and day of the action that shows it."""
    steps = [(happened(action), action) for action in sorted(actions, key=lambda action: action.day)]
    told = dict(steps)
    passed = [action for kind, action in steps if kind is EventKind.PASSED_ONE_CHAMBER]
    presented = next((action for _, action in steps if _PRESENTED.search(action.words)), None)
    newest = steps[-1][1] if steps else Action("", "")
    vetoed = EventKind.VETOED in told or any(_STOOD.search(action.words) for _, action in steps)
    rules = (
        (law or EventKind.ENACTED in told, Status.ENACTED, told.get(EventKind.ENACTED, newest)),
        (vetoed and not _overridden(steps), Status.VETOED, told.get(EventKind.VETOED, newest)),
        (EventKind.SIGNED in told, Status.ENACTED, told.get(EventKind.SIGNED, newest)),
        (bool(_REPLACED.search(newest.words)), Status.MERGED, newest),
        (presented is not None, Status.PASSED, presented or newest),
        (_passed(passed, [action for _, action in steps], form), Status.PASSED, newest),
        (bool(passed) or _received(steps), Status.PASSED_ONE_CHAMBER, newest),
        (EventKind.WITHDRAWN in told, Status.WITHDRAWN, told.get(EventKind.WITHDRAWN, newest)),
        (EventKind.REJECTED in told, Status.REJECTED, told.get(EventKind.REJECTED, newest)),
        (EventKind.REPORTED in told, Status.REPORTED, newest),
        (told.keys() & {EventKind.REFERRED, EventKind.HEARING, EventKind.MEETING}, Status.COMMITTEE, newest),
        (EventKind.INTRODUCED in told, Status.INTRODUCED, newest),
    )
    status, action = next(((status, action) for holds, status, action in rules if holds), (Status.UNKNOWN, newest))
    return status, action.words, action.day


def _overridden(steps: list[tuple[EventKind, Action]]) -> bool:
    """By both chambers: one alone leaves the veto."""
    chambers = {found[1].lower() for _, action in steps if (found := _OVERRIDDEN.search(action.words))}
    return len(chambers) > 1


def _passed(passed: list[Action], actions: list[Action], form: str) -> bool:
    """By each chamber that it needs, in the same words: what the second amended goes back to the first."""
    if form in {"hres", "sres"} or not passed:
        return bool(passed)
    first = _chamber(passed[0])
    second = [action for action in passed if _chamber(action) != first]
    if not any(_AMENDED.search(action.words) for action in second):
        return bool(second)
    return any(action.day >= second[0].day and _SETTLED.search(action.words) for action in actions)


def _received(steps: list[tuple[EventKind, Action]]) -> bool:
    """Where only the newest action is told, its coming to the second chamber shows that the first has passed it."""
    return any(_RECEIVED.search(action.words) for _, action in steps)


def _chamber(action: Action) -> str:
    if said := _IN.search(action.words):
        return said[1].capitalize()
    return "House" if action.code.startswith(("8000", "H")) or _OF_HOUSE.search(action.words) else "Senate"

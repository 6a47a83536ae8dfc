"""What the words of actions on a bill of a state of the United States say: where it stands, and which bills go with it."""

import logging
import re
from collections.abc import Iterator

from crawlers.vocabulary import Status

_log = logging.getLogger(__name__)

# The first that is found counts: what ends a bill before what moves it, law before veto, both chambers before one.
_SAYS = (
    (r"\bamendments?\b.*\b(?:failed|rejected|withdrawn|adopted|tabled)\b|\b(?:motion|reconsider\w*)\b.*\b(?:failed|lost|rejected|withdrawn)\b", Status.UNKNOWN),
    (r"\boverrid(?:e|den)\b(?!.*\bfail)", Status.UNKNOWN),  # one chamber alone does not override
    (r"\bline[- ]item veto", Status.ENACTED),
    (r"\bveto(?:ed)?\b", Status.VETOED),
    ((r"\b(?:approved|signed) by (?:the )?gov(?:ernor|\b)|\bgovernor(?:'s)? (?:approved|signed|action:? signed)|\bsigned into law\b"
     r"|\bwithout (?:the )?(?:governor's )?signature\b|\bbecame (?:public |private )?law\b|\bpublic (?:law|act|chapter)\b|\bsession laws?\b"
     r"|\bchap(?:ter)?\.? ?(?:no\.? ?)?\d|\bchaptered\b|\bchapter (?:ed\b|no\b|text\b)|\bact (?:no\.? ?)?\d|^effective\b"), Status.ENACTED),
    (r"\b(?:enrolled|presented to (?:the )?governor|(?:sent|delivered|transmitted|forwarded|to) (?:to )?(?:the )?governor\b|passed both\b|house concurred|senate concurred)",
     Status.PASSED),
    (r"^(?:bill )?withdrawn\b(?! from (?!further))|\bwithdrawn (?:by|at the request of) (?:the )?(?:sponsor|author|patron|prime)|\bwithdrawn from further consideration",
     Status.WITHDRAWN),
    (r"^(?:died|sine die|session sine die|adjourned sine die)\b|\bdied (?:in|on|at|upon|pursuant)\b|^(?:laid on (?:the )?table|tabled)\b(?!.*subject to call)",
     Status.LAPSED),
    ((r"\bindefinitely postponed\b|\bpostponed indefinitely\b|\binexpedient to legislate\b|^(?:bill )?failed\b"
     r"|\bfailed (?:to pass|on|in|of|final|third|passage|enactment|to be adopted)\b|\bdefeated\b|\bdid not pass\b"), Status.REJECTED),
    (r"\bpassed (?:the )?(?:house|senate|assembly)\b|\bthird reading:? passed\b|\bpassed (?:on )?(?:3rd|third) reading\b|\bread (?:a )?third time and passed\b",
     Status.PASSED_ONE_CHAMBER),
    (r"\bdo pass\b|^(?:reported|ought to pass|favorable report|committee report|placed on)\b|\breported (?:favorably|out|from|do pass)\b|\bon (?:\w+ )?calendar\b",
     Status.REPORTED),
    (r"\b(?:re)?-?(?:referred|assigned|committed) to\b|\bhearing\b|\bin committee\b|\bcommittee on\b|^(?:now )?in \w+|\bagenda\b", Status.COMMITTEE),
    (r"\bintroduced\b|\b(?:first|1st) reading\b|\bread (?:the )?first\b|\bpre-?filed\b|^filed\b|\bread first time\b", Status.INTRODUCED),
)  # fmt: skip
_TOGETHER = re.compile(r"(?i)(?:companion|identical|similar|substituted|cross-?filed|same as|refer to)\b[^.]*")
_BILL = re.compile(r"(?<![\w-])(?:[CS]{1,3}/)*([HSA](?:[BRMFJ]|[JC][RM])) ?(\d+(?:-[A-Z])?)\b")
_PATTERNS = tuple((re.compile(words, re.IGNORECASE), status) for words, status in _SAYS)


def standing(words: str, passed: bool) -> Status:
    """Unknown, loudly, for words that say nothing we know; a bill that has `passed` somewhere is at least that far."""
    found = next((status for pattern, status in _PATTERNS if pattern.search(words)), None)
    if passed and found in {None, Status.UNKNOWN, Status.REPORTED, Status.COMMITTEE, Status.INTRODUCED}:
        return Status.PASSED_ONE_CHAMBER
    if words and found is None:
        _log.warning("an action of a state that says not where its bill stands: %r", words[:80])
    return found or Status.UNKNOWN


def together(words: str) -> Iterator[str]:
    """Numbers of the bills that it goes on with or gave way to: "Companion bill(s) passed, see CS/SB 12", "Substituted by HB 3"."""
    for said in _TOGETHER.findall(words):
        yield from (form + number for form, number in _BILL.findall(said))

"""What the words of actions on a bill of a state of the United States say: where it stands, and which bills go with it."""

import logging
import re
from collections.abc import Iterator

from crawlers.values.signs import Signs
from crawlers.vocabulary import Status

_log = logging.getLogger(__name__)

_SIGNS = Signs(__file__)
_TOGETHER = re.compile(r"(?i)(?:companion|identical|similar|substituted|cross-?filed|same as|refer to)\b[^.]*")
_BILL = re.compile(r"(?<![\w-])(?:[CS]{1,3}/)*([HSA](?:[BRMFJ]|[JC][RM])) ?(\d+(?:-[A-Z])?)\b")


def standing(words: str, passed: bool) -> Status:
    """Unknown, loudly, for words that say nothing we know; a bill that has `passed` somewhere is at least that far."""
    sign = _SIGNS.find(words)
    found = sign.status if sign else Status.UNKNOWN
    if passed and found in {Status.UNKNOWN, Status.REPORTED, Status.COMMITTEE, Status.INTRODUCED}:
        return Status.PASSED_ONE_CHAMBER
    if words and not sign:
        _log.warning("an action of a state that says not where its bill stands: %r", words[:80])
    return found


def merged(words: str) -> bool:
    """Did the bill give way to another one, which went on with its words?"""
    sign = _SIGNS.find(words)
    return sign is not None and sign.status is Status.MERGED


def together(words: str) -> Iterator[str]:
    """Numbers of the bills that it goes on with or gave way to: "Companion bill(s) passed, see CS/SB 12", "Substituted by HB 3"."""
    for said in _TOGETHER.findall(words):
        yield from (form + number for form, number in _BILL.findall(said))

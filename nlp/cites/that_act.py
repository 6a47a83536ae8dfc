"""References by "that Directive" and its like: to the last act of that kind named before them."""

import re
from collections.abc import Iterator, Sequence

from nlp.cites.places import begins
from nlp.cites.reference import Reference

_THAT = (
    r"(?:that|the\ssaid|(?:de\s)?ladite|(?:du)?dit|de\scette|de\sce|jener?|jenes|der\sgenannten|des\sgenannten|de\sdicha|de\sdicho|dicha|dicho|"
    r"(?:di\s)?tale|della\sdetta|del\sdetto|della\ssuddetta|del\ssuddetto|della\scitata|del\scitato|da\sreferida|do\sreferido|dessa|desse|da\scitada)"
)
_KINDS = {
    "directive": r"[Dd]irective|[Rr]ichtlinie|[Dd]irectiva|[Dd]irettiva|[Dd]iretiva",
    "regulation": r"Regulation|Verordnung|[Rr]èglement|[Rr]eglamento|[Rr]egolamento|[Rr]egulamento",
    "decision": r"Decision|Beschlusses|[Dd]écision|[Dd]ecisión|[Dd]ecisione|[Dd]ecisão",
    "act": r"Act|[Ll]oi|[Ll]ey|[Ll]egge|[Ll]ei|Gesetzes",
}
_AGAIN = re.compile(rf"(?<!\w){_THAT}\s(?:{'|'.join(f'(?P<{kind}>{names})' for kind, names in _KINDS.items())})(?!\w)")
_NAMES = {kind: re.compile(rf"\b(?:{names})", re.IGNORECASE) for kind, names in _KINDS.items()}


def again(text: str, found: Sequence[Reference]) -> Iterator[Reference]:
    """Only with a place in the act, "Article 5 of that Directive"; nothing where no such act was named before."""
    for words in _AGAIN.finditer(text) if found else ():
        start = _place(text, words.start())
        named = _NAMES[str(words.lastgroup)]
        before = [each for each in found if each.end <= start and named.search(text, each.start, each.end)]
        if before and start < words.start():
            yield Reference(start, words.end(), before[-1].target, "ref.again")


def _place(text: str, start: int) -> int:
    """The place before, with "of" between in some languages and inside of the words themselves in others."""
    return min(begins(text, start), begins(text, start, bare=True))

"""What is refused of a query that cannot be parsed: signs that stand alone, what others write for ours, a missing word."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct
from index import words
from index.phrase import Phrase as Sentence
from index.phrase import phrase
from index.query import BadQuery

DEEPEST = 40
_CLOSES = {")": "(", "]": "[", "}": "{"}
# what says nothing of signs: words in quotation marks, and a sign behind a backslash
_SAID = re.compile(r'\\.|"[^"]*"')
_RANGE = re.compile(r"[\[{]\s*\S+\s+TO\s+\S+?\s*[\]}]")
# a weight right behind what it weighs
_WEIGHT = re.compile(r"(?<=[\w)\]}*~])(\^)(?:\d+(?:\.\d+)?|\.\d+)(?![\w.])")
_JOINS = re.compile(r"(?<!\S)(AND|OR|NOT)(?!\S)")


class _Facts(Struct, frozen=True, kw_only=True):
    """syntax.yaml."""

    operators: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]


@cache
def _known() -> _Facts:
    file = Path(__file__).with_name("syntax.yaml")
    return facts.convert(facts.load(file), _Facts, file.name, "syntax")


@cache
def _operators() -> dict[str, str]:
    return {written: ours for ours, listed in _known().operators.items() for written in listed}


@cache
def fields() -> dict[str, str]:
    """Our fields by their names elsewhere, folded."""
    return {words.fold(name): field for field, names in _known().fields.items() for name in names}


def refuse(text: str) -> None:
    """Raises BadQuery."""
    _refuse_open_quotation(text)
    signs = _SAID.sub(lambda found: "x" * len(found[0]), text)
    _refuse_brackets(signs)
    if empty := re.search(r"\(\s*\)", signs):
        told = phrase("nothing stands between these brackets; write words there, or take them out")
        raise BadQuery(told, empty.start())
    _refuse_ranges(signs)
    _refuse_signs_without_numbers(signs, text)
    _refuse_operators(signs, text)


def _refuse_signs_without_numbers(signs: str, text: str) -> None:
    """The parser would take the sign for nothing, and what stands behind it for another word."""
    weights = {found.end(1) - 1 for found in _WEIGHT.finditer(signs)}
    if other := next((found for found in re.finditer(r"\^", signs) if found.start() not in weights), None):
        raise BadQuery(phrase("a weight is a number above 0, up to 100: word^2"), other.start())
    if found := re.search(r"(?<=\w)~(?!\d*(?:\.\d+)?(?:[\s)^]|$))", signs):
        if text[found.start() - 1] == '"':
            raise BadQuery(phrase('words can be at most 100 apart: "near words"~5'), found.start())
        told = phrase("at most two letters can differ, in a word outside fields: word~1 or word~2")
        raise BadQuery(told, found.start())
    for found in re.finditer(r"~\d*\.\d*", signs):
        if text[found.start() - 1 : found.start()] == '"':
            raise BadQuery(phrase('how far words are apart is a whole number: "near words"~5'), found.start())


def _refuse_open_quotation(text: str) -> None:
    marks = [found.start() for found in re.finditer(r'\\.|"', text) if found[0] == '"']
    if len(marks) % 2:
        told = phrase('this quotation mark is not closed; add another " after the phrase')
        raise BadQuery(told, marks[-1])


def _refuse_brackets(signs: str) -> None:
    opened: list[int] = []
    for place, sign in enumerate(signs):
        if sign in "([{":
            opened.append(place)
        elif sign in _CLOSES and not (opened and _fits(signs[opened.pop()], sign)):
            raise BadQuery(phrase("this bracket closes none; write the other before it, or take it out"), place)
        if len(opened) > DEEPEST:
            raise BadQuery(phrase("more than {most} open brackets; write it flatter", most=DEEPEST), place)
    if opened:
        raise BadQuery(phrase("this bracket is not closed; write the other behind it, or take it out"), opened[-1])


def _fits(opened: str, closed: str) -> bool:
    """[2024 TO 2025} leaves one end out."""
    return _CLOSES[closed] == opened or (opened != "(" and closed != ")")


def _refuse_ranges(signs: str) -> None:
    ranges = [found.span() for found in _RANGE.finditer(signs)]
    for found in re.finditer(r"[\[{]", signs):
        if not any(start == found.start() for start, _ in ranges):
            told = phrase(
                "between these brackets stand two ends: date:[2024-01-01 TO 2024-12-31]; to group words write ( )"
            )
            raise BadQuery(told, found.start())


def _refuse_operators(signs: str, text: str) -> None:
    """Words only between others, and only where not all is in capitals."""
    tokens = list(re.finditer(r"[^\s()]+", signs))
    for at, found in enumerate(tokens):
        ours, word = _operators().get(_operator(found[0]), ""), repr(found[0])
        if not ours:
            continue
        if not found[0][:1].isalpha():
            raise BadQuery(phrase("for {word} write {operator}", word=word, operator=ours), found.start())
        if not text.isupper() and (at or ours == "NOT") and at < len(tokens) - 1:
            told = phrase("for {word} write {operator}; small letters make it a word", word=word, operator=ours)
            raise BadQuery(told, found.start())


def _operator(token: str) -> str:
    """NEAR/5 is NEAR/, and !law is !."""
    return "!" if re.match(r"!\w", token) else "NEAR/" if token.startswith("NEAR/") else token


def illegal(text: str, place: int) -> Sentence:
    """What to tell of a sign that the parser does not know."""
    sign = repr(text[place : place + 1])
    return phrase("{sign} means nothing here; put words with signs in quotation marks", sign=sign)


def unexpected(text: str, place: int) -> BadQuery:
    """What to tell of the place where the parser stopped."""
    for operator in _lonely(text, place):
        told = phrase("a word is missing beside {word}; small letters make it a word", word=repr(operator[0]))
        return BadQuery(told, operator.start())
    if place >= len(text):
        told = phrase('something is missing at the end; complete it, or put the words in "quotation marks"')
        return BadQuery(told, len(text))
    word = re.match(r"\w+|\W", text[place:])
    told = phrase(
        '{word} is not expected here; put the words in "quotation marks" if you mean them',
        word=repr(word[0]) if word else "",
    )
    return BadQuery(told, place)


def _lonely(text: str, place: int) -> Iterator[re.Match[str]]:
    """The operator that the parser missed a word beside, when it stopped at this place."""
    for found in _JOINS.finditer(text):
        if found.start() == place or not text[found.end() : place].strip(" ()"):
            yield found

"""From what luqum parses to the tree of index.query; whatever an engine could not run is refused here."""

import re
from difflib import get_close_matches
from typing import Any

import luqum.exceptions
import luqum.thread
from luqum import tree

from index import words
from index.phrase import Phrase as Sentence
from index.phrase import phrase
from index.queries import fields, unread
from index.query import All, Any_, BadQuery, Between, Boost, Fuzzy, Not, Part, Phrase, Prefix, Word

_PLACE = re.compile(r"at position (\d+)")
_STAR = re.compile(r"(?<!\\)(?:(?<=\w)\*|\*(?=\w))")
_LETTERS = re.compile(r"[^\W_]+")


def parse(text: str) -> Part | None:
    """Raises BadQuery."""
    unread.refuse(text)
    _refuse_exclusions(text)
    return _Reader().part(_parsed(text))


def _refuse_exclusions(text: str) -> None:
    if len(re.findall(r"\bNOT\b|!|(?<!\w)[-+](?=\S)", text)) > unread.DEEPEST:
        raise BadQuery(phrase("more than {most} exclusions; write a shorter list", most=unread.DEEPEST), 0)


def _parsed(text: str) -> Any:
    try:
        return luqum.thread.parse(text)
    except luqum.exceptions.IllegalCharacterError as error:
        raise BadQuery(unread.illegal(text, _position(error, text)), _position(error, text)) from error
    except (luqum.exceptions.ParseError, RecursionError, ValueError) as error:
        raise unread.unexpected(text, _position(error, text)) from error


def _position(error: Exception, text: str) -> int:
    found = _PLACE.search(str(error))
    return int(found[1]) if found else len(text)


def _no_field(name: str) -> Sentence:
    elsewhere = unread.fields().get(words.fold(name.lower()))
    if near := [elsewhere] if elsewhere else get_close_matches(name.lower(), fields.FIELDS, 1):
        return phrase("there is no field {name}; write {field}:", name=repr(name), field=near[0])
    return phrase(
        'there is no field {name}; fields are {fields}; words with a colon go in "…"',
        name=repr(name),
        fields=", ".join(fields.FIELDS),
    )


class _Reader:
    """From luqum's tree to ours; knows in which field it stands."""

    def __init__(self, field: str = "") -> None:
        self.field = field

    def part(self, item: Any) -> Part | None:
        """Raises BadQuery. None for a part that holds no word (a lone dash or section sign)."""
        readers = {
            tree.Word: self.word,
            tree.Phrase: self.phrase,
            tree.Proximity: self.near,
            tree.Fuzzy: self.fuzzy,
            tree.SearchField: self.search_field,
            tree.Range: self.range,
            tree.From: self.open,
            tree.To: self.open,
            tree.Group: self.inner,
            tree.FieldGroup: self.inner,
            tree.Plus: self.inner,
            tree.Not: self.exclude,
            tree.Prohibit: self.exclude,
            tree.Boost: self.boost,
            tree.OrOperation: self.any,
            tree.AndOperation: self.all,
            tree.UnknownOperation: self.all,
            tree.BoolOperation: self.all,
        }
        if type(item) not in readers:
            raise BadQuery(phrase("patterns between slashes are not supported; use word* or word~"), self.at(item))
        found: Part | None = readers[type(item)](item)
        return found

    def at(self, item: Any) -> int:
        return item.pos or 0

    def parts(self, items: Any) -> tuple[Part, ...]:
        return tuple(part for part in map(self.part, items) if part is not None)

    def inner(self, item: Any) -> Part | None:
        return self.part(item.children[0])

    def all(self, item: Any) -> Part | None:
        """Brackets around words that are all wanted change nothing."""
        read = self.parts(item.children)
        parts = tuple(inner for part in read for inner in (part.parts if isinstance(part, All) else (part,)))
        return All(parts) if len(parts) > 1 else next(iter(parts), None)

    def any(self, item: Any) -> Part | None:
        parts = self.parts(item.children)
        return Any_(parts) if len(parts) > 1 else next(iter(parts), None)

    def exclude(self, item: Any) -> Part | None:
        part = self.inner(item)
        return Not(part) if part is not None else None

    def boost(self, item: Any) -> Part | None:
        factor = float(item.force)
        if not 0 < factor <= 100:
            raise BadQuery(phrase("a weight is a number above 0, up to 100: word^2"), self.at(item))
        part = self.part(item.expr)
        return Boost(part, factor) if part is not None else None

    def word(self, item: Any) -> Part | None:
        text = item.value.replace("\\", "")
        if self.field:
            return fields.value(self.field, text, self.at(item))
        if text.endswith("?") and text.count("?") == 1:
            text = text[:-1]
        if text.endswith("*") and item.value[-2:-1] != "\\":
            return Prefix(self.single(text[:-1], item, "*"), self.at(item))
        if "*" in text or "?" in text:
            place = self.at(item) + re.search(r"[*?]", item.value).start()  # type: ignore[union-attr]
            told = phrase("* may stand only at the end of a word, and ? is not supported; use word* or word~")
            raise BadQuery(told, place)
        return Word(text, self.at(item)) if _LETTERS.search(text) else None

    def phrase(self, item: Any) -> Part | None:
        text = item.value[1:-1]
        if self.field:
            return fields.value(self.field, text, self.at(item))
        self.refuse_stars(text, item)
        return Phrase(text, 0, self.at(item)) if _LETTERS.search(text) else None

    def near(self, item: Any) -> Part | None:
        if int(item.degree) > 100:
            raise BadQuery(phrase('words can be at most 100 apart: "near words"~5'), self.at(item))
        text = item.term.value[1:-1]
        self.refuse_stars(text, item)
        return Phrase(text, int(item.degree), self.at(item)) if _LETTERS.search(text) else None

    def refuse_stars(self, text: str, item: Any) -> None:
        """A lone star, or one behind a backslash, is a sign like others."""
        if found := _STAR.search(text):
            told = phrase(
                "between quotation marks * stands for no letters; write the whole word, or word* without them"
            )
            raise BadQuery(told, self.at(item) + 1 + text.index("*", found.start()))

    def fuzzy(self, item: Any) -> Part | None:
        distance = float(1 if str(item).rstrip().endswith("~") else item.degree)
        if self.field or distance not in {0, 1, 2}:
            told = phrase("at most two letters can differ, in a word outside fields: word~1 or word~2")
            raise BadQuery(told, self.at(item))
        return Fuzzy(self.single(item.term.value, item, "~"), int(distance), self.at(item))

    def single(self, text: str, item: Any, sign: str) -> str:
        if len(text) < 2 or not _LETTERS.fullmatch(text):
            told = phrase("{sign} goes behind one word of two letters or more: libert{sign}", sign=sign)
            raise BadQuery(told, self.at(item))
        return text

    def search_field(self, item: Any) -> Part | None:
        name = item.name.lower()
        if name not in fields.FIELDS:
            raise BadQuery(_no_field(item.name), self.at(item))
        if self.field:
            told = phrase("a field cannot hold another; write {one}:… {other}:…", one=self.field, other=name)
            raise BadQuery(told, self.at(item))
        return _Reader(name).part(item.expr)

    def range(self, item: Any) -> Part | None:
        low, high = str(item.low.value), str(item.high.value)
        return self.between(low, high, item, (0 if item.include_low else 1, 0 if item.include_high else 1))

    def open(self, item: Any) -> Part | None:
        shut = 0 if item.include else 1
        value = str(item.a.value)
        if isinstance(item, tree.From):
            return self.between(value, "*", item, (shut, 0))
        return self.between("*", value, item, (0, shut))

    def between(self, low: str, high: str, item: Any, shut: tuple[int, int]) -> Part:
        if self.field not in fields.RANGES:
            told = phrase("only date, year and relevance have ranges: date:[2024-01-01 TO 2024-12-31]")
            raise BadQuery(told, self.at(item))
        lowest = fields.bound(self.field, low, self.at(item))[shut[0]] + shut[0] if low != "*" else 0
        highest = fields.bound(self.field, high, self.at(item))[1 - shut[1]] - shut[1] if high != "*" else 99_999_999
        if lowest > highest:
            told = phrase(
                "nothing lies between {low} and {high}; write the lower end first", low=repr(low), high=repr(high)
            )
            raise BadQuery(told, self.at(item))
        return Between(self.field, lowest, highest, self.at(item))

"""What a written word is, asked once a word and remembered: an adverb, a compound, a form of a noun or of a cue."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from nlp.grammar.conjugate import conjugated
from nlp.grammar.inflect import base, forms
from nlp.grammar.rules import Role, lexicon
from nlp.grammar.stems import fold, stem


class Met(dict[int, str]):
    """Lower-case words by their number in the vocabulary; those that were met and are adverbs, or compounds with a role."""

    def __init__(self, strings: Any, language: str) -> None:
        held = lexicon(language)
        self._strings = strings
        self._known = frozenset(held.grammar.adverbs)
        self._ends = tuple(each[1:] for each in held.grammar.adverbs if each.startswith("-"))
        self._endings = [(end, role) for role in held.roles for end in role.endings]
        self.adverbs: set[str] = set()
        self.compounds: dict[str, Role] = {}

    def __missing__(self, key: int) -> str:
        word = self[key] = str(self._strings[key])
        if word in self._known or word.endswith(self._ends):
            self.adverbs.add(word)
        if role := self._compound(word):
            self.compounds[word] = role
        return word

    def _compound(self, word: str) -> Role | None:
        """The role of a compound word by its longest ending."""
        fits = [
            (len(end), -i) for i, (end, _) in enumerate(self._endings) if word.endswith(end) and len(word) > len(end)
        ]
        return self._endings[-max(fits)[1]][1] if fits else None


class Forms(dict[tuple[int, str], bool]):
    """Whether a word is a form of an entry, by the number of that, and has not only the stem of one of its words."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._base, self._stem = cache(base(language)), cache(stem(language))
        self._roles: dict[int, Role] = {}
        self._nouns: dict[int, frozenset[str]] = {}
        self._cues: dict[int, Any] = {}
        self._said: dict[Any, frozenset[str]] = {}

    def learn_noun(self, key: int, role: Role, named: Iterable[str]) -> None:
        self._roles[key] = role
        # German takes Personen for Person, and Person for Perso: the noun as it is written counts too
        self._nouns[key] = frozenset(form for noun in named for form in (self._base(noun), fold(noun.lower())))

    def learn_cue(self, key: int, cue: Any, phrases: Iterable[str]) -> list[str]:
        """The verbs of the cue as laws command by them."""
        verbs = [form for phrase in phrases for form in conjugated(self._language, phrase)]
        said = {*forms(self._language, phrases), *map(fold, verbs)}
        self._cues[key] = cue
        self._said[cue] = self._said.get(cue, frozenset()) | said
        return verbs

    def __missing__(self, entry: tuple[int, str]) -> bool:
        key, word = entry
        self[entry] = self._is_noun(key, word) if key in self._nouns else self._is_said(key, word)
        return self[entry]

    def _is_noun(self, key: int, word: str) -> bool:
        return self._base(word) in self._nouns[key] or word.endswith(self._roles[key].endings)

    def _is_said(self, key: int, word: str) -> bool:
        said = self._said[self._cues[key]]
        return not said or not said.isdisjoint((self._base(word), self._stem(word), fold(word)))

"""Read texts as passages: words, sentences, and what the lexicon finds in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from nlp.grammar.conjugate import conjugated, parted
from nlp.grammar.described import modified
from nlp.grammar.hits import Hit, bearers, longest_cues, longest_first
from nlp.grammar.inflect import base, forms
from nlp.grammar.parted import joined
from nlp.grammar.passage import SERVICE, Passage
from nlp.grammar.rules import LANGUAGES, Role, lexicon
from nlp.grammar.sentences import starts
from nlp.grammar.spelling import spelled
from nlp.grammar.stems import fold, stem

PLACES = (*SERVICE, "sit", "sít", "portal", "págin", "web", "pl", "piattaform")
ALL = frozenset({"es", "pt"})  # whose “all” is a person in todos têm, and an article in todos os


def passages(texts: Iterable[str], language: str) -> Iterator[Passage]:
    """One passage a text, in order. Raises KeyError for a language without a lexicon."""
    pipeline = reader(language)
    for text in texts:
        yield pipeline.read(text)


NOISE = re.compile(r"\S{400,}")
LONGEST = 1500


class Lower(dict[int, str]):
    """Lower-case words by their number in the vocabulary, looked up once each."""

    def __init__(self, strings: Any) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = str(self._strings[key])
        return self[key]


class Reader:
    """The blank spaCy pipeline of a language with its two phrase matchers: triggers as written, nouns and cues by stem."""

    def __init__(self, language: str) -> None:
        import spacy
        from spacy.attrs import LENGTH, LOWER, NORM, SPACY
        from spacy.matcher import PhraseMatcher

        self.language = language
        self.nlp = spacy.blank(language)
        self.nlp.max_length = 10_000_000
        getters: Any = self.nlp.vocab
        getters.lex_attr_getters[NORM] = stem(language)
        self._entries: dict[int, Any] = {}
        self._compounds: dict[str, Role | None] = {}
        self._columns = [LOWER, LENGTH, SPACY]
        self._lower = Lower(self.nlp.vocab.strings)
        self._base, self._stem = cache(base(language)), cache(stem(language))
        self._small = frozenset(lexicon(language).grammar.determiners) if language in ALL else frozenset()
        self._verbs = frozenset(lexicon(language).grammar.verbs)
        grammar = lexicon(language).grammar
        self._grammar, self._hosts = grammar, re.compile(grammar.classes.get("hosting", "$^"))
        self._host = next(role for role in lexicon(language).roles if role.bearer == "host" and not role.vague)
        ends = tuple(each[1:] for each in grammar.adverbs if each.startswith("-"))
        self._is_adverb = cache(lambda word: word in grammar.adverbs or word.endswith(ends))
        self._endings = [(end, role) for role in lexicon(language).roles for end in role.endings]
        self._exact = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        self._stemmed = PhraseMatcher(self.nlp.vocab, attr="NORM")
        self._learn_rules(language)
        self._learn_nouns(language)

    def _learn_rules(self, language: str) -> None:
        said = []
        for rule in lexicon(language).rules:
            phrases = spelled(language, rule.phrases)
            self._add(self._exact, f"rule {rule.id}", rule, phrases)
            said += [[word.lower_ for word in self._words(each)] for each in phrases]
        # between which words an adverb may stand
        self._leading = frozenset(word for words in said for word in words[:-1])
        self._following = frozenset(word for words in said for word in words[1:])

    def _learn_nouns(self, language: str) -> None:
        self._nouns: dict[str, frozenset[str]] = {}
        for role in lexicon(language).roles:
            named = spelled(language, role.phrases)
            # German takes Personen for Person, and Person for Perso: the noun as it is written counts too
            self._nouns[role.id] = frozenset({*map(self._base, named), *map(fold, map(str.lower, named))})
            self._add(self._stemmed, f"role {role.id}", role, named)
        self._forms: dict[Any, frozenset[str]] = {}
        self._parted: dict[tuple[str, str], list[Any]] = {}
        for name, cue, phrases in _cues(language):
            verbs = [form for phrase in phrases for form in conjugated(language, phrase)]
            for pair in {pair for phrase in phrases for pair in parted(language, phrase)}:
                self._parted.setdefault(pair, []).append(cue)
            said = {*forms(language, phrases), *map(fold, verbs)}
            self._forms[cue] = self._forms.get(cue, frozenset()) | said
            self._add(self._stemmed, name, cue, [*spelled(language, phrases), *verbs])

    def _add(self, matcher: Any, name: str, entry: Any, phrases: Iterable[str]) -> None:
        self._entries[self.nlp.vocab.strings.add(name)] = entry
        matcher.add(name, [self._words(phrase) for phrase in phrases])

    def _words(self, phrase: str) -> Any:
        """A phrase as it stands in a text: an elision at its end is one word only before another; Italian puo' is none."""
        if phrase.endswith(("'", "’")) and (self.language == "fr" or phrase[-2] not in "aeiou"):
            return self.nlp.make_doc(f"{phrase}a")[:-1].as_doc()
        return self.nlp.make_doc(phrase)

    def read(self, text: str) -> Passage:
        doc = self.nlp.make_doc(NOISE.sub(lambda found: " " * len(found[0]), text))
        words, offsets, ends = [], [], []
        at = 0
        for key, length, spaced in doc.to_array(self._columns).tolist() if len(doc) else ():
            words.append(self._lower[key])
            offsets.append(at)
            ends.append(at + length)
            at += length + spaced
        triggers = [Hit(start, end, self._entries[key]) for key, start, end in self._phrases(doc, words)]
        nouns = [Hit(start, end, self._entries[key]) for key, start, end in self._stemmed(doc)]
        if self._endings:
            nouns += [Hit(i, i + 1, role) for i, role in enumerate(map(self._compound, words)) if role]
        cues = [hit for hit in nouns if not isinstance(hit.entry, Role) and self._said(hit, words)]
        bounds = [bisect_left(offsets, at) for at in starts(text, self.language)] + [len(words)]
        return Passage(
            text=text,
            language=self.language,
            words=words,
            offsets=offsets,
            ends=ends,
            sentences=list(_cut(bounds)),
            triggers=sorted(triggers, key=longest_first),
            roles=[
                self._hosting(hit, words)
                for hit in bearers(
                    [hit for hit in nouns if isinstance(hit.entry, Role) and self._is_noun(text, offsets, hit, words)]
                )
            ],
            cues=longest_cues([*cues, *joined(words, self._parted)] if self._parted else cues),
        )

    def _phrases(self, doc: Any, words: list[str]) -> Iterator[tuple[int, int, int]]:
        """Phrases as written, then those that only adverbs between their words part: è comunque tenuto."""
        yield from self._exact(doc)
        kept = [i for i, word in enumerate(words) if not self._is_adverb(word)]
        if any(b - a > 1 and words[a] in self._leading and words[b] in self._following for a, b in pairwise(kept)):
            for key, start, end in self._exact(type(doc)(doc.vocab, [words[i] for i in kept])):
                if kept[end - 1] - kept[start] >= end - start:
                    yield key, kept[start], kept[end - 1] + 1

    def _is_noun(self, text: str, offsets: list[int], hit: Hit, words: list[str]) -> bool:
        """A form of the noun, not only of its stem; German writes nouns with a capital."""
        if hit.end - hit.start == 1 and not self._is_form(words[hit.start], hit.entry):
            return False
        if words[hit.end - 1] in self._small and {*words[hit.end : hit.end + 1]}.isdisjoint(self._verbs):
            return False
        return (
            self.language != "de"
            or not text[offsets[hit.end - 1]].islower()
            or text.startswith("wer", offsets[hit.start])
        )

    def _said(self, hit: Hit, words: list[str]) -> bool:
        """A cue of one word in a form of its own, not only of its stem."""
        forms = self._forms[hit.entry] if hit.end - hit.start == 1 else None
        word = words[hit.start]
        return not forms or not forms.isdisjoint((self._base(word), self._stem(word), fold(word)))

    def _hosting(self, hit: Hit, words: list[str]) -> Hit:
        """A provider of no named kind whose own words tell what he provides: fournisseur de services de contenus en ligne."""
        if not hit.entry.vague or words[hit.start].startswith(PLACES) or "hosting" not in self._grammar.classes:
            return hit
        end = modified(words, hit.end, self._grammar)
        return hit._replace(entry=self._host, end=end) if self._hosts.search(" ".join(words[hit.end : end])) else hit

    def _is_form(self, word: str, role: Role) -> bool:
        return self._base(word) in self._nouns[role.id] or word.endswith(role.endings)

    def _compound(self, word: str) -> Role | None:
        """The role of a compound word by its ending, looked up once a word."""
        if word not in self._compounds:
            fits = [
                (len(end), -i)
                for i, (end, _) in enumerate(self._endings)
                if word.endswith(end) and len(word) > len(end)
            ]
            self._compounds[word] = self._endings[-max(fits)[1]][1] if fits else None
        return self._compounds[word]


@cache
def reader(language: str) -> Reader:
    return Reader(language)


def _cut(bounds: list[int]) -> Iterator[tuple[int, int]]:
    """Sentences; one longer than any that was ever written is noise and is read in pieces, so that time stays linear."""
    for start, end in pairwise(bounds):
        yield from ((at, min(at + LONGEST, end)) for at in range(start, end, LONGEST))


def _cues(language: str) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    from nlp.taxonomy import cues

    return cues(language)


def known(language: str) -> bool:
    return language in LANGUAGES

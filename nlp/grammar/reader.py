"""Read texts as passages: words, sentences, and what the lexicon finds in them."""

import gc
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import pairwise
from operator import add
from typing import Any

from nlp.grammar.conjugate import parted
from nlp.grammar.described import modified
from nlp.grammar.hits import Hit, bearers, hit_of, longest_cues, longest_first, longest_ideas
from nlp.grammar.parted import with_verbs
from nlp.grammar.passage import SERVICE, Later, Passage
from nlp.grammar.rules import LANGUAGES, Role, lexicon
from nlp.grammar.sentences import starts
from nlp.grammar.spelling import spelled
from nlp.grammar.stems import stem
from nlp.grammar.word_forms import Forms, Met

PLACES = (*SERVICE, "sit", "sít", "portal", "págin", "web", "pl", "piattaform")
ALL = frozenset({"es", "it", "pt"})  # whose “all” is a person in todos têm, and an article in todos os

ELIDED, HE = frozenset({"s'", "s’"}), frozenset({"il", "ils"})


def passages(texts: Iterable[str], language: str) -> Iterator[Passage]:
    """One passage a text, in order. Raises KeyError for a language without a lexicon."""
    pipeline = reader(language)
    for text in texts:
        yield pipeline.read(text)


NOISE = re.compile(r"\S{400,}")
LONGEST = 1500
NUMBERED = re.compile(r"(?<![^\s«(])(?:[IVXL]+(?: (?:bis|ter|quater))?|[A-Z]|\d{1,2}|\w+ \(\d\)|\(\d\))\.-")


class Reader:
    """The blank spaCy pipeline of a language with its phrase matchers: triggers as written; nouns and cues, and ideas, by stem."""

    def __init__(self, language: str) -> None:
        import spacy
        from spacy.attrs import IDX, LENGTH, LOWER, NORM
        from spacy.matcher import PhraseMatcher

        self.language = language
        self.nlp = spacy.blank(language)
        self.nlp.max_length = 10_000_000
        getters: Any = self.nlp.vocab
        getters.lex_attr_getters[NORM] = stem(language)
        self._entries: dict[int, Any] = {}
        self._columns = [LOWER, IDX, LENGTH]
        self._met, self._forms = Met(self.nlp.vocab.strings, language), Forms(language)
        held = lexicon(language)
        self._grammar = held.grammar
        self._small = frozenset(held.grammar.determiners) if language in ALL else frozenset()
        self._verbs = frozenset(held.grammar.verbs)
        hosting = held.grammar.classes.get("hosting")
        self._hosts = re.compile(hosting) if hosting else None
        self.host = next(role for role in held.roles if role.bearer == "host" and not role.vague)
        self._exact = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        self._stemmed = PhraseMatcher(self.nlp.vocab, attr="NORM")
        self._thought = PhraseMatcher(self.nlp.vocab, attr="NORM")
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
        for role in lexicon(language).roles:
            named = spelled(language, role.phrases)
            key = self._add(self._stemmed, f"role {role.id}", role, named)
            self._forms.learn_noun(key, role, named)
        self._parted: dict[str, dict[str, list[Any]]] = {}
        self._parted_ideas: dict[str, dict[str, list[Any]]] = {}
        for name, cue, phrases in _cues(language):
            verbal, matcher = (self._parted_ideas, self._thought) if cue.idea else (self._parted, self._stemmed)
            for particle, verb in {pair for phrase in phrases for pair in parted(language, phrase)}:
                verbal.setdefault(particle, {}).setdefault(verb, []).append(cue)
            key = self.nlp.vocab.strings.add(name)
            verbs = self._forms.learn_cue(key, cue, phrases)
            self._add(matcher, name, cue, [*spelled(language, phrases), *verbs])

    def _add(self, matcher: Any, name: str, entry: Any, phrases: Iterable[str]) -> int:
        key: int = self.nlp.vocab.strings.add(name)
        self._entries[key] = entry
        matcher.add(name, [self._words(phrase) for phrase in phrases])
        return key

    def _words(self, phrase: str) -> Any:
        """A phrase as it stands in a text: an elision at its end is one word only before another; Italian puo' is none."""
        if phrase.endswith(("'", "’")) and (self.language == "fr" or phrase[-2] not in "aeiou"):
            return self.nlp.make_doc(f"{phrase}a")[:-1].as_doc()
        return self.nlp.make_doc(phrase)

    def read(self, text: str) -> Passage:
        if not text:  # most headings
            return Passage(text, self.language, [], [], [], [], [], [], [], Later(list))
        doc = self.nlp.make_doc(self._parted_numbers(NOISE.sub(lambda found: " " * len(found[0]), text)))
        keys, offsets, lengths = doc.to_array(self._columns).T.tolist()
        words = list(map(self._met.__getitem__, keys))
        named = self._told(self._stemmed, doc, words)
        bounds = [bisect_left(offsets, at) for at in starts(text, self.language)] + [len(words)]
        triggers = sorted(self._triggers(doc, words), key=longest_first)
        if self.language == "fr":
            _reflexives(words)
        return Passage(
            text=text,
            language=self.language,
            words=words,
            offsets=offsets,
            ends=list(map(add, offsets, lengths)),
            sentences=list(_cut(bounds)),
            triggers=triggers,
            roles=self._roles(text, offsets, words, named),
            cues=longest_cues(self._cues(words, named)),
            ideas=Later(partial(self._ideas, doc, words)),
        )

    def _parted_numbers(self, text: str) -> str:
        """French: II.-Les fournisseurs: the number of a paragraph and its first word are two words, in their places."""
        return NUMBERED.sub(lambda found: found[0][:-1] + " ", text) if self.language == "fr" and ".-" in text else text

    def _triggers(self, doc: Any, words: list[str]) -> list[Hit]:
        """Phrases as written, then those that only adverbs between their words part: è comunque tenuto."""
        entries = self._entries
        found = [hit_of((start, end, entries[key])) for key, start, end in self._exact(doc)]
        if self._met.adverbs.isdisjoint(words):
            return found
        kept = [i for i, word in enumerate(words) if word not in self._met.adverbs]
        if any(b - a > 1 and words[a] in self._leading and words[b] in self._following for a, b in pairwise(kept)):
            for key, start, end in self._exact(type(doc)(doc.vocab, [words[i] for i in kept])):
                if kept[end - 1] - kept[start] >= end - start:
                    found.append(Hit(kept[start], kept[end - 1] + 1, entries[key]))
        return found

    def _told(self, matcher: Any, doc: Any, words: list[str]) -> list[Hit]:
        """Nouns and cues, or ideas, of one word only in a form of its own."""
        entries, forms = self._entries, self._forms
        found = [
            hit_of((start, end, entries[key]))
            for key, start, end in matcher(doc)
            if end - start > 1 or forms[key, words[start]]
        ]
        return sorted(found, key=longest_first)

    def _cues(self, words: list[str], hits: list[Hit]) -> list[Hit]:
        return with_verbs([hit for hit in hits if not isinstance(hit.entry, Role)], words, self._parted)

    def _ideas(self, doc: Any, words: list[str]) -> list[Hit]:
        return longest_ideas(with_verbs(self._told(self._thought, doc, words), words, self._parted_ideas))

    def _roles(self, text: str, offsets: list[int], words: list[str], hits: list[Hit]) -> list[Hit]:
        named, compounds = [hit for hit in hits if isinstance(hit.entry, Role)], self._met.compounds
        if not compounds.keys().isdisjoint(words):
            named += [Hit(i, i + 1, compounds[word]) for i, word in enumerate(words) if word in compounds]
            named.sort(key=longest_first)
        if self.language == "de":
            named = [hit for hit in named if _is_written_as_noun(text, offsets, hit)]
        if self._small:
            named = [hit for hit in named if not self._is_article(hit, words)]
        return [self._hosting(hit, words) if hit.entry.vague else hit for hit in bearers(named)]

    def _is_article(self, hit: Hit, words: list[str]) -> bool:
        article = hit.end - hit.start == 1 and words[hit.start] in self._small
        return article and self._verbs.isdisjoint(words[hit.end : hit.end + 1])

    def _hosting(self, hit: Hit, words: list[str]) -> Hit:
        """A provider of no named kind whose own words tell what he provides: fournisseur de services de contenus en ligne."""
        if not self._hosts or words[hit.start].startswith(PLACES):
            return hit
        end = modified(words, hit.end, self._grammar)
        return hit._replace(entry=self.host, end=end) if self._hosts.search(" ".join(words[hit.end : end])) else hit


def _reflexives(words: list[str]) -> None:
    """French: s'il opens a condition; in s'assure it is the pronoun of the verb."""
    for i, word in enumerate(words[:-1]):
        if word in ELIDED and words[i + 1] not in HE:
            words[i] = "se"


def _is_written_as_noun(text: str, offsets: list[int], hit: Hit) -> bool:
    """German writes nouns with a capital, but not who: wer."""
    return not text[offsets[hit.end - 1]].islower() or text.startswith("wer", offsets[hit.start])


@cache
def reader(language: str) -> Reader:
    """Stays as long as the process, so the collector of garbage is told not to look through its words again: a fifth of the time."""
    made = Reader(language)
    gc.collect()
    gc.freeze()
    return made


def _cut(bounds: list[int]) -> Iterator[tuple[int, int]]:
    """Sentences; one longer than any that was ever written is noise and is read in pieces, so that time stays linear."""
    for start, end in pairwise(bounds):
        yield from ((at, min(at + LONGEST, end)) for at in range(start, end, LONGEST))


def _cues(language: str) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    from nlp.taxonomy import cues

    return cues(language)


def known(language: str) -> bool:
    return language in LANGUAGES

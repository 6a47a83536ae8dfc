"""Words that nothing or next to nothing holds: the likeliest word that something holds, or the two words that they are made of."""

import re
from collections import Counter
from collections.abc import Iterator

from index import highlight, query, stemming, words
from index.engines.engine import Snapshot
from index.queries import concepts, names, other_names
from index.queries.meaning import Meaning, understand
from index.queries.plan import Ask, Every, Fixed, Near, Some, Term, Terms
from index.query import Query

# passages from which the spelling is taken that most have
READ = 50
# a word of at most so many matters may be wrong, where another spelling has ten times as many passages
RARE = 3
# from so many letters two may be wrong
LONG = 8
# shorter ones in capitals are abbreviations, which have no likely spelling; parts of compounds have more letters
SHORT, SHORTEST_PART = 6, 4


def corrected(snapshot: Snapshot, asked: Query, meant: Meaning) -> tuple[Meaning, tuple[tuple[str, str], ...]]:
    """What is meant with such words read otherwise, and those words, as typed and as read."""
    text, spellings = asked.text, []
    for place, (need, typed) in enumerate(zip(meant.needs, meant.typed, strict=True)):
        if not meant.loose[place] or not _may_be_wrong(typed):
            continue
        held = snapshot.groups(Every((need,), (), meant.without)).total
        others = (*meant.needs[:place], *meant.needs[place + 1 :])
        wrong = held <= RARE and not (held and _belongs(snapshot, meant, need, others)) and not _is_compound(typed)
        read = _spelled(snapshot, meant, typed, others, 10 * held) if wrong else ""
        if read := read or ("" if held else _apart(snapshot, meant, typed)):
            text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", read, text, count=1)
            spellings.append((typed, read))
    return (understand(query.read(text, asked.sample)) if spellings else meant), tuple(spellings)


def _may_be_wrong(typed: str) -> bool:
    abbreviated = len(re.findall(r"[A-ZÀ-Þ]", typed)) > 1 and len(typed) <= SHORT
    return typed.isalpha() and len(typed) > 3 and not abbreviated and names.key(typed) not in other_names.spelled()


def _belongs(snapshot: Snapshot, meant: Meaning, need: Ask, others: tuple[Ask, ...]) -> bool:
    """Where what has a rare word also has half of the others and more, it is no other word spelled wrong."""
    ids = tuple(sorted(snapshot.listed(Every((need,), (), meant.without)).matters()))
    there = sum(_holds(snapshot, meant, Every((other,), only=(Terms("id", ids),))) for other in others)
    return there > 0 and there * 2 >= len(others)


def _is_compound(typed: str) -> bool:
    """Of a part that we know: it is read as its two words, not as another compound that is spelled like it."""
    return any(words.parts(typed.lower(), code) for code in words.known().heads)


def _holds(snapshot: Snapshot, meant: Meaning, need: Ask) -> bool:
    return bool(snapshot.best(Every((need,), (), meant.without), 1))


def _spelled(snapshot: Snapshot, meant: Meaning, typed: str, others: tuple[Ask, ...], least: int) -> str:
    """With one letter wrong, or two in long words: the word that most passages have, those first that have the other words."""
    folded = words.fold(typed.lower())
    better = tuple(Fixed(need, 1.0) for need in others)
    for distance in (1, 2) if len(folded) >= LONG else (1,):
        near = Every((Near("exact", folded, distance),), meant.only, meant.without, better)
        shown = snapshot.shown(snapshot.best(near, READ))
        counted = Counter(word for one in shown for word in set(words.lowered(one.body)))
        alike = [word for word in counted if counted[word] >= least and _alike(folded, words.fold(word), distance)]
        # two letters and an accent wrong: a word of another language
        alike = [word for word in alike if distance == 1 or word.isascii() == typed.isascii()]
        if alike:
            return min(alike, key=lambda word: (word.isascii() != typed.isascii(), -counted[word], word))
    return "" if least else _heading(folded)


def _heading(typed: str) -> str:
    """The word of what laws are about that is spelled most like it, where no text has it: they may say it in other words."""
    long = (1, 2) if len(typed) >= LONG else (1,)
    known = sorted(concepts.heading_words())
    alike = (word for distance in long for word in known if _alike(typed, words.fold(word), distance))
    return next(alike, "")


def _alike(typed: str, word: str, distance: int) -> bool:
    """People get the first letter right."""
    return word[:1] == typed[:1] and word != typed and highlight.within(typed, word, distance)


def _apart(snapshot: Snapshot, meant: Meaning, typed: str) -> str:
    """The two words of a compound whose second part begins latest: words of one text, or else of two in a language with compounds."""
    parts = [pair for pair in _parts(typed.lower()) if len(pair[0]) >= SHORTEST_PART]
    together = (pair for pair in parts if _holds(snapshot, meant, _spoken(pair)))
    anywhere = (pair for pair in parts if any(_are_words(snapshot, meant, pair, code) for code in words.known().heads))
    return " ".join(next(together, ()) or next(anywhere, ()))


def _parts(word: str) -> Iterator[tuple[str, str]]:
    for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        one, two = word[:place], word[place:]
        yield one, two
        yield from ((one[: -len(joint)], two) for joint in words.known().joints if one.endswith(joint))


def _spoken(row: tuple[str, ...]) -> Ask:
    """What has all the words, as they stand or inflected in a language with compounds."""
    stems = (stemming.stem(row, code) for code in words.known().heads)
    return Some(tuple(Every(tuple(Term("words", stem) for stem in each)) for each in map(tuple, stems)))


def _are_words(snapshot: Snapshot, meant: Meaning, row: tuple[str, ...], code: str) -> bool:
    asks = (Every((Term("words", stem),), only=(Terms("language", (code,)),)) for stem in stemming.stem(row, code))
    return all(_holds(snapshot, meant, ask) for ask in asks)

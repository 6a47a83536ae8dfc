"""What to ask next: words and names that begin as typed, the same in other words, matters like one; all with counts."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from crawlers.matter import Matter
from index import query, words
from index.engines.engine import Snapshot
from index.queries import concepts, names, other_names, related
from index.queries.asking import query_words
from index.queries.meaning import SAMPLE, understand
from index.queries.plan import Ask, Every, Some, Start, Term, Terms
from index.query import All, Is, Word
from index.search import FoundMatter, Search, plainly

# units from which words that begin as typed are taken
READ = 200
# words of a matter by which others like it are found
TELLING = 30
SHORTEST = 2


class Hint(NamedTuple):
    """A query that may be meant, how many matters it finds, and its words without the filters."""

    query: str
    matters: int
    words: str = ""


def suggest(search: Search, typed: str, limit: int = 8) -> list[Hint]:
    """Names of laws, then words, that begin with what was typed last; those that nothing holds are left out."""
    begun = words.exact(typed)
    if not begun or len(begun[-1]) < SHORTEST or typed[-1:].isspace():
        return []
    snapshot = search.engine.snapshot()
    stem = typed[: typed.rstrip().rfind(" ") + 1]
    likely = [*_names(" ".join(begun)), *(stem + word for word in _words(snapshot, stem, begun[-1]))]
    once: dict[str, str] = {}
    for said in likely[: 2 * limit]:
        once.setdefault(names.key(said), said)
    held = [said for said in once.values() if _is_held(snapshot, said)]
    return [Hint(said, search.total(said)) for said in held[:limit]]


def _is_held(snapshot: Snapshot, said: str) -> bool:
    """Is there a passage with all the words."""
    return bool(snapshot.best(understand(query.read(said)).plain(), 1))


def _names(begun: str) -> list[str]:
    """What laws are called, then what they are about, shortest first."""
    laws = (name for listed in names.known().laws.values() for name in listed)
    found = (sorted(filter(_begins(begun), called), key=len) for called in (laws, concepts.headings()))
    return list(chain.from_iterable(found))


def _begins(begun: str) -> Callable[[str], bool]:
    return lambda name: names.key(name).startswith(begun)


def _words(snapshot: Snapshot, before: str, begun: str) -> list[str]:
    """Words of the newest passages that hold one which begins so, and what was typed before it; the most frequent first."""
    typed = understand(query.read(before)).needs if before.strip() else ()
    asked = Every((Start("exact", begun), *typed), without=(_sample(),))
    shown = snapshot.shown(snapshot.ranked(asked, READ, newest=True))
    found = Counter(word for one in shown for word in words.lowered(one.body) if words.fold(word).startswith(begun))
    return [word for word, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))]


def alternatives(search: Search, typed: str, limit: int = 8) -> list[Hint]:
    """The same subject in other words: other names of a law that was named, sayings of a duty or topic, other languages."""
    root = query.read(typed).root
    parts = root.parts if isinstance(root, All) else (root,) if root else ()
    tokens = query_words([part for part in parts if isinstance(part, Word)])
    if not tokens:
        return []
    filters = " ".join(f'{part.field}:"{part.value}"' for part in parts if isinstance(part, Is))
    said = dict.fromkeys(other for other in _otherwise(tokens) if names.key(other) != " ".join(tokens))
    hints = [Hint(f"{other} {filters}".strip(), 0, other) for other in list(said)[: 2 * limit]]
    counted = [hint._replace(matters=search.total(hint.query)) for hint in hints]
    return [hint for hint in counted if hint.matters][:limit]


def _otherwise(tokens: list[str]) -> Iterator[str]:
    for id in other_names.named(tokens):
        yield from names.known().laws[id]
    for meant in related.meant(tokens):
        yield meant.tag
    yield from other_names.said_otherwise(tokens)


def alike(search: Search, matter: Matter, limit: int = 10) -> list[FoundMatter]:
    """Other matters that share the telling words of its titles and texts, its duties or topics; the most alike first."""
    snapshot = search.engine.snapshot()
    without = (Terms("id", (matter.id,)), _sample())
    telling = [Term("exact", word) for word in _telling(matter)]
    tags = [Term("topic", str(tag.topic)) for tag in matter.topics]
    tags += [Term("duty", duty) for duty in sorted({str(norm.duty) for norm in matter.norms if norm.duty})]
    if not telling and not tags:
        return []
    ask = Every((Some((*telling, *tags)),), without=without)
    return [plainly(shown) for shown in snapshot.shown(snapshot.best(ask, limit))]


def _telling(matter: Matter) -> list[str]:
    """Its most frequent words, of its summary where it has no text; those of its titles count tenfold. How rare each is, the engine weighs."""
    counted = Counter(
        {word: 10 for line in (matter.title, matter.title_native) for word in words.exact(line)},
    )
    for text in matter.texts[-1:]:
        counted.update(word for provision in text.provisions for word in words.exact(provision.text))
    if not matter.texts:
        counted.update(words.exact(matter.summary))
    stop = words.stop_words()
    kept = [word for word, _ in counted.most_common(10 * TELLING) if word not in stop and len(word) > 3]
    return kept[:TELLING]


def _sample() -> Ask:
    return Terms("jurisdiction", (SAMPLE,))

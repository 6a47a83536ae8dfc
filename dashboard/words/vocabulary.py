"""What a value of a closed vocabulary is called on screen, read from words.yaml; English, to be said through a tongue."""

from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct

FILE = Path(__file__).with_name("words.yaml")


class Standing(Struct, frozen=True, kw_only=True):
    """A status: its word, how it is drawn, and one sentence on what it means and what comes next."""

    word: str
    shape: str
    sentence: str


class Saying(Struct, frozen=True, kw_only=True):
    """A modality: its chip word, the plain word of the facets, its shade."""

    word: str
    plain: str
    shade: str


class Verdict(Struct, frozen=True, kw_only=True):
    """How a run of a source ended, and what that means."""

    word: str
    says: str


class Vocabulary(Struct, frozen=True, kw_only=True):
    """All of words.yaml."""

    status: dict[str, Standing]
    modality: dict[str, Saying]
    bearer: dict[str, str]
    kind: dict[str, str]
    mark: dict[str, str]
    event: dict[str, str]
    link: dict[str, str]
    linked: dict[str, str]
    verdict: dict[str, Verdict]
    duty: dict[str, str]
    topic: dict[str, str]
    change: dict[str, str]
    origin: dict[str, str]
    review: dict[str, str]
    how: dict[str, str]
    waits: dict[str, str]
    cutoff: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    return facts.convert(facts.load(FILE), Vocabulary, FILE.name, "words")


def phrases() -> list[str]:
    """Every word and sentence of the file, for the catalogues."""
    book = vocabulary()
    named = (book.bearer, book.kind, book.mark, book.event, book.link, book.linked, book.duty, book.topic, book.change)
    lists = (*named, book.origin, book.review, book.how, book.waits, book.cutoff)
    plain = [word for names in lists for word in names.values()]
    standing = [words for entry in book.status.values() for words in (entry.word, entry.sentence)]
    saying = [words for entry in book.modality.values() for words in (entry.word, entry.plain)]
    verdicts = [words for verdict in book.verdict.values() for words in (verdict.word, verdict.says)]
    return list(dict.fromkeys([*standing, *saying, *plain, *verdicts]))

"""A paper as plain values, once for every format: titles, paragraphs, quotes, lists, each in its own language."""

from collections.abc import Iterator

from crawlers.matter import Struct
from dashboard.digest.sentences import said
from dashboard.views.text import clean
from dashboard.words.tongue import UNREAD, Tongue, later
from index.phrase import Phrase

BEFORE = {"part": "\n## ", "subpart": "\n### ", "list": "- ", "sum": "  ", "quote": "  "}
NOBODY = later("Not answered yet. A person writes here.")
ONLY_A_LINK = later("the licence allows only a link")


class Theirs(Struct, frozen=True, kw_only=True):
    """Words of a source as they stand in a block, and the language they are in."""

    words: str
    language: str


class Block(Struct, frozen=True, kw_only=True):
    """One piece: `kind` is title, part, subpart, words, quote, list or sum; `url` where the words lead somewhere."""

    kind: str
    words: str
    url: str = ""
    theirs: tuple[Theirs, ...] = ()


class Paper(Struct, frozen=True, kw_only=True):
    """What every format draws: a title, the day it was true of, its blocks, and the language of our own words."""

    title: str
    day: str
    blocks: tuple[Block, ...]
    language: str = "en"


def pieces(block: Block, own: str) -> Iterator[tuple[str, str]]:
    """The words without what cannot be seen, cut where another language begins or ends; its code beside them, empty where it is the paper's own."""
    rest = str(clean(block.words))
    for one in block.theirs:
        found = str(clean(one.words))
        before, found, after = rest.partition(found) if found else (rest, "", "")
        if found and one.language != own:
            yield from ((before, ""), (found, one.language)) if before else ((found, one.language),)
            rest = after
    if rest:
        yield rest, ""


def theirs(words: str, language: str, longest: int = 300) -> Theirs:
    """Words of a source on one line, as they will stand in the block."""
    return Theirs(words=said(words, longest), language=language)


def named(one: str, other: str, tongue: Tongue) -> str:
    """One, a colon as this language sets it, the other."""
    return tongue.say("{one}: {other}", one=one, other=other)


def quoted(phrase: Phrase, language: str) -> tuple[Theirs, ...]:
    """The law's words inside a sentence of ours."""
    return tuple(theirs(str(value), language) for name, value in phrase.values if name == "words")


def part(title: str, blocks: list[Block], otherwise: str) -> Iterator[Block]:
    """A heading and what stands under it, or that there is nothing."""
    yield Block(kind="part", words=title)
    yield from blocks or [Block(kind="list", words=otherwise)]


def unread(tongue: Tongue) -> Iterator[Block]:
    """Said once, at the end, while no speaker has read this language's words."""
    if tongue.unread:
        yield Block(kind="words", words=tongue.say(UNREAD))


def plain(paper: Paper) -> str:
    """For a screen."""
    return "\n".join(f"{BEFORE.get(block.kind, '')}{block.words}" for block in paper.blocks)

"""An address that is pasted: the matter that it is of, by the address itself, or by the numbers that it spells."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from crawlers.matter import Matter
from index import words

# an address among words, with or without its scheme; not the value of a field
_ADDRESS = re.compile(
    r"(?<![\w:.@/-])(?<!:[\"“])(?:https?://\S+|www\.\S+|(?:[a-z0-9-]+\.)+[a-z]{2,6}/\S*)", re.IGNORECASE
)
_SCHEME, _END = re.compile(r"https?://|www\d?\.", re.IGNORECASE), re.compile(r"[.,;:!?)>\]}\"'’”»]+$")
_SEGMENT = re.compile(r"[\w.()+-]*\w[\w.()+-]*")
_NUMBERED = re.compile(r"(?=.*\d)(?=.*[^\W\d]|.*-)")
# steps of the path that an id has at most, letters of a number that says alone what it is of, and of the words of a title
STEPS, TELLING, LONGEST = 4, 6, 400
# words at the end of a path that are a title
_TITLE = re.compile(r"[^\W\d_]+(?:-[^\W_]+){2,}")


def found(text: str) -> list[tuple[int, str]]:
    """Where addresses begin in a text, and they, without signs of the sentence around."""
    return [(one.start(), _END.sub("", one[0])) for one in _ADDRESS.finditer(text)]


def key(address: str) -> str:
    """As two addresses are compared: without scheme, www and what only parts words."""
    return " ".join(words.exact(_bare(address)))[:LONGEST]


def _bare(address: str) -> str:
    bare = unquote(address)
    while start := _SCHEME.match(bare):
        bare = bare[start.end() :]
    return bare


def of(matter: Matter) -> tuple[str, ...]:
    """Keys of the addresses of a matter and its texts, and of its ids, also as a path spells them."""
    ids = (matter.id, *matter.aliases)
    spelled = (*ids, *(id.partition("/")[2] for id in ids if id.count("/") > 1))
    urls = (matter.url, *(text.url for text in matter.texts))
    keys = (*(" ".join(words.exact(id)) for id in spelled), *(key(url) for url in urls if url))
    return tuple(dict.fromkeys(keys))


def candidates(address: str) -> Iterator[str]:
    """Keys by which its matter may be known, the surest first: the address, what it is below, and numbers in its path."""
    steps = _SEGMENT.findall(_bare(address))
    ends = (_spelled(steps[:end]) for end in range(len(steps), 1, -1))
    numbers = (step for step in steps[1:] if _NUMBERED.match(step) and len(step) >= TELLING)
    return iter(dict.fromkeys((*ends, *_runs(steps[1:]), *map(_spelled_one, numbers))))


def _runs(steps: list[str]) -> Iterator[str]:
    """Three steps and more with a number, as in ukpga/2023/50; two where the first has one, as in C-131/12."""
    for length in range(STEPS, 1, -1):
        for start in range(len(steps) - length + 1):
            run = steps[start : start + length]
            if _NUMBERED.match(run[0]) or (length > 2 and any(map(str.isdigit, "".join(run)))):
                yield _spelled(run)


def _spelled(steps: list[str]) -> str:
    return " ".join(words.exact(" ".join(steps)))[:LONGEST]


def _spelled_one(step: str) -> str:
    return _spelled([step])


def title(address: str) -> tuple[str, ...]:
    """The words of the title that ends a path: netchoice-llc-v-bonta."""
    steps = [step for step in _SEGMENT.findall(_bare(address))[1:] if _TITLE.fullmatch(step)]
    return tuple(word for word in words.exact(steps[-1] if steps else "") if word not in words.stop_words())

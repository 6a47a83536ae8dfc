"""Are two passages the same words, however they were printed: signs, broken lines, letters misread."""

from functools import lru_cache

from index import words

# signs that are read for digits within a number
_MISREAD = str.maketrans({"l": "1", "i": "1", "o": "0"})


def same(one: str, other: str) -> bool:
    """Signs, spaces, accents and capitals aside; and misprints: a word broken at the end of a line, a letter misread."""
    here, there = words.exact(one), words.exact(other)
    return "".join(here) == "".join(there) or [*map(spelled, here)] == [*map(spelled, there)]


@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> str:
    """What a folded word and its misprints have in common: rn read as m, l as 1, two letters that changed places."""
    if any(sign.isdigit() for sign in word) and not word.isdigit():
        return word.translate(_MISREAD)
    plain = word.replace("rn", "m").replace("vv", "w")
    return plain[0] + "".join(sorted(plain[1:-1])) + plain[-1] if len(plain) > 4 else plain

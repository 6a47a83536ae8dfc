"""Numbers of a law in digits, however they are printed: ten days, 10 days and ten (10) days are the same."""

from collections.abc import Iterator

from index.differences.counting import ARTICLES, gloss, known, number, tokens_of


def in_digits(text: str, language: str) -> str:
    """Numbers in digits stay as they are; in a language that we do not count in all do."""
    return "".join(_pieces(text, language))


def _pieces(text: str, language: str) -> Iterator[str]:
    given = known(language)
    tokens = tokens_of(text) if given else []
    at = written = 0
    while given and at < len(tokens):
        value, after = (0.0, at) if tokens[at].word in ARTICLES else number(tokens, at, given)
        if after == at:
            at += 1
            continue
        behind = gloss(tokens, at, after, given)
        if tokens[after - 1].group == "word" or behind > after:
            yield f"{text[written : tokens[at].start]}{value:.12g}"
            written = tokens[behind - 1].end
        at = behind
    yield text[written:]

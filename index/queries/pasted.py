"""What people paste from elsewhere, made plain for the parser: every character keeps its place, so that errors still point at it."""

import re

from index.queries import addresses, fields, unread

# [2021] UKSC 50, [first reading]: brackets that are no range of a field
_BRACKETS = re.compile(r"(?<![:\w])(?<!: )[\[{](?![^\[\]{}]*\bTO\b)([^\[\]{}]*)[\]}]")
# numbers printed with colons, which stand between fields and values elsewhere: ECLI:EU:C:2014:317, CELEX:32022R2065, 5:23-cv-05105, 12:30
_COLONS = re.compile(r"\b(?:ECLI:[A-Z]{2}:\w+:\d{4}:[\w.]+|CELEX:\s?\w+|\d{1,2}:\d\d(?:-\w{2}-\d+)?)\b", re.IGNORECASE)
# a colon behind a word and before a space parts a title from what follows it
_COLON = re.compile(r"(?P<word>\w*):(?=\s|$)")
# a dash or an ampersand between words, as in titles and names of parties; quotation marks that are half as high
_LONE_SIGN = re.compile(r"(?<!\S)[-–—+&|/!](?!\S)|(?<!\w)['‘’‚‹›]|['‘’‚‹›](?!\w)")
# who asks loudly: ??, ?!
_LOUD = re.compile(r"(?<=\w)[?!]*[?][?!]*(?!\S)")
# quotation marks of all countries, signs of East Asian keyboards, as wide as a letter, and halves of letters
_SIGNS = str.maketrans(
    dict.fromkeys("“”„‟«»「」『』", '"')
    | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(range(0xD800, 0xE000), " ")
)


def plain(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without what parts words but asks for nothing, and the addresses that were in it with their places."""
    asked = addresses.found(text)
    for at, address in asked:
        text = f"{text[:at]}{' ' * len(address)}{text[at + len(address) :]}"
    said = _COLON.sub(_without_colon, _COLONS.sub(_without_colons, text.translate(_SIGNS)))
    said = _LOUD.sub(_blank, _BRACKETS.sub(r" \1 ", said))
    return _LONE_SIGN.sub(" ", said), asked


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _without_colons(found: re.Match[str]) -> str:
    """The word CELEX is in no number."""
    number = found[0]
    return f"{' ' * 6}{number[6:]}" if number[:6].upper() == "CELEX:" else number.replace(":", ".")


def _without_colon(found: re.Match[str]) -> str:
    """Behind the name of a field it stays, and behind what others call one."""
    name = found["word"].lower()
    return found[0] if name in fields.FIELDS or name in unread.fields() else f"{found['word']} "

"""The one way from words of a source to HTML: cleaned of what can deceive the eye, then escaped; links only to the web."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

from dashboard.words.tongue import direction, tag

LONGEST = 20_000
# Control characters, overrides of direction, invisible spaces and tags: none of them is needed to read a law.
# The joiners U+200C and U+200D stay, since Persian and the scripts of India need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e0fff]"
)


def clean(value: object) -> object:
    """Words without what cannot be seen; markup of our own and other values as they are."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return short(_UNSEEN.sub("", value), LONGEST)


def short(words: str, length: int) -> str:
    """At most so many characters, cut at a space where there is one near, with a mark that something is missing; our markup whole."""
    if isinstance(words, Markup) or len(words) <= length:
        return words
    cut = words[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length * 3 // 4 else cut) + "…"


def web(url: str) -> str:
    """The address if it is an http one with a host, else nothing: no script, file or mail can be linked."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and host and not _UNSEEN.search(url) else ""


def line(words: str) -> str:
    """On one line, as titles and labels stand; markup of our own as it is."""
    return words if isinstance(words, Markup) else " ".join(words.split())


def capital(words: str) -> str:
    """As a sentence begins; the rest as it is."""
    return f"{words[:1].upper()}{words[1:]}"


def in_language(words: str, language: str, length: int) -> Markup:
    """Words of a source inside a sentence of ours, marked with their language where it is known."""
    plain, code = short(line(str(clean(words))), length), tag(language)
    if not code:
        return Markup.escape(plain)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(code, direction(code), plain)

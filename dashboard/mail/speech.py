"""The language of a mail."""

from crawlers.facts import BadFacts
from dashboard.words.tongue import LANGUAGES as SPOKEN
from dashboard.words.tongue import Tongue, tongue

LANGUAGES = tuple(SPOKEN)


def speech(code: str) -> Tongue:
    """Raises BadFacts for a language the digest is not written in."""
    if code not in LANGUAGES:
        raise BadFacts(f"{code}: the digest is written in {', '.join(LANGUAGES)}")
    return tongue(code)

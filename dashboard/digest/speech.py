"""The language of a mail or a file that somebody names."""

from crawlers.facts import BadFacts
from dashboard.words.tongue import LANGUAGES as SPOKEN
from dashboard.words.tongue import Tongue, tongue

LANGUAGES = tuple(SPOKEN)


def speech(code: str) -> Tongue:
    """Raises BadFacts for a language that we do not speak."""
    if code not in LANGUAGES:
        raise BadFacts(f"{code}: Amicus speaks {', '.join(LANGUAGES)}")
    return tongue(code)

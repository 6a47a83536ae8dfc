"""The digest in a reader's language: its sentences from words/<language>.yaml, its days and numbers from Babel."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from crawlers import facts
from crawlers.facts import BadFacts
from dashboard.words.tongue import Tongue, tongue

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("en", "de", "fr")
NAMES = {"topic", "duty", "status", "event", "law", "count", "touch"}


class Speech:
    """Says sentences of the digest. English is written in the code; the others must have every sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.tongue: Tongue = tongue(code)
        self._words: dict[str, Any] = facts.load(FOLDER / f"{code}.yaml")

    def say(self, words: str, **values: object) -> str:
        """Raises KeyError where the catalogue of another language lacks the sentence."""
        said = self._english(words) if self.code == "en" else self._words[words]
        filled = str(said).format(**values) if values else str(said)
        return filled.replace("..", ".")  # German dates bring their own full stop

    def _english(self, words: str) -> str:
        """Sentences stand in the code; names (topic:…, duty:…) in the catalogue or, plainly, in the name itself."""
        if words in self._words:
            return str(self._words[words])
        prefix, colon, name = words.partition(":")
        return name.replace("_", " ") if colon and name and prefix in NAMES and " " not in name else words

    def knows(self, words: str) -> bool:
        return words in self._words

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The form that goes with the number; French uses the first for nought too."""
        single = number == 1 or (number == 0 and self.code == "fr")
        return self.say(one if single else many, n=self.tongue.number(number), **values)

    def day(self, day: date) -> str:
        """Fri 4 Dec 2026."""
        return self._babel(day, {"en": "EEE d MMM y", "de": "EEE, d. MMM y", "fr": "EEE d MMM y"}[self.code])

    def short(self, day: date) -> str:
        """4 Dec."""
        return self._babel(day, {"en": "d MMM", "de": "d. MMM", "fr": "d MMM"}[self.code])

    def near(self, day: date, today: date) -> str:
        """4 Dec; with its year where that is another one."""
        pattern = {"en": "d MMM y", "de": "d. MMM y", "fr": "d MMM y"}[self.code]
        return self.short(day) if day.year == today.year else self._babel(day, pattern)

    def _babel(self, day: date, pattern: str) -> str:
        from babel.dates import format_date

        said = str(format_date(day, pattern, locale=self.code))
        return said if self.code == "de" else said.replace(".", "")


@cache
def speech(code: str) -> Speech:
    """Raises BadFacts for a language the digest is not written in."""
    if code not in LANGUAGES:
        raise BadFacts(f"{code}: the digest is written in {', '.join(LANGUAGES)}")
    return Speech(code)

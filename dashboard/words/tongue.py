"""A language of the interface: its catalogue, its dates and its direction."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

FOLDER = Path(__file__).parent
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano", "pt": "Português"}
COOKIE = "amicus-language"  # the language a reader chose
RIGHT_TO_LEFT = {"ar", "arc", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
# how days are written where it is not the English order of signs
WRITTEN = {
    "de": (("EEE d", "EEE, d"), ("d MMM", "d. MMM")),
    "pt": (("EEE d", "EEE, d"), ("d MMM", "d 'de' MMM"), ("MMM y", "MMM 'de' y")),
}
_TIGHT = re.compile(
    r"(?<!\s); "
)  # signs that we put between phrases stand in no catalogue; French writes a thin space before
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Tongue:
    """Says things in one language. `unread` is true while no speaker has read its catalogue."""

    def __init__(
        self, code: str, catalogue: NullTranslations, *, unread: bool, known: frozenset[str] = frozenset()
    ) -> None:
        self.code, self.catalogue, self.unread, self._known = code, catalogue, unread, known
        self.name = LANGUAGES[code]
        self.joint = "\u202f; " if code == "fr" else "; "
        self.colon = "\xa0: " if code == "fr" else ": "
        self.locale = Locale.parse(code)

    def say(self, words: str, /, **values: object) -> str:
        """The words in this language, with {names} filled in. Nothing stays nothing: gettext would say its head."""
        said = str(self.catalogue.gettext(words)) if words else ""
        if self.code == "fr":
            said = _TIGHT.sub(self.joint, said)
        return _filled(said, values) if values else said

    def short(self, day: date) -> str:
        """4 Dec."""
        return self.day(day, "d MMM")

    def near(self, day: date, today: date) -> str:
        """4 Dec; with its year where that is another one."""
        return self.short(day) if day.year == today.year else self.day(day, "d MMM y")

    def knows(self, words: str) -> bool:
        """Is it said in this language, even where that is the same word?"""
        return self.code == "en" or words in self._known

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The form that goes with the number, {n} filled in as this language writes it."""
        said = str(self.catalogue.ngettext(one, many, number))
        return _filled(said, {"n": self.number(number), **values})

    def quoted(self, words: str) -> str:
        """Between the marks that this language quotes with."""
        return self.say("“{fact}”", fact=words)

    def language(self, code: str) -> str:
        """What a language is called; the code itself where it has no name, if it is one."""
        return str(self.locale.languages.get(code, tag(code)))

    def territory(self, code: str) -> str:
        """What a country is called; empty for what is none."""
        return str(self.locale.territories.get({"uk": "GB", "zz": ""}.get(code, code.upper()), ""))

    def number(self, number: float) -> str:
        return _written(number, self.code)

    def day(self, day: date | str, pattern: str = "EEE d MMM y") -> str:
        """Fri 4 Dec 2026, as this language writes it: Fr., 4. Dez. 2026; sex, 4 de dez de 2026. Of an instant its day."""
        for ours, theirs in WRITTEN.get(self.code, ()):
            pattern = pattern.replace(ours, theirs)
        at = date.fromisoformat(day[:10]) if isinstance(day, str) else day
        said = str(format_date(at, pattern, locale=self.locale))
        return said if self.code == "de" else said.replace(".", "")


@lru_cache(4_000)
def _written(number: float, code: str) -> str:
    return str(format_decimal(number, locale=code))


def _filled(said: str, values: Mapping[str, object]) -> str:
    """A value that brings its own full stop (a German day) takes the place of the sentence's."""
    for name, value in values.items():
        if isinstance(value, str) and value.endswith("."):
            said = said.replace(f"{{{name}}}.", f"{{{name}}}")
    return said.format(**values)


def later(words: str) -> str:
    """Words that are said elsewhere, marked for the catalogues."""
    return words


UNREAD = later("These words were not read by a speaker of this language yet; the words of the law are the original.")


@cache
def tongue(code: str) -> Tongue:
    """The language of a code (region and script are ignored), English where we have no catalogue."""
    short = code.lower().partition("-")[0].partition("_")[0]
    path = FOLDER / f"{short}.po"
    if short not in LANGUAGES or not path.is_file():
        return Tongue("en", NullTranslations(), unread=False)
    with path.open("rb") as file:
        catalogue = read_po(file, locale=short)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    known = frozenset(form for message in catalogue if message.string for form in _forms(message.id))
    return Tongue(short, Translations(compiled), unread="no speaker has read" in catalogue.header_comment, known=known)


def _forms(id: str | Iterable[str]) -> Iterable[str]:
    return [id] if isinstance(id, str) else id


def tag(code: str) -> str:
    """A language code fit for a lang attribute: what is not a BCP 47 tag becomes empty."""
    return code if _TAG.fullmatch(code) else ""


def direction(code: str) -> str:
    return "rtl" if code.lower().partition("-")[0] in RIGHT_TO_LEFT else "ltr"

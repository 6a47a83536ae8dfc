"""The note of a record in the reader's language: our sentences are said, words of others stand marked with their language."""

from collections.abc import Iterator

from markupsafe import Markup

from crawlers.joining.notes import DISAGREE, HAD, HAD_ON, Remark, remarks
from crawlers.joining.official_first import WATCHLIST
from crawlers.matter import Matter
from dashboard.views import days
from dashboard.views.text import in_language
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ENGLISH = "en"  # the watch-list is written in English
_OURS = {HAD, HAD_ON, DISAGREE}


def noted(matter: Matter, tongue: Tongue) -> Markup:
    """Nothing where the record has no note."""
    return Markup(" ").join(_said(matter, tongue))


def _said(matter: Matter, tongue: Tongue) -> Iterator[Markup]:
    """What follows a sentence about the watch-list is from it, too."""
    language = ENGLISH if matter.source == WATCHLIST else matter.language
    for one in remarks(matter.note):
        language = ENGLISH if one.sentence in _OURS else language
        yield _sentence(one, language, tongue) if one.sentence else in_language(one.values["words"], language, 600)


def _sentence(one: Remark, language: str, tongue: Tongue) -> Markup:
    values = {name: _value(name, words, language, tongue) for name, words in one.values.items()}
    return Markup.escape(tongue.say(one.sentence)).format(**values)


def _value(name: str, words: str, language: str, tongue: Tongue) -> Markup | str:
    if name == "status":
        return tongue.say(vocabulary().status[words.replace(" ", "_")].word)
    if name == "day":
        return days.moment(words, tongue) if "T" in words else days.say(words, tongue)
    return in_language(words, language, 600) if name in {"title", "what"} else words

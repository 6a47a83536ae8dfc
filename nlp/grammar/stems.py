"""How nouns and cues are compared: by the stems of their singulars."""

from collections.abc import Callable

from nlp.grammar.inflect import singular

STEMMERS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese"}
QUALITY: dict[str, str | tuple[str, ...]] = {
    "en": ("ity", "able", "ably"),
    "fr": "ité",
    "es": "idad",
    "it": "ità",
    "pt": "idade",
}


def stem(language: str) -> Callable[[str], str]:
    """Lower case, accents folded, Snowball stem of the singular: how nouns and cues are compared.

    Words of quality keep their ending: by its stem authority is author, reasonable is reason, publicidad is público.
    """
    import Stemmer

    snowball, one = Stemmer.Stemmer(STEMMERS[language]), singular(language)

    def compared(word: str) -> str:
        bare = one(word.lower())
        return fold(bare if language in QUALITY and bare.endswith(QUALITY[language]) else snowball.stemWord(bare))

    return compared


def fold(word: str) -> str:
    import unicodedata

    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))

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

# Participles with the ending of a quality: un compte limité, les entités accréditées.
DONE = {
    "fr": frozenset(
        [
            "abrité",
            "accrédité",
            "crédité",
            "débité",
            "délimité",
            "édité",
            "évité",
            "exploité",
            "habilité",
            "habité",
            "hérité",
            "imité",
            "incité",
            "invité",
            "limité",
            "mérité",
            "sollicité",
            "suscité",
            "traité",
            "visité",
        ]
    )
}


def stem(language: str) -> Callable[[str], str]:
    """Lower case, accents folded, Snowball stem of the singular: how nouns and cues are compared.

    Words of quality keep their ending: by its stem authority is author, reasonable is reason, publicidad is público.
    """
    import Stemmer

    snowball, one = Stemmer.Stemmer(STEMMERS[language]), singular(language)
    quality, done = QUALITY.get(language, ()), DONE.get(language, frozenset[str]())

    def compared(word: str) -> str:
        bare = one(word.lower())
        if bare in done:
            return fold(snowball.stemWord(bare + "e"))
        return fold(bare if bare.endswith(quality) else snowball.stemWord(bare))

    return compared


def fold(word: str) -> str:
    import unicodedata

    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))

"""The third persons by which laws command, of a verb in the infinitive: requerir, requiere, requerirán, requiera."""

import re
from functools import cache

from nlp.grammar.rules import lexicon


@cache
def _ends(language: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = lexicon(language).grammar.conjugation
    return tuple((re.compile(rf"(?<=\w\w){end}$"), tuple(forms.split())) for end, forms in rows)


def conjugated(language: str, verb: str) -> tuple[str, ...]:
    """Forms in the present and the future by the first end of the lexicon that fits; none of a word that is no infinitive."""
    found = next(((end, forms) for end, forms in _ends(language) if end.search(verb)), None)
    return tuple(found[0].sub(form, verb) for form in found[1]) if found else ()

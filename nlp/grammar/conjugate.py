"""The third persons by which laws command, of a verb in the infinitive: requerir, requiere, requerirán, requiera."""

import re
from functools import cache

from nlp.grammar.rules import lexicon

# German prefixes that never leave their verb, and stand where its participle would have ge-
FIXED = re.compile("(?:be|ge|er|ver|zer|ent|emp|miss|über|unter|durch|wider|voll)(?=.{4})")
INFINITIVE = re.compile("[a-zäöüß]{4,}(?<![aeiou]en)(?:en|ern|eln)")


@cache
def _ends(language: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = lexicon(language).grammar.conjugation
    return tuple((re.compile(rf"(?<=\w\w){end}$"), tuple(forms.split())) for end, forms in rows)


def conjugated(language: str, verb: str) -> tuple[str, ...]:
    """Forms in the present and the future by the first end of the lexicon that fits; none of a word that is no infinitive."""
    if language == "de":
        return _german(verb)
    found = next(((end, forms) for end, forms in _ends(language) if end.search(verb)), None)
    return tuple(found[0].sub(form, verb) for form in found[1]) if found else ()


def _german(phrase: str) -> tuple[str, ...]:
    """Aufspüren: aufspürt, aufgespürt, aufzuspüren; entfernen: entfernt. Nouns, which have a capital, have none."""
    before, space, verb = phrase.rpartition(" ")
    if not INFINITIVE.fullmatch(verb):
        return ()
    particle, simple = _particle(verb)
    present, participle = _third(simple)
    said = (particle + present, particle + participle, *([f"{particle}zu{simple}"] if particle else ()))
    return tuple(f"{before}{space}{each}" for each in said)


def parted(language: str, verb: str) -> tuple[tuple[str, str], ...]:
    """German: the particle with each third person that it leaves: auf, bewahrt and auf, bewahren. None of other verbs."""
    if language != "de" or not INFINITIVE.fullmatch(verb):
        return ()
    particle, simple = _particle(verb)
    return ((particle, _third(simple)[0]), (particle, simple)) if particle else ()


def _particle(verb: str) -> tuple[str, str]:
    particles = lexicon("de").grammar.particles
    found = next((each for each in particles if verb.startswith(each) and len(verb) > len(each) + 4), "")
    return found, verb[len(found) :]


def _third(verb: str) -> tuple[str, str]:
    """The third person and the participle of a German verb without its particle."""
    fixed = FIXED.match(verb)
    prefix = fixed[0] if fixed else ""
    root = verb[len(prefix) :]
    strong = dict(lexicon("de").grammar.strong)
    present, participle = strong[root].split() if root in strong else _weak(root)
    return prefix + present, prefix + ("" if fixed or root.endswith("ieren") else "ge") + participle


def _weak(root: str) -> tuple[str, str]:
    """Melden: meldet; prüfen: prüft; speichern: speichert."""
    bare = root.removesuffix("en") if root.endswith("en") else root.removesuffix("n")
    said = f"{bare}et" if bare.endswith(("t", "d", "chn", "ffn")) else f"{bare}t"
    return said, said

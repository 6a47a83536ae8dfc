"""How far a statement reaches: the whole law, a part of it, the duties on one named class, or its own provision."""

import re
from collections.abc import Callable, Sequence

from crawlers.matter import Matter, Norm, Provision, Struct
from crawlers.vocabulary import Modality
from index.binding.terms import classes, plain

# "this Act", "la présente loi": in `plain` spelling, so without accents.
_THIS = r"\b(?:this|dies\w*|(?:la|le|el|il|o|a)?\s?present[ei]?|est[ae]|quest[oa])\s+"
_LAW = re.compile(
    _THIS
    + r"(?:act|law|regulation|directive|rules?|code|bill|ordinance|gesetz\w*|verordnung|richtlinie|loi|reglement|ley|"
    r"reglamento|directiva|legge|regolamento|direttiva|lei|regulamento|diretiva)\b"
)
_UNITS = {
    "section": "section|abschnitt\\w*|seccion|sezione|secao|seccao",
    "chapter": "chapter|kapitel\\w*|chapitre|capitulo|capo",
    "title": "title|titel\\w*|titre|titulo|titolo",
    "part": "part|teil\\w*|partie|parte",
    "article": "article|artikel\\w*|articulo|articolo|artigo|paragraf\\w*",
}
_HERE = re.compile(_THIS + "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items()) + r")\b")
_NUMBERED = re.compile(
    r"(?:\b(?:sections?|articles?|artikel|articulos?|articol[io]|artigos?|rules?|clauses?)|§§?)\s*(\d+[a-z]?)\b"
)
_APPLY = re.compile(
    r"\b(?:not apply|nicht anzuwenden|gilt nicht|gelten nicht|keine anwendung|applique\w* pas|no se aplica\w*|non si applica\w*|"
    r"nao se aplica\w*)"
)
_NAMED = re.compile(r"[“”„‘’«»\"']\s*([^“”„‘’«»\"']{3,80}?)\s*[“”„‘’«»\"']")
_VERY_LARGE = re.compile(r"\bvery large online (?:platforms?|search engines?)\b", re.IGNORECASE)
_NO = r"\b(?:not|nicht|keine|pas|no|non|nao)\b"
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_NOT_CALLED = re.compile(_NO + r"\s+(?:an?\s|des?\s|un[ea]?\s|kein\w*\s)?[“”„‘’«»\"']")


class Ground(Struct, frozen=True, kw_only=True):
    """The text that is read: its provisions by id, in order."""

    provisions: dict[str, Provision]

    def words(self, id: str, otherwise: str = "") -> str:
        return self.provisions[id].text if id in self.provisions else otherwise

    def above(self, id: str) -> list[Provision]:
        """The provision and what holds it, nearest first."""
        found: list[Provision] = []
        while id in self.provisions and self.provisions[id] not in found:
            found.append(self.provisions[id])
            id = self.provisions[id].parent
        return found

    def whole(self, norm: Norm) -> str:
        """The words with the chapeau that they hang on."""
        return " ".join(one.text for one in self.above(norm.provision)[::-1] if one.text) or norm.quote

    def article(self, id: str) -> str:
        return id.partition("/")[0] if not id.startswith("div") else id


def newest(matter: Matter) -> list[Norm]:
    """Norms of the newest text in the matter's own language, else of the newest text of all."""
    tagged = {norm.text for norm in matter.norms}
    texts = [text for text in matter.texts if text.id in tagged]
    own = [text for text in texts if text.language == matter.language] or texts
    chosen = max(own, key=lambda text: (text.date, text.id), default=None)
    return [norm for norm in matter.norms if chosen and norm.text == chosen.id]


def ground(matter: Matter, norms: Sequence[Norm]) -> Ground:
    text = next((text for text in matter.texts if norms and text.id == norms[0].text), None)
    return Ground(provisions={one.id: one for one in text.provisions} if text else {})


def reach(norm: Norm, read: Ground) -> Callable[[Norm], bool] | None:
    """Which duties the statement speaks of; None for the whole law."""
    said = read.whole(norm)
    label, subject = named(norm, read), _APPLY.split(plain(said))[0]
    defines = bool(label) and (norm.modality is Modality.DEFINITION or bool(_NOT_CALLED.search(said.lower())))
    part, numbers = _part(norm, read, subject), set(_NUMBERED.findall(subject))
    if _LAW.search(subject) and not (defines or part or numbers):
        return None
    if not (defines or part or numbers):
        return _within(read.article(norm.provision), read)
    return lambda duty: (
        (defines and on(label, duty, read))
        or (bool(part) and any(one.id == part for one in read.above(duty.provision)))
        or bool(numbers & set(_NUMBERED.findall(plain(_number(duty, read)))))
    )


def _within(article: str, read: Ground) -> Callable[[Norm], bool]:
    return lambda duty: read.article(duty.provision) == article


def named(norm: Norm, read: Ground) -> str:
    """The name that the provision gives to those it speaks of."""
    words = read.words(norm.provision, norm.quote)
    if found := _NAMED.search(words):
        return found[1]
    match = _VERY_LARGE.search(words)
    return match[0] if match else ""


def on(label: str, duty: Norm, read: Ground) -> bool:
    """Does the duty, or the article it stands in, speak of those with this name?"""
    stem = plain(label).rstrip("s")
    heads = " ".join(one.heading for one in read.above(duty.provision)[-3:])
    return stem in plain(f"{duty.bearer_text} {duty.quote} {heads}")


def _part(norm: Norm, read: Ground, words: str) -> str:
    """The id of "this Section", whatever it is called in the law's language; nothing where none is named."""
    found = _HERE.search(words)
    if not found:
        return ""
    unit = _UNITS[str(found.lastgroup)]
    for one in read.above(norm.provision):
        if re.match(unit, plain(one.number)):
            return one.id
    return ""


def _number(duty: Norm, read: Ground) -> str:
    """The printed number of the article that the duty stands in."""
    return next((one.number for one in read.above(duty.provision) if _NUMBERED.search(plain(one.number))), "")


def excluding(norm: Norm, read: Ground) -> str:
    """The words that leave somebody out, also by definition ("such services are not ‘…’ within the meaning of"), or nothing."""
    if norm.modality is not Modality.DEFINITION:
        return norm.quote if norm.modality is Modality.EXEMPTION else ""
    sentences = _SENTENCE.split(read.words(norm.provision, norm.quote))
    return next((one for one in sentences if _NOT_CALLED.search(one.lower())), "")


def bound(duty: Norm, read: Ground) -> str:
    """The class that the duty falls on: as its own words say, else its provision, its article, or the headings above."""
    headed = classes(" ".join(one.heading for one in read.above(duty.provision)))
    if headed[:1] == ("marketplace",):
        return headed[0]
    own = classes(duty.bearer_text) or classes(duty.quote) or classes(read.words(duty.provision)) or headed
    return (own or _of_article(read.article(duty.provision), read) or ("unnamed",))[0]


def _of_article(article: str, read: Ground) -> tuple[str, ...]:
    return classes(" ".join(one.text for id, one in read.provisions.items() if read.article(id) == article))

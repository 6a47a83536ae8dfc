"""How far a clause reaches: the whole law, the duties beyond a threshold, or the duties on one class."""

import re
from collections.abc import Iterator, Sequence

from crawlers.matter import Matter, Norm, Struct
from crawlers.vocabulary import Modality
from index.binding.terms import classes, plain

_LAW = re.compile(
    r"\b(?:this|present|dies\w*|la presente|le present|el presente|il presente|o presente|a presente|presente|presenti)\s+"
    r"(?:act|law|regulation|directive|rules?|code|part|bill|gesetz\w*|verordnung|richtlinie|loi|reglement|directive|ley|reglamento|directiva|"
    r"legge|regolamento|direttiva|lei|regulamento|diretiva)\b"
)
_NAMED = re.compile(r"[“”„‘’«»\"']\s*([^“”„‘’«»\"']{3,80}?)\s*[“”„‘’«»\"']")


class Gate(Struct, frozen=True, kw_only=True):
    """A threshold, the name it gives those beyond it, and the duties that bind only them."""

    norm: Norm
    label: str
    duties: tuple[Norm, ...]


def newest(matter: Matter) -> list[Norm]:
    """Norms of the newest text in the matter's own language, else of the newest text of all."""
    tagged = {norm.text for norm in matter.norms}
    texts = [text for text in matter.texts if text.id in tagged]
    own = [text for text in texts if text.language == matter.language] or texts
    chosen = max(own, key=lambda text: (text.date, text.id), default=None)
    return [norm for norm in matter.norms if chosen and norm.text == chosen.id]


def whole(matter: Matter, norm: Norm) -> bool:
    """Does the exemption free from the whole law: it names this law, or it stands in the definition of who is bound?"""
    words = _words(matter, norm)
    return norm.modality is Modality.DEFINITION or bool(_LAW.search(plain(words))) or _excludes_from_definition(words)


def _excludes_from_definition(words: str) -> bool:
    """ "Providers of services such as … are not ‘…’ within the meaning of": an exemption by definition."""
    return bool(_NAMED.search(words)) and bool(
        re.search(r"\bnot\b|\bnicht\b|\bpas\b|\bno\b|\bnon\b|\bnao\b", plain(words))
    )


def gates(matter: Matter, norm: Norm, duties: Sequence[Norm]) -> Iterator[Gate]:
    """The threshold with the duties on those it names; a threshold inside a duty gates that duty alone."""
    label = _named(matter, norm)
    bound = tuple(duty for duty in duties if _on(label, duty)) if label else ()
    own = tuple(duty for duty in duties if duty.provision == norm.provision and duty not in bound)
    if bound or own:
        yield Gate(norm=norm, label=label or norm.quote, duties=(*bound, *own))


def _named(matter: Matter, norm: Norm) -> str:
    """The name that the provision gives to those beyond the threshold."""
    words = _words(matter, norm)
    if found := _NAMED.search(words):
        return found[1]
    match = re.search(r"\bvery large online (?:platforms?|search engines?)\b", words, re.IGNORECASE)
    return match[0] if match else ""


def _on(label: str, duty: Norm) -> bool:
    stem = plain(label).rstrip("s")
    return stem in plain(f"{duty.bearer_text} {duty.quote}")


def by_class(duties: Sequence[Norm]) -> dict[str, list[Norm]]:
    """Duties by the class they fall on; the first class that their words name counts, else hosting."""
    groups: dict[str, list[Norm]] = {}
    for duty in duties:
        names = classes(duty.bearer_text) or classes(duty.quote) or ("unnamed",)
        groups.setdefault(names[0], []).append(duty)
    return groups


def _words(matter: Matter, norm: Norm) -> str:
    """All words of the provision the norm stands in."""
    for text in matter.texts:
        if text.id == norm.text:
            return next((provision.text for provision in text.provisions if provision.id == norm.provision), norm.quote)
    return norm.quote

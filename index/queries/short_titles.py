"""What laws say that they are called: "may be cited as the Lamps Act", and the first letters of such names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Matter, Provision, Struct
from crawlers.vocabulary import Kind
from index import words

# kinds of matters that are called by their first letters, how many these are, and words of the longest such name
_LAWS = {Kind.ACT, Kind.BILL, Kind.REGULATION, Kind.CONSULTATION}
FEWEST, MOST, LONGEST = 3, 8, 12
# a provision that gives a name is no longer than this
_LENGTH = 600
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_BEHIND = re.compile(r",?\s+(?:of\s+)?(?:19|20)\d\d\b.*|\s*[(:].*")


class _Facts(Struct, frozen=True, kw_only=True):
    """short_titles.yaml."""

    before: tuple[str, ...]
    headings: tuple[str, ...]
    ends: tuple[str, ...]
    begins: tuple[str, ...]


@cache
def _read() -> _Facts:
    file = Path(__file__).with_name("short_titles.yaml")
    return facts.convert(facts.load(file), _Facts, file.name, "naming")


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name behind words that give one, and one that is all that a provision says."""
    known = _read()
    ends, begins = "|".join(known.ends), "|".join(known.begins)
    name = rf"(?:[A-ZÀ-Ý][^.;:“”\"]{{2,150}}?\b(?:{ends})\b(?:,?\s+(?:of\s+)?(?:19|20)\d\d)?|(?:{begins})\b[^.;:“”\"»]{{4,150}})"
    said = rf"(?:{'|'.join(known.before)})\s*:?\s*(?:the\s+)?[“\"«'‘]?\s*(?P<name>{name})"
    return re.compile(said), re.compile(rf"(?P<name>(?:{begins})\b[^.;:]{{4,150}})\.?")


def of(matter: Matter) -> Iterator[str]:
    """The names that its texts give it, or acts that it enacts."""
    headings = _read().headings
    for text in matter.texts:
        for provision in text.provisions:
            if provision.heading in headings or "cit" in provision.text or "denominar" in provision.text:
                yield from _named(provision)


def _named(provision: Provision) -> Iterator[str]:
    if len(provision.text) > _LENGTH:
        return
    said, alone = _rules()
    if "cit" in provision.text or "denominar" in provision.text:
        yield from (found["name"].strip(" ,'’") for found in said.finditer(provision.text))
    if provision.heading in _read().headings and (found := alone.fullmatch(provision.text.strip())):
        yield found["name"]


def initials(matter: Matter, titles: Iterable[str]) -> Iterator[str]:
    """SOPA of a Stop Online Piracy Act: the first letters of its great words, and of all."""
    for title in titles if matter.kind in _LAWS else ():
        said = _WORD.findall(_BEHIND.sub("", title))
        great = [word for word in said if word[0].isupper() and words.fold(word.lower()) not in words.stop_words()]
        if len(said) <= LONGEST and len(great) > len(said) / 2:
            for letters in ("".join(word[0] for word in chosen).lower() for chosen in (great, said)):
                if FEWEST <= len(letters) <= MOST:
                    yield letters

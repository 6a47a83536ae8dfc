"""A natural person in the name of a case: both manuals cite the family name alone, without given names, initials and suffixes."""

import re
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct

FILE = Path(__file__).with_name("persons.yaml")
# where given names come first and are those of our list
PLACES = {"au", "ca", "gb", "ie", "nz", "uk", "us", "za"}
_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){2,3}")
_PARTICLE = re.compile(r"de|la|van|von|der|den|del|di|al|el|bin")
_NAME = re.compile(r"(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?")
_SUFFIX = re.compile(r",? (?:Jr|Sr|Esq)\.?$| (?:II|III|IV)$")
LONGEST = 5  # words: what is longer is no person


class Persons(Struct, frozen=True, kw_only=True):
    given: frozenset[str]
    spanish: frozenset[str]
    firms: frozenset[str]


@cache
def persons() -> Persons:
    return facts.convert(facts.load(FILE), Persons, FILE.name, "persons")


def family(name: str, words_of_firms: frozenset[str]) -> str:
    """The family name of what is plainly one person; any other name as it is.

    Of two words that may both be it, both are kept behind a Spanish given name; else nothing can tell, and the name stays.
    """
    words = _SUFFIX.sub("", name).split(" ")
    if not 2 <= len(words) <= LONGEST or words[0] not in persons().given or " ".join(words[:2]) in persons().firms:
        return name
    rest = words[1:]
    while len(rest) > 1 and (rest[0] in persons().given or _INITIAL.fullmatch(rest[0])):
        rest = rest[1:]
    proper = [word for word in rest if not _PARTICLE.fullmatch(word)]
    plain = all(_NAME.fullmatch(word) and word not in words_of_firms for word in proper)
    certain = len(proper) == 1 or (len(proper) == 2 and words[0] in persons().spanish)
    return " ".join(rest) if plain and certain and rest[-1] in proper else name

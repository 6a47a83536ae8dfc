"""Lenses: ready-made searches of lenses.yaml, each with a paragraph that says what it shows and why."""

from functools import cache

from crawlers import facts
from crawlers.facts import BadFacts
from crawlers.matter import Struct
from index import query
from index.query import BadQuery, Query

FILE = "lenses.yaml"


class Lens(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    query: str
    about: str

    def asked(self) -> Query:
        return query.read(self.query)


@cache
def lenses() -> tuple[Lens, ...]:
    """In the order of the file. Raises BadFacts naming the lens that cannot be read."""
    path = facts.find(FILE)
    read = facts.convert(facts.load(path), dict[str, dict[str, str]], FILE, "lenses")
    found = tuple(facts.convert({"id": id, **entry}, Lens, FILE, id) for id, entry in read.items())
    for lens in found:
        try:
            lens.asked()
        except BadQuery as error:
            raise BadFacts(f"{FILE}: {lens.id}: query: {error}") from error
    return found

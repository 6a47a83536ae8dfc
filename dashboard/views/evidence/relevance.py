"""How likely a matter concerns online hosts, what that is called, and the terms that add up to it."""

from crawlers.matter import Matter, Struct
from dashboard.words.tongue import Tongue, later
from nlp.scores.cutoffs import called

TERMS = {
    "hosts in the title": later("hosts in the title"),
    "subjects of hosts in the title": later("subjects of hosts in title or summary"),
    "best provisions": later("its five most relevant provisions"),
    "law about hosts": later("how much of it names hosts"),
    "topics": later("topics found"),
}


class About(Struct, frozen=True, kw_only=True):
    """`cutoff` is alert, watch or nothing; each term with its value and what it adds."""

    score: str
    cutoff: str
    terms: tuple[tuple[str, str, str], ...]


def about(matter: Matter, tongue: Tongue) -> About | None:
    if matter.relevance is None:
        return None
    terms = ((TERMS.get(each.name, each.name), each.value, each.contribution) for each in matter.relevance.terms)
    return About(
        score=f"{matter.relevance.score:.2f}",
        cutoff=called(matter.relevance.score) or "below",
        terms=tuple((tongue.say(name), f"{value:.2f}", f"{adds:+.2f}") for name, value, adds in terms),
    )

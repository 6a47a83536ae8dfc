"""What persons judge of an opportunity: scores of the test-case criteria, answers under the five headings. Private."""

import msgspec

from crawlers.matter import Struct
from index.advice.dossier import headings
from index.advice.opportunities import weights
from index.phrase import Phrase, Told, phrase, together
from index.private import Leaf, Private

SCORES, ANSWERS = "opportunity", "answer"
HIGHEST = 3


class Judged(Struct, frozen=True, kw_only=True):
    """Scores from 0 to 3 by criterion; `by` is a role, `at` an instant. A criterion nobody scored is not there."""

    scores: dict[str, int]
    by: str = ""
    at: str = ""

    @property
    def total(self) -> int:
        return sum(self.scores.values())


def judge(private: Private, matter: str, judged: Judged) -> None:
    """Raises Fault for a criterion that is none, or a score out of range."""
    for name, score in judged.scores.items():
        if name not in weights().criteria or not 0 <= score <= HIGHEST:
            raise Told(_unscored(name, score))
    private.keep(Leaf(shelf=SCORES, name=matter, body=msgspec.json.encode(judged).decode()))


def _unscored(name: str, score: int) -> Phrase:
    known = together([phrase(criterion) for criterion in weights().criteria], ", ")
    asked = together([name, str(score)])
    return phrase("Not saved: {asked}: score {criteria} from 0 to {most}", asked=asked, criteria=known, most=HIGHEST)


def judgements(private: Private) -> dict[str, Judged]:
    """By matter."""
    return {leaf.name: msgspec.json.decode(leaf.body, type=Judged) for leaf in private.shelf(SCORES)}


def answer(private: Private, matter: str, heading: str, words: str, by: str) -> None:
    """A person's answer under one of the five headings; empty words take it away. Raises Fault."""
    if heading not in headings():
        known = ", ".join(headings())
        raise Told(
            phrase("Not saved: there is no heading {name}; the headings are {known}", name=repr(heading), known=known)
        )
    name = f"{matter}#{heading}"
    if not words.strip():
        private.drop(ANSWERS, name)
        return
    private.keep(Leaf(shelf=ANSWERS, name=name, body=msgspec.json.encode((words.strip(), by)).decode()))


def answers(private: Private, matter: str) -> dict[str, tuple[str, str]]:
    """Words and role by heading, as a dossier takes them."""
    found = {leaf.name: leaf.body for leaf in private.shelf(ANSWERS)}
    named = {heading: found.get(f"{matter}#{heading}") for heading in headings()}
    return {heading: msgspec.json.decode(body, type=tuple[str, str]) for heading, body in named.items() if body}

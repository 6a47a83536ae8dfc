"""From triggers to statements: which modality each main clause has, and who bears it."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.allowed import allowed
from nlp.grammar.bearers import Scene, Who, who
from nlp.grammar.clauses import Span, chunk_start, is_break
from nlp.grammar.hits import Hit
from nlp.grammar.modalities import is_power, of_the_law, on_liability, resolve
from nlp.grammar.passage import Passage
from nlp.grammar.spoken import spoken
from nlp.grammar.unnamed import INSTITUTIONS

DUE = ".due"
BINDS = frozenset({"obligation", "prohibition"})
NOBODY = frozenset({Modality.DEFINITION, Modality.COMMENCEMENT})


class Statement(NamedTuple):
    """One norm before it is written down: words [start, end) of a passage."""

    modality: Modality
    who: Who
    start: int
    end: int
    trigger: Hit
    span: Span


def statements(passage: Passage, scene: Scene) -> list[Statement]:
    found: list[Statement] = []
    for span, hit in spoken(passage):
        made = _statement(passage, span, hit, scene)
        if made:
            found.append(made)
            known = made.who.bearer != Bearer.NONE and made.who.how not in {"respects", "told"}
            scene = scene._replace(said=made.modality, last=made.who.bearer if known else scene.last)
    return found


def _statement(passage: Passage, span: Span, hit: Hit, scene: Scene) -> Statement | None:
    says = hit.entry.says
    if says == "none":
        return None
    found = _whose(passage, span, hit, scene)
    if says == "may":
        says, found = allowed(passage, span, hit, found, scene)
    if (
        says in BINDS
        and (found.how in {"implied", "genitive"} or not hit.entry.phrases)
        and of_the_law(passage, span, hit)
    ):
        return None
    modality = resolve(says, found.bearer, scene)
    if found.bearer in INSTITUTIONS and is_power(passage, span, hit, found, modality):
        modality = Modality.POWER
    if on_liability(passage, span, hit, scene, modality):
        modality, found = Modality.EXEMPTION, Who(Bearer.HOST, None, "liability")
    if modality in NOBODY:
        found = Who(Bearer.NONE, None, "none")
    start = _opening(passage, span, hit)
    longest = 60 if not hit.entry.phrases else 25
    return Statement(modality, found, start, _closing(passage, span, max(hit.end + longest, start + 12)), hit, span)


def _whose(passage: Passage, span: Span, hit: Hit, scene: Scene) -> Who:
    """Of those who are owed a thing (ont droit à un congé), nobody is an office."""
    found = who(passage, span, hit, scene)
    owed = hit.entry.id.endswith(DUE) and found.bearer in INSTITUTIONS
    return found._replace(bearer=Bearer.PERSON) if owed else found


def _opening(passage: Passage, span: Span, hit: Hit) -> int:
    """The quote begins with the subject, at most 25 words before the verb."""
    return max(chunk_start(passage, hit.start, span.start), hit.start - 25)


def _closing(passage: Passage, span: Span, end: int) -> int:
    """The quote goes on to the end of its clause where that is near, so that it stops at a word one may stop at."""
    near = range(end, min(span.end, end + 20))
    return next((i for i in near if is_break(passage, i)), span.end if end + 20 >= span.end else end)

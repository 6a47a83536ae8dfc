"""Briefs and assessments of what we hold; a brief is private until a person publishes it, and then stays as it was read."""

from collections.abc import Iterator

import msgspec

from crawlers.matter import Matter
from dashboard import doors, private
from dashboard.dossier import assessment, brief
from dashboard.dossier.about import About, Stance
from dashboard.dossier.outline import Paper
from dashboard.today import today
from dashboard.words.tongue import Tongue
from index.advice.brief import queries
from index.binding.profile import profiles
from index.binding.verdict import Verdict, verdict
from index.lenses import Lens, lenses
from index.phrase import Told, phrase
from index.private import Leaf

SHELF = "brief"
OF_A_LENS = 12  # matters of a lens that a brief is drawn from


def brief_of(subject: str, tongue: Tongue, *, secret: bool, seen: str = "") -> Paper:
    """Of a matter's id or a lens; `secret` adds what people here wrote. Raises Told for what we do not hold."""
    lens = next((lens for lens in lenses() if lens.id == subject), None)
    matters = _of(lens) if lens else (_held(subject),)
    if not matters:
        raise Told(phrase("{id}: nothing that we hold answers this lens yet", id=subject))
    ids = {matter.id for matter in matters}
    place = matters[0].jurisdiction if len(matters) == 1 else ""
    here = doors.SAMPLE if place == doors.SAMPLE else ""
    fresh = doors.freshness(today(), tongue, place)
    about = About(
        title=tongue.say(lens.name) if lens else matters[0].title,
        language="" if lens else matters[0].language,
        day=today(),
        tongue=tongue,
        matters=matters,
        verdicts=_verdicts(matters[0]) if len(matters) == 1 else (),
        windows=tuple(window for window in doors.open_windows(today(), here) if window.matter in ids),
        held=tuple(one for one in sparing() if (one.jurisdiction == doors.SAMPLE) == bool(here)),
        stances=_stances() if secret else (),
        seen=seen or (brief.PRIVATE if secret else brief.PUBLIC),
        unchecked=fresh.missing_words if fresh.missing else "",
    )
    return brief.paper(about)


def assessment_of(id: str, tongue: Tongue) -> Paper:
    """Raises Told for what we do not hold."""
    matter = _held(id)
    return assessment.paper(matter, _verdicts(matter), private.kept("decision", id), today(), tongue)


def publish(subject: str, tongue: Tongue) -> None:
    """As it stands now and in this language, with what people here wrote in it."""
    body = msgspec.json.encode(brief_of(subject, tongue, secret=True, seen=brief.PUBLISHED)).decode()
    private.shelves().keep(Leaf(shelf=SHELF, name=subject, body=body))


def withdraw(subject: str) -> None:
    private.shelves().drop(SHELF, subject)


def published(subject: str) -> Paper | None:
    """The brief that a person published, as it was then."""
    leaf = private.shelves().read(SHELF, subject)
    return msgspec.json.decode(leaf.body, type=Paper) if leaf else None


def _held(id: str) -> Matter:
    found = doors.matter(id)
    if found is None:
        raise Told(phrase("{id}: we hold no such matter, and no lens has this name", id=id))
    return found


def _of(lens: Lens) -> tuple[Matter, ...]:
    hits = doors.search().find(lens.asked(), limit=OF_A_LENS).hits
    return tuple(found for hit in hits if (found := doors.matter(hit.matter)))


def sparing() -> Iterator[Matter]:
    """Laws with an exemption that names hosts like us, found by their words."""
    for query in queries():
        hits = doors.search().find(query, limit=OF_A_LENS).hits
        yield from (found for hit in hits if (found := doors.matter(hit.matter)))


def _verdicts(matter: Matter) -> tuple[tuple[str, Verdict], ...]:
    return tuple((profile.name, verdict(matter, profile)) for profile in profiles().values())


def _stances() -> tuple[Stance, ...]:
    return tuple(
        Stance(
            matter=one.subject,
            position=one.body.get("position", ""),
            why=one.body.get("why", ""),
            role=one.role,
            day=one.at[:10],
        )
        for one in private.newest("decision").values()
    )

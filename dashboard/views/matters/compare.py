"""Two laws, or two versions of one, point by point and duty by duty: their words, what changed in law, where nothing is."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Norm, Struct, Text
from dashboard.views import labels
from dashboard.views.evidence.footnote import Note, version
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import law
from dashboard.views.matters.law import Stretch
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary
from index.differences import laws, papers
from index.differences.laws import Label, NormChange

LENGTH = 320
SHOWN = 4
Half = tuple[Matter, Text]  # one side of the comparison: a law in one of its versions

POINTS: dict[str, Callable[[Norm], str]] = {
    later("Who is bound"): lambda norm: norm.bearer_text if norm.host_duty else "",
    later("By when"): lambda norm: norm.deadline.text if norm.deadline else "",
    later("From what size"): lambda norm: norm.threshold.text if norm.threshold else "",
    later("Who is free"): lambda norm: norm.exemption.text if norm.exemption else "",
    later("Penalty"): lambda norm: norm.penalty.text if norm.penalty else "",
}


class Column(Struct, frozen=True, kw_only=True):
    """The head of one side."""

    matter: Matter
    name: str
    version: str
    size: int
    href: str


class Said(Struct, frozen=True, kw_only=True):
    """Words of a law under one point, with their mark."""

    words: str
    language: str
    note: Note


class Point(Struct, frozen=True, kw_only=True):
    name: str
    one: tuple[Said, ...]
    two: tuple[Said, ...]


class Side(Struct, frozen=True, kw_only=True):
    """A passage with its marks, and where it stands."""

    stretches: tuple[Stretch, ...]
    where: str
    language: str
    notes: tuple[Note, ...]


class Row(Struct, frozen=True, kw_only=True):
    """One duty in both laws; an empty side was read and has nothing like it."""

    modality: str
    words: str
    one: tuple[Side, ...]
    two: tuple[Side, ...]


class Change(Struct, frozen=True, kw_only=True):
    word: str
    where: str
    was: str
    now: str
    note: Note | None


def column(half: Half, tongue: Tongue) -> Column:
    matter, text = half
    href = f"/matter?id={ids.to_query(matter.id)}&part=text&version={text.id}"
    name = labels.called(matter.title)
    return Column(matter=matter, name=name, version=version(text, tongue), size=len(text.provisions), href=href)


def told(half: Half) -> list[Norm]:
    """What a comparison is about: duties of hosts, exemptions and penalties of this version."""
    matter, text = half
    found = [norm for norm in matter.norms if norm.text == text.id]
    return [norm for norm in found if norm.host_duty or norm.exemption or norm.penalty]


def points(one: Half, two: Half, tongue: Tongue, notes: Notes) -> list[Point]:
    """Those on which either law says something."""
    made = [
        Point(name=tongue.say(name), one=_said(words, one, notes), two=_said(words, two, notes))
        for name, words in POINTS.items()
    ]
    return [point for point in made if point.one or point.two]


def _said(words: Callable[[Norm], str], half: Half, notes: Notes) -> tuple[Said, ...]:
    """What most of its norms say first, each wording once."""
    matter, text = half
    found: dict[str, list[Norm]] = {}
    for norm in told(half):
        if said := " ".join(words(norm).split()):
            found.setdefault(said.casefold(), []).append(norm)
    most = sorted(found.values(), key=lambda same: -len(same))[:SHOWN]
    return tuple(
        Said(words=" ".join(words(same[0]).split()), language=text.language, note=notes.norm(same[0], text, matter))
        for same in most
    )


def rows(one: Half, two: Half, tongue: Tongue, notes: Notes, whole: bool = False) -> list[Row]:
    """What both have first, what carries no name of a duty last, else in the order of the first law.

    `whole` shows the provisions entire, with everything that is marked in them.
    """
    left, right = _grouped(told(one)), _grouped(told(two))
    keys = sorted(dict.fromkeys([*left, *right]), key=lambda key: (not key[1], not (key in left and key in right)))
    return [
        Row(
            modality=modality,
            words=labels.duty_label(duty, tongue),
            one=_sides(left.get((modality, duty), ()), one, notes, whole),
            two=_sides(right.get((modality, duty), ()), two, notes, whole),
        )
        for modality, duty in keys
    ]


def _grouped(found: Iterable[Norm]) -> dict[tuple[str, str], list[Norm]]:
    made: dict[tuple[str, str], list[Norm]] = {}
    for norm in found:
        made.setdefault((str(norm.modality), str(norm.duty or "")), []).append(norm)
    return made


def _sides(found: Sequence[Norm], half: Half, notes: Notes, whole: bool) -> tuple[Side, ...]:
    matter, text = half
    groups = [[norm] for norm in found]
    if whole:
        places = dict.fromkeys(norm.provision for norm in found)
        groups = [[n for n in matter.norms if n.text == text.id and n.provision == place] for place in places]
    return tuple(_side(here, half, notes, whole) for here in groups[:3])


def _side(here: Sequence[Norm], half: Half, notes: Notes, whole: bool) -> Side:
    matter, text = half
    units, place, marks = {unit.id: unit for unit in text.provisions}, here[0].provision, law.marks(here)
    words = units[place].text
    return Side(
        stretches=tuple(law.marked(words, marks) if whole else law.excerpt(words, marks, [], LENGTH)),
        where=law.where(place, units),
        language=text.language,
        notes=tuple(notes.norm(norm, text, matter) for norm in here),
    )


def changes(one: Half, two: Half, tongue: Tongue, notes: Notes) -> list[Change]:
    """What differs in law between two versions of one law."""
    return [
        Change(
            word=tongue.say(vocabulary().change.get(change.label, vocabulary().change["changed"])),
            where=_where(change, norm, text, tongue),
            was=_plain(change.was, change, tongue),
            now=_plain(change.now, change, tongue),
            note=notes.norm(norm, text, matter),
        )
        for change in laws.compare(one[1], one[0], two[1], two[0])
        for norm, (matter, text) in [(change.after, two) if change.after else (change.before, one)]
        if norm
    ]


def _where(change: NormChange, norm: Norm, text: Text, tongue: Tongue) -> str:
    units = {unit.id: unit for unit in text.provisions}
    told = ", ".join(law.where(place, units) for place in change.places)
    return tongue.say("throughout: {places}", places=told) if told else law.where(norm.provision, units)


def _plain(words: str, change: NormChange, tongue: Tongue) -> str:
    """Words of the law as they are; a modality in the reader's language."""
    return tongue.say(vocabulary().modality[words].plain) if change.label is Label.MODALITY else words


def values(one: Half, two: Half, show: str, tongue: Tongue, notes: Notes) -> dict[str, object]:
    """What the template shows; `show` is duties or side. A translation changes nothing in law, nor does a mere part of it."""
    same = (one[0].id, one[1].language) == (two[0].id, two[1].language) and not papers.excerpt(one[1], two[1])
    return {
        "columns": (column(one, tongue), column(two, tongue)),
        "points": points(one, two, tongue, notes) if show == "duties" else [],
        "changes": changes(one, two, tongue, notes) if same else None,
        "rows": rows(one, two, tongue, notes, whole=show == "side"),
        "whole": show == "side",
        "notes": notes,
    }


def page(one: Half, two: Half, show: str, tongue: Tongue) -> Markup:
    return render("compare.html", tongue, permanent=False, **values(one, two, show, tongue, Notes(tongue)))

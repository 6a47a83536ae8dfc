"""Two laws or two versions: their duties side by side, what changed in law, then word by word."""

from collections.abc import Sequence

from markupsafe import Markup

from crawlers.matter import Matter, Norm, Struct, Text
from dashboard.views import labels, law
from dashboard.views.evidence import Notes
from dashboard.views.footnote import Note, version
from dashboard.views.fresh import Fresh
from dashboard.views.law import Stretch
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary
from index import diff, norms
from index.diff import How, Pair

LENGTH = 320
PAIRS = 120


class Side(Struct, frozen=True, kw_only=True):
    """A passage with its mark, and where it stands."""

    stretches: tuple[Stretch, ...]
    where: str
    language: str
    note: Note


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


def rows(one: tuple[Matter, Text], two: tuple[Matter, Text], tongue: Tongue, notes: Notes) -> list[Row]:
    """Duties, exemptions and penalties that fall on hosts in either, in the order of the first law."""
    left, right = _grouped(*one), _grouped(*two)
    keys = list(dict.fromkeys([*left, *right]))
    return [
        Row(
            modality=modality,
            words=labels.duty_label(duty, tongue),
            one=_sides(left.get((modality, duty), ()), *one, notes),
            two=_sides(right.get((modality, duty), ()), *two, notes),
        )
        for modality, duty in keys
    ]


def _grouped(matter: Matter, text: Text) -> dict[tuple[str, str], list[Norm]]:
    found: dict[tuple[str, str], list[Norm]] = {}
    for norm in matter.norms:
        if norm.text == text.id and (norm.host_duty or norm.exemption or norm.penalty):
            found.setdefault((str(norm.modality), str(norm.duty or "")), []).append(norm)
    return found


def _sides(found: Sequence[Norm], matter: Matter, text: Text, notes: Notes) -> tuple[Side, ...]:
    units = {unit.id: unit for unit in text.provisions}
    return tuple(
        Side(
            stretches=tuple(law.excerpt(units[norm.provision].text, law.marks([norm]), [], LENGTH)),
            where=law.where(norm.provision, units),
            language=text.language,
            note=notes.norm(norm, text, matter),
        )
        for norm in found[:3]
    )


def changes(matter: Matter, old: Text, new: Text, tongue: Tongue, notes: Notes) -> list[Change]:
    return [
        Change(
            word=tongue.say(vocabulary().change.get(change.label, vocabulary().change["changed"])),
            where=_where(norm, old, new),
            was=change.was,
            now=change.now,
            note=notes.norm(norm, new if change.after else old, matter),
        )
        for change in norms.compare(old, matter, new, matter)
        if (norm := change.after or change.before)
    ]


def _where(norm: Norm, old: Text, new: Text) -> str:
    text = new if norm.text == new.id else old
    return law.where(norm.provision, {unit.id: unit for unit in text.provisions})


def changed(old: Text, new: Text) -> tuple[list[Pair], int]:
    """Provisions that differ, as many as a page holds, and how many there are."""
    pairs = [pair for pair in diff.compare(old, new) if pair.how is not How.SAME]
    return pairs[:PAIRS], len(pairs)


def versions(matter: Matter, old: Text, new: Text, fresh: Fresh, tongue: Tongue) -> Markup:
    notes = Notes(tongue)
    pairs, total = changed(old, new)
    return render(
        "compare_versions.html",
        tongue,
        matter=matter,
        old=version(old, tongue),
        new=version(new, tongue),
        language=new.language,
        changes=changes(matter, old, new, tongue, notes),
        pairs=pairs,
        total=total,
        fresh=fresh,
        notes=notes,
    )


def laws(one: tuple[Matter, Text], two: tuple[Matter, Text], fresh: Fresh, tongue: Tongue) -> Markup:
    notes = Notes(tongue)
    return render(
        "compare_laws.html",
        tongue,
        one=one[0],
        two=two[0],
        sizes=(len(one[1].provisions), len(two[1].provisions)),
        rows=rows(one, two, tongue, notes),
        fresh=fresh,
        notes=notes,
    )

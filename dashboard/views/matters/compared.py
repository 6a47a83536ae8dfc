"""A comparison to print, with numbered sources, and as a table for a wiki page."""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.public.wiki import words
from dashboard.views import labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.evidence.footnote import version
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import compare
from dashboard.views.matters.compare import Half, Row, Side
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary


def title(one: Half, two: Half, tongue: Tongue) -> str:
    names = [labels.called(matter.title) for matter, _ in (one, two)]
    if one[0].id == two[0].id:
        return tongue.say("{law}: two versions", law=names[0])
    return tongue.say("{one} beside {two}", one=names[0], two=names[1])


def address(page: str, one: Half, two: Half, **more: str) -> str:
    kept = {"one": one[0].id, "two": two[0].id, "old": one[1].id, "new": two[1].id, **more}
    return f"{page}?{urlencode(sorted(kept.items()))}"


def page(one: Half, two: Half, show: str, fresh: Fresh, tongue: Tongue) -> Markup:
    notes = Notes(tongue, numbered=True)
    return render(
        "permanent_compare.html",
        tongue,
        permanent=True,
        title=title(one, two, tongue),
        about=tongue.say("Their words, side by side. Whether one is stricter is for you to say."),
        speakers=(),
        fresh=fresh,
        back=address("/compare", one, two, show=show),
        wikitext=address("/comparison", one, two, format="wikitext"),
        **compare.values(one, two, show, tongue, notes),
    )


def wikitext(one: Half, two: Half, link: Callable[[str], str], tongue: Tongue) -> str:
    """Point by point, then duty by duty; an empty side was read and has nothing like it."""
    notes = Notes(tongue)
    heads = [
        f"[{link(matter.id)} {words(labels.called(matter.title))}] {words(version(text, tongue))}"
        if link(matter.id)
        else f"{words(labels.called(matter.title))} {words(version(text, tongue))}"
        for matter, text in (one, two)
    ]
    lines = [
        f"== {words(title(one, two, tongue))} ==",
        f"''{words(tongue.say('Their words, side by side. Whether one is stricter is for you to say.'))}''",
        '{| class="wikitable"',
        "|-",
        f"! {words(tongue.say('Point'))} !! {heads[0]} !! {heads[1]}",
    ]
    for point in compare.points(one, two, tongue, notes):
        left, right = ([part.words for part in side] for side in (point.one, point.two))
        lines += _row(point.name, left, right, tongue)
    for row in compare.rows(one, two, tongue, notes):
        lines += _row(_duty(row, tongue), _quoted(row.one), _quoted(row.two), tongue)
    return "\n".join([*lines, "|}"]) + "\n"


def _row(name: str, left: Iterable[str], right: Iterable[str], tongue: Tongue) -> list[str]:
    nothing = tongue.say("nothing found")
    cells = ["<br />".join(f"“{words(said)}”" for said in side) or words(nothing) for side in (left, right)]
    return ["|-", f"! {words(name)}", f"| {cells[0]} || {cells[1]}"]


def _duty(row: Row, tongue: Tongue) -> str:
    return f"{tongue.say(vocabulary().modality[row.modality].word)} {row.words}".strip()


def _quoted(sides: Iterable[Side]) -> list[str]:
    """The passage, and where it stands."""
    return [
        "".join(piece.words for stretch in side.stretches for piece in stretch.pieces) + f" ({side.where})"
        for side in sides
    ]

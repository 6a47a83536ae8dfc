"""The words of a law as they are read: one article at a time, with our marks, and links where it names other laws."""

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Norm, Provision, Struct, Text
from crawlers.vocabulary import Modality
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.labels import duty_label
from dashboard.views.matters import law
from dashboard.views.matters import matter as pieces
from dashboard.views.matters.law import Stretch
from dashboard.views.matters.matter_page import Around, Values, text_address
from dashboard.views.page import render
from dashboard.views.text import short
from dashboard.words.tongue import Tongue
from nlp.cites.references import place


class Line(Struct, frozen=True, kw_only=True):
    """A provision with what the margin says of it."""

    id: str
    number: str
    heading: str
    stretches: tuple[Stretch, ...]
    margin: tuple[tuple[Modality, str, str], ...]
    notes: tuple[Note, ...]
    depth: int


def values(matter: Matter, text: Text, article: str, around: Around, tongue: Tongue, notes: Notes) -> Values:
    """One article at a time; `article` falls back to one of its number, then to the first with a statement about hosts."""
    groups = law.articles(text)
    chosen = _holding(article, groups) or _first(matter, text, groups)
    read = lines(matter, text, groups.get(chosen, []), addresses(around), tongue, notes)
    units = {provision.id: provision for provision in text.provisions}
    return {
        "text": text,
        "heading": tongue.say("Text: {place}", place=law.where(chosen, units))
        if len(groups) > 1
        else tongue.say("Text"),
        "chosen": chosen,
        "contents": contents(matter, text, groups),
        "text_href": text_address(matter, around.permanent),
        "lines": read,
        "licence": around.licence or matter.source,
        "permanent": around.permanent,
        "notes": notes,
    }


def _holding(article: str, groups: Mapping[str, Sequence[Provision]]) -> str:
    """The part with art_16 or, where the law calls its articles otherwise, with sec_16; recitals are no articles."""
    kind, _, number = article.partition("_")
    held = {unit.id.partition("/")[0]: id for id, units in groups.items() for unit in units}
    alike = (id for id in held if id.endswith(f"_{number}") and number and (kind == "rec") == id.startswith("rec_"))
    return held.get(article) or held.get(next(alike, ""), "")


def addresses(around: Around) -> dict[str, str]:
    """By what references call other matters: where their articles are read, to be ended by the id of one."""
    return {called: _address(id, around.permanent) for called, id in around.named.items()}


def _address(id: str, permanent: bool) -> str:
    return f"/matter/{ids.to_path(id)}#" if permanent else f"/matter?id={ids.to_query(id)}&part=text&article="


def _first(matter: Matter, text: Text, groups: Mapping[str, Sequence[Provision]]) -> str:
    norms = pieces.statements(matter, text)
    return _holding(norms[0].provision.partition("/")[0], groups) if norms else next(iter(groups), "")


def contents(matter: Matter, text: Text, groups: Mapping[str, Sequence[Provision]]) -> list[tuple[str, str, int]]:
    """Articles as id, number with heading (else its first words), and how many statements we marked in each."""
    counts = Counter(norm.provision for norm in matter.norms if norm.text == text.id)
    return [(id, _named(id, units), sum(counts[unit.id] for unit in units)) for id, units in groups.items()]


def _named(id: str, units: Sequence[Provision]) -> str:
    own = next((unit for unit in units if unit.id == id), None)
    words = " · ".join(filter(None, (own.number, own.heading))) if own else ""
    return words or next((short(unit.text, 60) for unit in units if unit.text), id)


def article(matter: Matter, text: Text, around: Around, tongue: Tongue, chosen: str) -> Markup:
    notes = Notes(tongue)
    return render("matter_text.html", tongue, **values(matter, text, chosen, around, tongue, notes))


def lines(
    matter: Matter, text: Text, provisions: Sequence[Provision], named: Mapping[str, str], tongue: Tongue, notes: Notes
) -> list[Line]:
    """Provisions of one article as they are read; `named` are addresses of held matters by what references call them."""
    by_place: dict[str, list[Norm]] = {}
    for norm in matter.norms:
        if norm.text == text.id:
            by_place.setdefault(norm.provision, []).append(norm)
    return [
        _line(matter, text, provision, by_place.get(provision.id, []), named, tongue, notes) for provision in provisions
    ]


def _line(
    matter: Matter,
    text: Text,
    provision: Provision,
    norms: Sequence[Norm],
    named: Mapping[str, str],
    tongue: Tongue,
    notes: Notes,
) -> Line:
    said = [(norm.modality, duty_label(norm.duty, tongue), pieces.who(norm, tongue)) for norm in norms]
    return Line(
        id=provision.id,
        number=provision.number,
        heading=provision.heading,
        stretches=tuple(law.marked(provision.text, law.marks(norms), links=_links(matter, text, provision, named))),
        margin=tuple(dict.fromkeys(said)),
        notes=tuple(notes.norm(norm, text, matter) for norm in norms),
        depth=provision.id.count("/"),
    )


def _links(matter: Matter, text: Text, provision: Provision, named: Mapping[str, str]) -> list[law.Reference]:
    """References to matters we hold, each to the article that it names."""
    return [
        (one.start, one.end, (named[one.target] + place(one.quote).partition("/")[0]).rstrip("#"))
        for one in matter.citations
        if (one.text, one.provision) == (text.id, provision.id) and one.target in named
    ]

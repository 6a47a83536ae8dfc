"""One matter: who must do what, and what it has to do with other matters."""

from collections.abc import Mapping, Sequence

from crawlers import ids
from crawlers.matter import Link, Matter, Norm, Struct, Text
from crawlers.vocabulary import Bearer, LinkKind, Modality
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.labels import duty_label, native, titled
from dashboard.views.matters import law
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ROWS, CITES = 25, 40


class Row(Struct, frozen=True, kw_only=True):
    """Who does what by when, unless, where; `named`: in words of the law, as `words` are, where `duty` is ours."""

    who: str
    modality: Modality
    duty: str
    words: str
    when: str
    unless: str
    threshold: str
    where: str
    article: str
    language: str
    note: Note
    named: bool = False


class Tie(Struct, frozen=True, kw_only=True):
    """A relation to another matter: its words, and the address when we hold it."""

    relation: str
    name: str
    href: str
    status: str = ""
    language: str = ""


def statements(matter: Matter, text: Text | None) -> list[Norm]:
    """Those of one text in the order of the law, duties of hosts first and what only says what a word means last."""
    if text is None:
        return []
    order = {provision.id: index for index, provision in enumerate(text.provisions)}
    mine = [norm for norm in matter.norms if norm.text == text.id]
    return sorted(
        mine,
        key=lambda norm: (
            not norm.host_duty,
            norm.modality is Modality.DEFINITION,
            order.get(norm.provision, len(order)),
            norm.start,
        ),
    )


def rows(matter: Matter, text: Text, norms: Sequence[Norm], tongue: Tongue, notes: Notes) -> list[Row]:
    provisions = {provision.id: provision for provision in text.provisions}
    return [
        Row(
            who=who(norm, tongue) or "–",
            modality=norm.modality,
            duty=duty_label(norm.duty, tongue),
            words=norm.action.strip(" ,;:") if any(map(str.isalnum, norm.action)) else norm.quote,
            named=bool(norm.bearer_text),
            when=norm.deadline.text if norm.deadline else "",
            unless=norm.exemption.text if norm.exemption else "",
            threshold=norm.threshold.text if norm.threshold else "",
            where=law.where(norm.provision, provisions),
            article=norm.provision.partition("/")[0],
            language=text.language,
            note=notes.norm(norm, text, matter),
        )
        for norm in norms
    ]


def who(norm: Norm, tongue: Tongue) -> str:
    """In the words of the law, else in ours; nothing where it binds nobody, as a definition."""
    return norm.bearer_text or ("" if norm.bearer is Bearer.NONE else tongue.say(vocabulary().bearer[norm.bearer]))


def thread(matter: Matter, held: Mapping[str, Matter], back: Sequence[tuple[str, Link]], tongue: Tongue) -> list[Tie]:
    """Relations from here and to here. `held` maps ids to matters we hold, `back` says who points here and how."""
    book = vocabulary()
    out = [_tie(book.link[link.kind], link.target, held, tongue) for link in matter.links]
    return out + [_tie(book.linked[link.kind], id, held, tongue) for id, link in back]


def cites(both: tuple[Sequence[Matter], Sequence[Matter]], tongue: Tongue) -> list[Tie]:
    """Laws that the words name, and those whose words name this one; the first forty of each."""
    book = vocabulary()
    return [
        _tie(relation, other.id, {other.id: other}, tongue)
        for relation, others in zip((book.link[LinkKind.CITES], book.linked[LinkKind.CITES]), both, strict=True)
        for other in others[:CITES]
    ]


def _tie(relation: str, target: str, held: Mapping[str, Matter], tongue: Tongue) -> Tie:
    if other := held.get(target):
        href = f"/matter?id={ids.to_query(other.id)}"
        language = tongue.code if native(other, tongue) else other.language
        name = titled(other, tongue)
        return Tie(relation=tongue.say(relation), name=name, href=href, status=other.status, language=language)
    return Tie(relation=tongue.say(relation), name=target, href="")

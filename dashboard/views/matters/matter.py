"""One matter: where it stands, what comes next, who must do what, its words and its versions."""

from collections.abc import Mapping, Sequence
from datetime import date

from crawlers import ids
from crawlers.matter import Event, Link, Matter, Norm, Struct, Text
from crawlers.vocabulary import Bearer, EventKind, LinkKind, Modality
from dashboard.views import days
from dashboard.views.days import Due
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.labels import duty_label, foreign, label
from dashboard.views.matters import law
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

K = EventKind
LIFE = {
    K.PROPOSED, K.INTRODUCED, K.REPORTED, K.PASSED_ONE_CHAMBER, K.PASSED, K.ADOPTED, K.SIGNED, K.VETOED, K.ENACTED,
    K.PUBLISHED, K.REJECTED, K.WITHDRAWN, K.LAPSED, K.IN_FORCE, K.APPLIES_FROM, K.TRANSPOSE_BY, K.ENDS, K.REPEALED,
    K.SUSPENDED, K.STRUCK_DOWN, K.COMMENT_OPENS, K.COMMENT_CLOSES, K.OUTCOME, K.FILED, K.DOCKETED, K.COMMUNICATED,
    K.GRANTED, K.DENIED, K.ARGUED, K.DECIDED,
}  # fmt: skip
STOPS, ROWS, CITES = 8, 60, 40


class Stop(Struct, frozen=True, kw_only=True):
    """One stop of the rail; `state` is past, now or next."""

    word: str
    day: str
    state: str


class Ahead(Struct, frozen=True, kw_only=True):
    """A coming (or cancelled) event, with the footnote that shows where it was read."""

    what: str
    due: Due
    cancelled: bool
    note: Note
    mark: str
    language: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """Who does what by when, unless, where; `named` and `quote`: in words of the law, not ours."""

    who: str
    modality: Modality
    what: str
    quote: bool
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


def rail(matter: Matter, today: date, tongue: Tongue) -> list[Stop]:
    """The events of its life, oldest first; the newest that has happened is where it stands."""
    life = sorted(
        {(e.date, e.kind): e for e in matter.events if e.kind in LIFE and not e.cancelled}.values(),
        key=lambda e: e.date,
    )
    past = [event for event in life if event.date <= today.isoformat()]
    coming = [event for event in life if event.date > today.isoformat()]
    kept = past if len(past) <= STOPS else [past[0], *past[1 - STOPS :]]
    stops = [_stop(event, "past", tongue) for event in kept[:-1]]
    return stops + [_stop(e, "now", tongue) for e in kept[-1:]] + [_stop(e, "next", tongue) for e in coming[:3]]


def _stop(event: Event, state: str, tongue: Tongue) -> Stop:
    return Stop(word=label(event, tongue), day=_short(event.date, tongue), state=state)


def _short(day: str, tongue: Tongue) -> str:
    on = days.parsed(day)
    return tongue.day(on, "d MMM y") if on else day


def ahead(matter: Matter, today: date, tongue: Tongue, notes: Notes) -> list[Ahead]:
    """Coming events, nearest first; what was cancelled is kept and said to be."""
    coming = sorted(
        (e for e in matter.events if days.parsed(e.date) and e.date >= today.isoformat()),
        key=lambda e: (e.date, e.time),
    )
    return [
        Ahead(
            what=label(event, tongue),
            due=days.due(event.date, today, tongue, event.time, event.zone),
            cancelled=event.cancelled,
            note=notes.event(event, matter),
            mark=event.mark,
            language=foreign(event, matter.language),
        )
        for event in coming
    ]


def statements(matter: Matter, text: Text | None) -> list[Norm]:
    """Those of one text, duties of hosts first, then in the order of the law."""
    if text is None:
        return []
    order = {provision.id: index for index, provision in enumerate(text.provisions)}
    mine = [norm for norm in matter.norms if norm.text == text.id]
    return sorted(mine, key=lambda norm: (not norm.host_duty, order.get(norm.provision, len(order)), norm.start))


def rows(matter: Matter, text: Text, norms: Sequence[Norm], tongue: Tongue, notes: Notes) -> list[Row]:
    provisions = {provision.id: provision for provision in text.provisions}
    return [
        Row(
            who=norm.bearer_text or _bearer(norm.bearer, tongue),
            modality=norm.modality,
            what=duty_label(norm.duty, tongue) or norm.action or norm.quote,
            quote=not duty_label(norm.duty, tongue),
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


def _bearer(bearer: Bearer, tongue: Tongue) -> str:
    return tongue.say(vocabulary().bearer[bearer])


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
        return Tie(
            relation=tongue.say(relation), name=other.title, href=href, status=other.status, language=other.language
        )
    return Tie(relation=tongue.say(relation), name=target, href="")

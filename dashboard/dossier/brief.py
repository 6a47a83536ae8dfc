"""A brief on one page, of a matter or a lens: next date, who decides, does it bind us, the words, how they hit, what worked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from crawlers.matter import Event, Matter, Norm, Struct
from crawlers.sources import Republish
from crawlers.vocabulary import EventKind
from dashboard.dossier.outline import Block, Paper
from dashboard.mail.items import said
from dashboard.public import allowed
from dashboard.views import labels, law
from dashboard.words.vocabulary import vocabulary
from index import brief
from index.binding.verdict import Outcome, Verdict
from index.clock import Window
from index.clock.count import said as spelled

PASSAGES, WORDINGS, HITS, DATES = 6, 3, 3, 3
LENGTH = 240
BINDS = {Outcome.APPLIES: "it applies", Outcome.EXEMPT: "exempt", Outcome.UNDETERMINED: "undetermined"}
SPOKEN = {EventKind.AMICUS_FILED, EventKind.BRIEF_FILED}
PRIVATE = "For people here only: it holds what they wrote"
PUBLIC = "Made from official sources alone"
PUBLISHED = "Published by people here"


class Stance(Struct, frozen=True, kw_only=True):
    """What people here decided of a matter: position, reasons, their role and the day; private."""

    matter: str
    position: str
    why: str
    role: str
    day: str


class About(Struct, frozen=True, kw_only=True):
    """All that a brief is drawn from. `stances` are given only where they may be seen."""

    title: str
    day: date
    matters: tuple[Matter, ...]
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    windows: tuple[Window, ...] = ()
    held: tuple[Matter, ...] = ()
    stances: tuple[Stance, ...] = ()
    seen: str = ""
    unchecked: str = ""


class Refs:
    """Sources in the order in which they are first named."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def __call__(self, url: str) -> str:
        if not url:
            return ""
        if url not in self.urls:
            self.urls.append(url)
        return f" [{self.urls.index(url) + 1}]"


def paper(about: About) -> Paper:
    return Paper(title=_title(about), day=about.day.isoformat(), blocks=tuple(_blocks(about)))


def _title(about: About) -> str:
    return f"Brief: {said(labels.called(about.title), 160)}"


def _blocks(about: About) -> Iterator[Block]:
    refs, found = Refs(), brief.passages(about.matters, _free(about))
    yield Block(kind="title", words=_title(about))
    yield Block(kind="words", words=f"{spelled(about.day)} · {about.seen} · Not legal advice")
    yield from (_matter(one, refs) for one in about.matters[:DATES])
    yield from _part("Next date", _dates(about, refs), "No date ahead is known.")
    yield from _part("Who decides", _deciders(about), "Not known.")
    yield from _part("Does it bind us?", _binds(about), "Not worked out.")
    yield from _passages(found, len(about.matters) > 1, refs)
    yield from _hits(about, found)
    yield from _part("Wording that worked elsewhere", _elsewhere(about, refs), "We hold none in another law.")
    yield from _asks(about)
    yield from _part("Said before", _before(about), "Nothing that we hold.")
    yield from _part("What we do not know", _unknown(about, found), "Nothing known to be missing.")
    yield Block(kind="part", words="Sources")
    yield from (Block(kind="sum", words=url, url=url) for url in refs.urls)


def _free(about: About) -> set[Norm]:
    """Duties that do not fall on the first of our services."""
    groups = about.verdicts[0][1].groups if about.verdicts else ()
    return {duty for group in groups if group.outcome is Outcome.EXEMPT for duty in group.duties}


def _part(title: str, lines: Iterable[str], otherwise: str) -> Iterator[Block]:
    yield Block(kind="part", words=title)
    yield from (Block(kind="list", words=line) for line in list(lines) or [otherwise])


def _matter(matter: Matter, refs: Refs) -> Block:
    standing = vocabulary().status[matter.status]
    number = f" · {said(matter.identifiers[0].value, 60)}" if matter.identifiers else ""
    title = said(labels.called(matter.title), 160)
    words = f"{labels.place(matter.jurisdiction)}: {title}{number}. {standing.word}. {standing.sentence}"
    return Block(kind="words", words=f"{words}{refs(matter.url)}")


def _dates(about: About, refs: Refs) -> list[str]:
    """The nearest days to act, from rules and from sources; a rule that nobody verified says so."""
    today = about.day.isoformat()
    ours = [
        (window.step, f"{window.filing}{'' if window.answer.verified else ' [unverified rule]'}", window.url)
        for window in about.windows
        if window.step >= today
    ]
    theirs = [
        (
            event.date,
            f"{_clock(event)}{said(event.label or event.kind.replace('_', ' '), 120)}",
            event.url or matter.url,
        )
        for matter in about.matters
        for event in matter.events
        if event.date >= today and len(event.date) == 10 and not event.cancelled
    ]
    return [_dated(*one, about.day, refs) for one in sorted({*ours, *theirs})[:DATES]]


def _clock(event: Event) -> str:
    return f"{event.time} {event.zone}: " if event.time else ""


def _dated(day: str, words: str, url: str, today: date, refs: Refs) -> str:
    left = (date.fromisoformat(day) - today).days
    when = "today" if not left else "tomorrow" if left == 1 else f"in {left} days"
    return f"{spelled(date.fromisoformat(day))} ({when}): {words}{refs(url)}"


def _deciders(about: About) -> list[str]:
    courts = {window.matter: window.court for window in about.windows}
    lines = (
        brief.decides(one, labels.place(one.jurisdiction), vocabulary().status[one.status].sentence, courts)
        for one in about.matters
    )
    return list(dict.fromkeys(lines))[:DATES]


def _binds(about: About) -> list[str]:
    return [
        f"{name}: {BINDS[verdict.outcome]}"
        + (f"; missing: {', '.join(verdict.missing[:3])}" if verdict.missing else "")
        for name, verdict in about.verdicts
    ]


def _passages(found: Sequence[brief.Passage], many: bool, refs: Refs) -> Iterator[Block]:
    yield Block(kind="part", words="What it says")
    for one in found[:PASSAGES]:
        quote = "" if allowed(one.matter) is Republish.LINK else said(one.norm.quote, LENGTH)
        law_of = f"{said(labels.called(one.matter.title), 60)}, " if many else ""
        word = vocabulary().modality[one.norm.modality].word
        words = f"{word} · {law_of}{_where(one)}: {f'“{quote}”' if quote else '(the licence allows only a link)'}"
        yield Block(kind="quote", words=f"{words}{refs(one.matter.url)}")
    if not found:
        yield Block(kind="words", words="No duty of a host found in what we read, and that is not proof of none.")
    if len(found) > PASSAGES:
        yield Block(kind="words", words=f"{len(found) - PASSAGES} more; tags are made by a machine unless reviewed.")


def _where(one: brief.Passage) -> str:
    text = next((text for text in one.matter.texts if text.id == one.norm.text), None)
    return law.where(one.norm.provision, {unit.id: unit for unit in text.provisions} if text else {})


def _hits(about: About, found: Sequence[brief.Passage]) -> Iterator[Block]:
    """General words of ours by kind of duty, then what the lead wrote."""
    yield from _part(
        "How it hits a host run by volunteers", brief.hits(found[:PASSAGES])[:HITS], "A person writes this."
    )
    for stance in _mine(about)[:1]:
        yield Block(kind="words", words=f"{said(stance.why, 500)} ({stance.role}, {stance.day})")


def _mine(about: About) -> list[Stance]:
    own = {matter.id for matter in about.matters}
    return [stance for stance in about.stances if stance.matter in own and stance.why]


def _elsewhere(about: About, refs: Refs) -> list[str]:
    lines: list[str] = []
    for one in brief.elsewhere(about.matters, about.held):
        if allowed(one.matter) is not Republish.LINK and len(lines) < WORDINGS:
            since = f", {one.matter.status_as_of}" if one.matter.status_as_of else ""
            became = f"{vocabulary().status[one.matter.status].word}{since}"
            name = f"{labels.place(one.matter.jurisdiction)}, {said(labels.called(one.matter.title), 70)}"
            lines.append(f"{name}: “{said(one.words, 180)}” {became}{refs(one.matter.url)}")
    return lines


def _asks(about: About) -> Iterator[Block]:
    own = {matter.id for matter in about.matters}
    found = [f"{one.position} ({one.role}, {one.day})" for one in about.stances if one.matter in own and one.position]
    undecided = "Said by people here, not in this version." if about.seen == PUBLIC else "Nobody has decided yet."
    yield from _part("We ask for", found[:HITS], undecided)


def _before(about: About) -> list[str]:
    """What was filed as the docket tells it; and what people here decided of other matters."""
    own = {matter.id for matter in about.matters}
    filed = [
        f"{event.date}: {said(event.label, 140)}"
        for matter in about.matters
        for event in matter.events
        if event.kind in SPOKEN and event.label
    ]
    ours = [f"{one.day}: {one.position} on {one.matter} ({one.role})" for one in about.stances if one.matter not in own]
    return [*sorted(filed)[-HITS:], *ours[:HITS]]


def _unknown(about: About, found: Sequence[brief.Passage]) -> list[str]:
    lacking = [f"{said(one.title, 60)}: not read: {name}" for one in about.matters for name in one.missing][:HITS]
    lacking += [fact for _, told in about.verdicts[:1] for fact in told.missing][:HITS]
    lacking += [about.unchecked] if about.unchecked else []
    unreviewed = sum(one.norm.review.state == "unreviewed" for one in found)
    return lacking + (
        [f"{unreviewed} of {len(found)} passages are tagged by a machine and not reviewed"] if unreviewed else []
    )

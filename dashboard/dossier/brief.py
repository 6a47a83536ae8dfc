"""A brief on one page, of a matter or a lens: next date, who decides, does it bind us, the words, how they hit, what worked."""

from collections.abc import Iterable, Iterator, Sequence

from crawlers.matter import Matter, Norm
from crawlers.sources import Republish
from crawlers.vocabulary import EventKind
from dashboard.dossier.about import DATES, About, Refs, Stance, dates
from dashboard.dossier.outline import Block, Paper
from dashboard.mail.sentences import said
from dashboard.public import allowed
from dashboard.views import labels, law
from dashboard.words.vocabulary import vocabulary
from index import brief
from index.binding.verdict import Outcome
from index.clock.step import said as spelled

PASSAGES, WORDINGS, HITS = 6, 3, 3
OF_MANY = 3  # passages where several matters share the page
LENGTH = 240
BINDS = {Outcome.APPLIES: "it applies", Outcome.EXEMPT: "exempt", Outcome.UNDETERMINED: "undetermined"}
SPOKEN = {EventKind.AMICUS_FILED, EventKind.BRIEF_FILED}
PRIVATE = "For people here only: it holds what they wrote"
PUBLIC = "Made from official sources alone"
PUBLISHED = "Published by people here"


def paper(about: About) -> Paper:
    return Paper(title=_title(about), day=about.day.isoformat(), blocks=tuple(_blocks(about)))


def _title(about: About) -> str:
    return f"Brief: {said(labels.called(about.title), 160)}"


def _blocks(about: About) -> Iterator[Block]:
    refs, found = Refs(), brief.passages(about.matters, _free(about))
    yield Block(kind="title", words=_title(about))
    yield Block(kind="words", words=f"{spelled(about.day)} · {about.seen} · Not legal advice")
    yield from (_matter(one, refs) for one in about.matters[:DATES])
    yield from _part("Next date", dates(about, refs), "No date ahead is known.")
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
    shown = OF_MANY if many else PASSAGES
    for one in found[:shown]:
        quote = "" if allowed(one.matter) is Republish.LINK else said(one.norm.quote, LENGTH)
        law_of = f"{said(labels.called(one.matter.title), 60)}, " if many else ""
        word = vocabulary().modality[one.norm.modality].word
        words = f"{word} · {law_of}{_where(one)}: {f'“{quote}”' if quote else '(the licence allows only a link)'}"
        yield Block(kind="quote", words=f"{words}{refs(one.matter.url)}")
    if not found:
        yield Block(kind="words", words="No duty of a host found in what we read, and that is not proof of none.")
    if len(found) > shown:
        yield Block(kind="words", words=f"{len(found) - shown} more; tags are made by a machine unless reviewed.")


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

"""An assessment as a paper: does it bind us, step by step; what people answered and decided. Private."""

from collections.abc import Iterator, Sequence
from datetime import date

from crawlers.matter import Matter
from dashboard.dossier.outline import NOBODY, Block, Paper
from dashboard.mail.sentences import said
from dashboard.private import Kept
from dashboard.views import law
from dashboard.words.vocabulary import vocabulary
from index.binding.profile import old
from index.binding.steps import Step
from index.binding.verdict import Verdict
from index.clock.step import said as spelled
from index.dossier import headings

ANSWERS = {"yes": "Yes", "no": "No", "unknown": "Not known"}


def paper(matter: Matter, verdicts: Sequence[tuple[str, Verdict]], history: Sequence[Kept], today: date) -> Paper:
    title = f"Assessment: {said(matter.title, 200)}"
    return Paper(title=title, day=today.isoformat(), blocks=tuple(_blocks(title, matter, verdicts, history, today)))


def _blocks(
    title: str, matter: Matter, verdicts: Sequence[tuple[str, Verdict]], history: Sequence[Kept], today: date
) -> Iterator[Block]:
    yield Block(kind="title", words=title)
    standing = vocabulary().status[matter.status]
    words = f"{matter.id} · {standing.word}. {standing.sentence} · {spelled(today)} · private · not legal advice"
    yield Block(kind="words", words=words, url=matter.url)
    for name, verdict in verdicts:
        yield Block(kind="part", words=f"Does it bind us? {name}: {verdict.outcome}")
        if verdict.missing:
            yield Block(kind="words", words=f"Missing: {', '.join(verdict.missing)}.")
        for step in verdict.steps:
            yield from _step(step, matter, today)
    newest = history[-1].body if history else {}
    yield from _human(newest)
    yield from _decided(history)


def _step(step: Step, matter: Matter, today: date) -> Iterator[Block]:
    aged = " (old: look for a newer figure)" if step.day and old(step.day, today) else ""
    decides = f" Would decide it: {step.missing}." if step.missing else ""
    answer = ANSWERS[step.answer]
    yield Block(
        kind="list", words=f"{said(step.question, 300)} {answer}. {said(step.fact, 300)}{aged}{decides}".strip()
    )
    if step.quote:
        text = next((text for text in matter.texts if text.id == step.text), None)
        where = law.where(step.provision, {unit.id: unit for unit in text.provisions} if text else {})
        yield Block(kind="quote", words=f"{where}: “{said(step.quote, 600)}”")


def _human(body: dict[str, str]) -> Iterator[Block]:
    yield Block(kind="part", words="What a person answers")
    for name, heading in headings().items():
        yield Block(kind="subpart", words=heading.title)
        yield Block(kind="words", words=said(body.get(name, ""), 4000) or NOBODY)


def _decided(history: Sequence[Kept]) -> Iterator[Block]:
    """Everything of the newest word that is no heading, then the earlier ones."""
    yield Block(kind="part", words="Decision")
    newest = history[-1] if history else None
    fields = {name: words for name, words in newest.body.items() if words and name not in headings()} if newest else {}
    for name, words in fields.items():
        yield Block(kind="list", words=f"{name.replace('_', ' ').capitalize()}: {said(words, 4000)}")
    if not fields:
        yield Block(kind="words", words="To triage: nobody has decided yet.")
    yield Block(kind="part", words="History")
    lines = [
        f"{one.at[:16].replace('T', ' ')} UTC: {one.body.get('position', '')} ({one.role})" for one in history[::-1]
    ]
    yield from (Block(kind="list", words=said(line, 300)) for line in lines or ["None."])

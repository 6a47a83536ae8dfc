"""An assessment as a paper: does it bind us, step by step; what people answered and decided. Private."""

from collections.abc import Iterator, Sequence
from datetime import date

from crawlers.matter import Matter
from dashboard.digest.sentences import said
from dashboard.dossier.outline import NOBODY, Block, Paper, named, part, quoted, theirs, unread
from dashboard.kept import Kept
from dashboard.views import days
from dashboard.views.matters import law
from dashboard.views.matters.binding import ANSWERS, outcome_of
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary
from index.advice.dossier import headings
from index.binding.profile import old
from index.binding.steps import Step
from index.binding.verdict import Verdict

FIELDS = {"position": later("Position"), "why": later("Why"), "owner": later("Owner"), "due": later("Due")}


def paper(
    matter: Matter, verdicts: Sequence[tuple[str, Verdict]], history: Sequence[Kept], today: date, tongue: Tongue
) -> Paper:
    title = _title(matter, tongue)
    blocks = (title, *_stamp(matter, today, tongue), *_binds(matter, verdicts, today, tongue))
    judged = (*_human(history[-1].body if history else {}, tongue), *_decided(history, tongue), *unread(tongue))
    return Paper(title=title.words, day=today.isoformat(), blocks=(*blocks, *judged), language=tongue.code)


def _title(matter: Matter, tongue: Tongue) -> Block:
    name = theirs(matter.title, matter.language, 200)
    return Block(kind="title", words=tongue.say("Assessment: {title}", title=name.words), theirs=(name,))


def _stamp(matter: Matter, today: date, tongue: Tongue) -> Iterator[Block]:
    standing, say = vocabulary().status[matter.status], tongue.say
    where = f"{matter.id} · {say(standing.word)}. {say(standing.sentence)}"
    words = " · ".join((where, tongue.day(today), say("private"), say("Not legal advice.")))
    yield Block(kind="words", words=words, url=matter.url)


def _binds(matter: Matter, verdicts: Sequence[tuple[str, Verdict]], today: date, tongue: Tongue) -> Iterator[Block]:
    for name, verdict in verdicts:
        told = named(tongue.say(name), outcome_of(verdict, matter, tongue), tongue)
        title = f"{tongue.say('Does it bind us?')} {told}"
        yield Block(kind="part", words=title)
        if verdict.lacking:
            facts = ", ".join(one.said(tongue) for one in verdict.lacking)
            own = tuple(piece for one in verdict.lacking for piece in quoted(one, matter.language))
            yield Block(kind="words", words=tongue.say("Missing: {facts}.", facts=facts), theirs=own)
        for step in verdict.steps:
            yield from _step(step, matter, today, tongue)


def _step(step: Step, matter: Matter, today: date, tongue: Tongue) -> Iterator[Block]:
    text = next((text for text in matter.texts if text.id == step.text), None)
    language = text.language if text and text.language else matter.language
    lacks = tongue.say("Would decide it: {what}.", what=step.lacks.said(tongue)) if step.lacks else ""
    aged = f"({tongue.say('Old: look for a newer figure.')})" if step.day and old(step.day, today) else ""
    fact = said(step.ours.said(tongue))
    words = (step.asks.said(tongue), f"{tongue.say(ANSWERS[step.answer][1])}.", f"{fact}." if fact else "", aged, lacks)
    own = (*quoted(step.asks, language), *quoted(step.lacks, language))
    yield Block(kind="list", words=" ".join(filter(None, words)), theirs=own)
    if step.quote:
        where = law.where(step.provision, {unit.id: unit for unit in text.provisions} if text else {})
        quote, place = theirs(step.quote, language, 600), theirs(where, language)
        yield Block(kind="quote", words=named(where, tongue.quoted(quote.words), tongue), theirs=(place, quote))


def _human(body: dict[str, str], tongue: Tongue) -> Iterator[Block]:
    yield Block(kind="part", words=tongue.say("What a person answers"))
    for name, heading in headings().items():
        yield Block(kind="subpart", words=tongue.say(heading.title))
        yield Block(kind="words", words=said(body.get(name, ""), 4000) or tongue.say(NOBODY))


def _decided(history: Sequence[Kept], tongue: Tongue) -> Iterator[Block]:
    """Everything of the newest word that is no heading, then the earlier ones."""
    newest = history[-1].body if history else {}
    told = [_field(name, words, tongue) for name, words in newest.items() if words and name not in headings()]
    yield from part(tongue.say("Decision"), told, tongue.say("To triage: nobody has decided yet."))
    lines = [
        named(days.moment(one.at, tongue), f"{tongue.say(one.body.get('position', ''))} ({one.role})", tongue)
        for one in history[::-1]
    ]
    earlier = [Block(kind="list", words=said(line)) for line in lines]
    yield from part(tongue.say("History"), earlier, tongue.say("None known."))


def _field(name: str, words: str, tongue: Tongue) -> Block:
    called = tongue.say(FIELDS[name]) if name in FIELDS else name.replace("_", " ").capitalize()
    if name == "position":
        words = tongue.say(words)
    if name == "due":
        words = days.say(words, tongue)
    return Block(kind="list", words=named(called, said(words, 4000), tongue))

"""The paper of one opportunity: what is asked, until when, what to file, why, and the five headings with their passages."""

from collections.abc import Iterable, Iterator

from crawlers.vocabulary import Duty, Kind
from dashboard.digest.sentences import said
from dashboard.digest.titles import place
from dashboard.dossier.outline import NOBODY, ONLY_A_LINK, Block, Paper, named, part, theirs, unread
from dashboard.views import labels
from dashboard.views.acting.opportunities import reason
from dashboard.views.text import clean
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary
from index.advice.dossier import Answered, Dossier, Passage, Past
from index.advice.judgements import HIGHEST
from index.advice.opportunities import weights
from index.clock import Answer


def paper(dossier: Dossier, tongue: Tongue) -> Paper:
    """Words of sources are cleaned here; each format escapes them in its own way."""
    blocks = (*_head(dossier, tongue), *_weighed(dossier, tongue), *_rest(dossier, tongue), *unread(tongue))
    return Paper(title=said(dossier.title), day=dossier.day, blocks=blocks, language=tongue.code)


def _head(dossier: Dossier, tongue: Tongue) -> Iterator[Block]:
    one, day = dossier.opportunity, tongue.day(dossier.day)
    title, asked = theirs(dossier.title, dossier.language), _clean(dossier.question)
    yield Block(kind="title", words=title.words, theirs=(title,))
    yield Block(kind="words", words=f"{dossier.matter} · {day} · {tongue.say('Not legal advice.')}", url=one.url)
    yield Block(kind="part", words=tongue.say("What is asked"))
    own = (theirs(asked, dossier.language, len(asked)),) if asked else ()
    yield Block(kind="words", words=own[0].words if own else _unasked(one.kind, tongue), theirs=own)
    yield Block(kind="part", words=tongue.say("Until when"))
    yield from _windows(dossier, tongue)
    yield Block(kind="part", words=tongue.say("What must be filed, and by whom"))
    yield from (Block(kind="list", words=_clean(line.said(tongue))) for line in dossier.filing)


def _weighed(dossier: Dossier, tongue: Tongue) -> Iterator[Block]:
    one, say = dossier.opportunity, tongue.say
    yield Block(kind="part", words=say("Why it is worth while"))
    for name, weight in ((say("Fit"), one.fit), (say("Chance"), one.chance), (say("Time left"), one.time)):
        yield Block(kind="list", words=named(f"{name} {tongue.number(weight.value)}", reason(weight, tongue), tongue))
    yield Block(kind="part", words=say("As a test case"))
    yield from _scores(dossier, tongue)
    yield Block(kind="part", words=say("The Wikipedia Test"))
    for heading in dossier.headings:
        yield from _heading(heading, tongue)


def _windows(dossier: Dossier, tongue: Tongue) -> Iterator[Block]:
    for window in dossier.opportunity.windows:
        words = named(_clean(tongue.say(window.filing)), _days(window.answer, tongue), tongue)
        yield Block(kind="words", words=f"{words.rstrip('.')}. {_clean(window.answer.told(tongue))}".strip())
        yield from (Block(kind="sum", words=step.whole().said(tongue)) for step in window.answer.steps)


def _days(answer: Answer, tongue: Tongue) -> str:
    """The nearest step first, as on every page: tell counsel, to be safe, last day, each flagged."""
    flag = "" if answer.verified else f" [{tongue.say('unverified rule')}]"
    steps = [
        (tongue.say("tell counsel by {day}", day=_day(answer.notify_by, tongue)), answer.notify_by),
        (tongue.say("to be safe, file by {day}", day=_day(answer.safe, tongue)), answer.safe != answer.date),
        (tongue.say("last day {day}", day=_day(answer.date, tongue)), answer.date),
    ]
    found = [f"{words}{flag}" for words, kept in steps if kept]
    clock = f", {answer.time} {answer.zone}" if answer.date and answer.time else ""
    return f"{tongue.joint.join(found)}{clock}" if found else tongue.say("no date")


def _day(day: str | None, tongue: Tongue) -> str:
    return tongue.day(day) if day else ""


def _scores(dossier: Dossier, tongue: Tongue) -> Iterator[Block]:
    """Every criterion with what a person gave it, or room for that."""
    for name in weights().criteria:
        given = tongue.say("{score} of {most}", score=dossier.scores.get(name, 0), most=HIGHEST)
        unscored = tongue.say("not scored yet; a person gives 0 to {most}", most=HIGHEST)
        yield Block(kind="list", words=named(tongue.say(name), given if name in dossier.scores else unscored, tongue))


def _heading(heading: Answered, tongue: Tongue) -> Iterator[Block]:
    yield Block(kind="subpart", words=tongue.say(heading.title))
    if not heading.passages:
        yield Block(kind="words", words=tongue.say("No passage found, and that is not proof of none."))
    yield from (_passage(one, tongue) for one in heading.passages)
    by = f" ({heading.by})" if heading.by else ""
    answer = _clean(heading.answer) or tongue.say(NOBODY)
    yield Block(kind="words", words=named(f"{tongue.say('Answer')}{by}", answer, tongue))


def _passage(one: Passage, tongue: Tongue) -> Block:
    reviewed = tongue.say("reviewed") if one.reviewed else tongue.say("machine, not yet reviewed")
    own = theirs(one.words, one.language, len(one.words) + 1)
    words = tongue.quoted(own.words) if own.words else f"({tongue.say(ONLY_A_LINK)})"
    where = f"{place(one.place, tongue)}; {_says(one, tongue)}; {reviewed}"
    return Block(kind="quote", words=f"{words} ({where})", url=one.url, theirs=(own,) if own.words else ())


def _says(one: Passage, tongue: Tongue) -> str:
    """The kind of statement and its duty, or the topic."""
    if one.topic:
        return tongue.say(weights().fits["topic"].says, what=labels.topic_label(one.topic, tongue))
    word = tongue.say(vocabulary().modality[one.modality].plain)
    duty = labels.duty_label(one.duty, tongue)
    return named(word, duty, tongue) if duty else word


def _rest(dossier: Dossier, tongue: Tongue) -> Iterator[Block]:
    none, say = tongue.say("None known."), tongue.say
    yield from part(say("Who else has spoken"), _lines(map(_clean, dossier.opportunity.others)), none)
    yield from part(say("Similar cases"), [_past(one, tongue) for one in dossier.similar], none)
    yield from part(say("What we do not know"), _lines(one.said(tongue) for one in dossier.unknown), none)
    sources = (f"[{number}] {one.said(tongue)}" for number, one in enumerate(dossier.sources, 1))
    yield from part(say("Sources"), _lines(sources), none)


def _lines(lines: Iterable[str]) -> list[Block]:
    return [Block(kind="list", words=_clean(line)) for line in lines]


def _past(one: Past, tongue: Tongue) -> Block:
    duties = set(map(str, Duty))
    shared = [
        labels.duty_label(name, tongue) if name in duties else labels.topic_label(name, tongue) for name in one.shared
    ]
    status = tongue.say(vocabulary().status[one.status].word)
    return Block(kind="list", words=named(f"{said(one.title)} ({status})", ", ".join(filter(None, shared)), tongue))


def _clean(words: str) -> str:
    return str(clean(words)).strip()


def _unasked(kind: str, tongue: Tongue) -> str:
    """Only a case has a question presented."""
    if kind == Kind.CASE:
        return tongue.say("We do not hold the question presented: read it at the court.")
    return tongue.say("We hold no summary of it: read its own words.")

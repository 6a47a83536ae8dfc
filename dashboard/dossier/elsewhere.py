"""The second half of a brief: wording that worked elsewhere, what we ask for, what was said before, what is not known."""

from collections.abc import Iterator, Sequence

from crawlers.sources import Republish
from crawlers.vocabulary import EventKind
from dashboard.digest.sentences import said
from dashboard.dossier.about import About, Refs
from dashboard.dossier.outline import Block, named, part, theirs
from dashboard.public.licence import allowed
from dashboard.views import days, labels
from dashboard.words.vocabulary import vocabulary
from index.advice import brief

WORDINGS, LINES = 3, 3
SPOKEN = {EventKind.AMICUS_FILED, EventKind.BRIEF_FILED}


def elsewhere(about: About, refs: Refs) -> list[Block]:
    """Words that left hosts like us out of another law, and what became of it."""
    free = [one for one in brief.elsewhere(about.matters, about.held) if allowed(one.matter) is not Republish.LINK]
    return [_wording(one, about, refs) for one in free[:WORDINGS]]


def _wording(one: brief.Wording, about: About, refs: Refs) -> Block:
    matter, tongue = one.matter, about.tongue
    languages = {text.id: text.language for text in matter.texts}
    words = theirs(one.words, languages.get(one.norm.text) or matter.language, 180)
    title = theirs(labels.called(matter.title), matter.language, 70)
    since = f", {days.say(matter.status_as_of, tongue)}" if matter.status_as_of else ""
    became = f"{tongue.say(vocabulary().status[matter.status].word)}{since}"
    name = f"{labels.place(matter.jurisdiction, tongue)}, {title.words}"
    line = f"{named(name, tongue.quoted(words.words), tongue)} {became}{refs(matter.url)}"
    return Block(kind="list", words=line, theirs=(title, words))


def asked(about: About, *, public: bool) -> Iterator[Block]:
    own, say = {matter.id for matter in about.matters}, about.tongue.say
    found = [
        Block(kind="list", words=f"{say(one.position)} ({one.role}, {days.say(one.day, about.tongue)})")
        for one in about.stances
        if one.matter in own and one.position
    ]
    undecided = say("Said by people here, not in this version.") if public else say("Nobody has decided yet.")
    yield from part(say("We ask for"), found[:LINES], undecided)


def before(about: About) -> list[Block]:
    """What was filed as the docket tells it; and what people here decided of other matters."""
    own, tongue = {matter.id for matter in about.matters}, about.tongue
    filed = sorted(
        (event.date, theirs(event.label, matter.language, 140).words, matter.language)
        for matter in about.matters
        for event in matter.events
        if event.kind in SPOKEN and event.label
    )
    told = [
        Block(kind="list", words=named(days.say(day, tongue), words, tongue), theirs=(theirs(words, language),))
        for day, words, language in filed[-LINES:]
    ]
    ours = [one for one in about.stances if one.matter not in own][:LINES]
    return told + [
        Block(
            kind="list",
            words=named(days.say(one.day, tongue), f"{tongue.say(one.position)}, {one.matter} ({one.role})", tongue),
        )
        for one in ours
    ]


def unknown(about: About, found: Sequence[brief.Passage]) -> list[Block]:
    tongue = about.tongue
    lacking = [
        named(said(one.title, 60), tongue.say("not read: {what}", what=name), tongue)
        for one in about.matters
        for name in one.missing
    ][:LINES]
    lacking += [fact.said(tongue) for _, told in about.verdicts[:1] for fact in told.lacking][:LINES]
    lacking += [about.unchecked] if about.unchecked else []
    if unreviewed := sum(one.norm.review.state == "unreviewed" for one in found):
        numbers = {"number": tongue.number(unreviewed), "total": tongue.number(len(found))}
        told = tongue.say("{number} of {total} passages are tagged by a machine and not reviewed", **numbers)
        lacking.append(told)
    return [Block(kind="list", words=line) for line in lacking]

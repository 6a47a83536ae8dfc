"""A brief on one page, of a matter or a lens: next date, who decides, does it bind us, the words, how they hit, what worked."""

from collections.abc import Iterator, Sequence

from crawlers.joining.official_first import WATCHLIST
from crawlers.matter import Matter, Norm
from crawlers.sources import Republish
from dashboard.digest.sentences import said
from dashboard.dossier.about import DATES, About, Refs, dates
from dashboard.dossier.elsewhere import asked, before, elsewhere, unknown
from dashboard.dossier.outline import ONLY_A_LINK, Block, Paper, Theirs, named, part, theirs, unread
from dashboard.public.licence import allowed
from dashboard.views import days, labels
from dashboard.views.evidence import official_numbers
from dashboard.views.matters import law
from dashboard.views.matters.binding import binds
from dashboard.words.tongue import later
from dashboard.words.vocabulary import vocabulary
from index.advice import brief
from index.binding.verdict import Outcome

PASSAGES, HITS = 6, 3
OF_MANY = 3  # passages where several matters share the page
LENGTH = 240
PRIVATE = later("For people here only: it holds what they wrote")
PUBLIC = later("Made from official sources alone")
PUBLISHED = later("Published by people here")


def paper(about: About) -> Paper:
    title = _title(about)
    return Paper(title=title.words, day=about.day.isoformat(), blocks=tuple(_blocks(about)), language=about.tongue.code)


def _title(about: About) -> Block:
    name = theirs(labels.called(about.title), about.language, 160)
    words = about.tongue.say("Brief: {title}", title=name.words)
    return Block(kind="title", words=words, theirs=(name,) if about.language else ())


def _blocks(about: About) -> Iterator[Block]:
    refs, found, say = Refs(), brief.passages(about.matters, _free(about)), about.tongue.say
    stamp = (about.tongue.day(about.day), say(about.seen), say("Not legal advice."))
    yield from (_title(about), Block(kind="words", words=" · ".join(stamp)))
    yield from (_matter(one, about, refs) for one in about.matters[:DATES])
    yield from part(say("Next date"), dates(about, refs), say("No date ahead is known."))
    yield from part(say("Who decides"), _deciders(about), f"{say('Not known')}.")
    yield from part(say("Does it bind us?"), _binds(about), say("Not worked out."))
    yield from _passages(found, about, refs)
    yield from _hits(about, found)
    yield from part(say("Wording that worked elsewhere"), elsewhere(about, refs), say("We hold none in another law."))
    yield from asked(about, public=about.seen == PUBLIC)
    yield from part(say("Said before"), before(about), say("Nothing that we hold."))
    yield from part(say("What we do not know"), unknown(about, found), say("Nothing known to be missing."))
    sources = [Block(kind="sum", words=url, url=url) for url in refs.urls]
    yield from part(say("Sources"), sources, say("No official page is known."))
    yield from unread(about.tongue)


def _free(about: About) -> set[Norm]:
    """Duties that do not fall on the first of our services."""
    groups = about.verdicts[0][1].groups if about.verdicts else ()
    return {duty for group in groups if group.outcome is Outcome.EXEMPT for duty in group.duties}


def _matter(matter: Matter, about: About, refs: Refs) -> Block:
    standing, say = vocabulary().status[matter.status], about.tongue.say
    printed = official_numbers.number(matter)
    number = f" · {said(printed, 60)}" if printed else ""
    title = theirs(labels.called(matter.title), matter.language, 160)
    where = labels.place(matter.jurisdiction, about.tongue)
    words = f"{named(where, title.words, about.tongue)}{number}. {say(standing.word)}. {say(standing.sentence)}"
    return Block(kind="words", words=f"{words}{refs(matter.url)}", theirs=(title,))


def _deciders(about: About) -> list[Block]:
    courts = {window.matter: window.court for window in about.windows}
    lines = [
        brief.decides(
            one, labels.place(one.jurisdiction, about.tongue), vocabulary().status[one.status].sentence, courts
        ).said(about.tongue)
        for one in about.matters
    ]
    return [Block(kind="list", words=line.strip()) for line in list(dict.fromkeys(lines))[:DATES]]


def _binds(about: About) -> list[Block]:
    held = {matter.id: matter for matter in about.matters}
    told = [(name, binds(verdict, held[verdict.matter], name, about.tongue)) for name, verdict in about.verdicts]
    return [
        Block(
            kind="list",
            words=" ".join(filter(None, (named(about.tongue.say(name), one.words, about.tongue), one.missing))),
        )
        for name, one in told
    ]


def _passages(found: Sequence[brief.Passage], about: About, refs: Refs) -> Iterator[Block]:
    tongue, many = about.tongue, len(about.matters) > 1
    yield Block(kind="part", words=tongue.say("What it says"))
    shown = OF_MANY if many else PASSAGES
    yield from (_passage(one, about, refs, many) for one in found[:shown])
    if not found:
        read = any(text.provisions for matter in about.matters for text in matter.texts)
        none = (
            tongue.say("No duty of a host found in what we read, and that is not proof of none.")
            if read
            else tongue.say("We hold facts about this matter, not its words. Read it at the source.")
        )
        yield Block(kind="words", words=none)
    if (left := len(found) - shown) > 0:
        more = tongue.count(
            "{n} more; tags are made by a machine unless reviewed.",
            "{n} more; tags are made by a machine unless they are reviewed.",
            left,
        )
        yield Block(kind="words", words=more)


def _passage(one: brief.Passage, about: About, refs: Refs, many: bool) -> Block:
    text = next((text for text in one.matter.texts if text.id == one.norm.text), None)
    language = text.language if text and text.language else one.matter.language
    where = law.where(one.norm.provision, {unit.id: unit for unit in text.provisions} if text else {})
    quote = theirs("" if allowed(one.matter) is Republish.LINK else one.norm.quote, language, LENGTH)
    title = theirs(labels.called(one.matter.title) if many else "", one.matter.language, 60)
    place = theirs(where, language)
    shown = about.tongue.quoted(quote.words) if quote.words else f"({about.tongue.say(ONLY_A_LINK)})"
    word = about.tongue.say(vocabulary().modality[one.norm.modality].word)
    told = named(where, shown, about.tongue)
    words = f"{word} · {f'{title.words}, ' if many else ''}{told}{refs(one.matter.url)}"
    own: tuple[Theirs, ...] = (title, place, quote)
    return Block(kind="quote", words=words, theirs=own)


def _hits(about: About, found: Sequence[brief.Passage]) -> Iterator[Block]:
    """General words of ours by kind of duty, what the watch-list says of it, then what the lead wrote."""
    say = about.tongue.say
    lines = [Block(kind="list", words=say(words)) for words in brief.hits(found[:PASSAGES])[:HITS]]
    noted = [
        theirs(matter.summary, "en", 240) for matter in about.matters if matter.summary and matter.source == WATCHLIST
    ]
    lines += [Block(kind="list", words=words.words, theirs=(words,)) for words in noted[: HITS - len(lines)]]
    yield from part(say("How it hits a host run by volunteers"), lines, say("A person writes this."))
    own = {matter.id for matter in about.matters}
    for stance in [one for one in about.stances if one.matter in own and one.why][:1]:
        by = f"({stance.role}, {days.say(stance.day, about.tongue)})"
        yield Block(kind="words", words=f"{said(stance.why, 500)} {by}")

"""Lines of the digest: what became of one matter, in the reader's language."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from crawlers.ids import to_path
from crawlers.matter import Struct
from crawlers.vocabulary import EventKind
from dashboard.digest.names import counted, happening, names
from dashboard.digest.news import REPLACED, News, Note, Sort
from dashboard.digest.sentences import day_of, happened, said, sentence, spoken
from dashboard.digest.titles import headed, place
from dashboard.views import labels
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

if TYPE_CHECKING:
    from dashboard.digest.build import Week

LAG = 3  # days that sources take as a rule to show what happened
MOST = 5  # facts of one matter that are told one by one: the latest; the rest is counted


class Item(Struct, frozen=True, kw_only=True):
    """One entry, in words. `aside` stands in the margin (9 days, 18 Nov, SHORTER), `lines` below the sentence.

    `keys` are those of the facts it tells; `language` is that of the title, empty where it is not known. `what` is the
    sentence without its days; `left` counts days to the nearest step (None where there is none); `number` is that of
    its note, 0 without one.
    """

    keys: tuple[str, ...]
    place: str
    aside: str
    title: str
    language: str = ""
    words: str
    what: str = ""
    url: str = ""
    aside_more: str = ""
    lines: tuple[str, ...] = ()
    was: str = ""
    now: str = ""
    warning: str = ""
    left: int | None = None
    note: Note | None = None
    number: int = 0
    matter: str = ""
    label: str = ""
    topics: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    when: str = ""
    where: str = ""


def told(facts: Sequence[News], week: "Week", speech: Tongue, site: str) -> Item:
    """What became of one matter: its facts in the order of their days, what comes next, whether we learned it late.

    That it is new, or that its text was replaced, stands above the rest.
    """
    one, last = facts[0], facts[-1]
    day, coming, late = day_of(last.day), _next(last, speech), _late(facts, week.since, speech)
    above = one.sort is Sort.NEW or one.label == REPLACED
    lines = _lines(facts[above:], week.day, speech) if len(facts) > 1 else ()
    words = happened(one, week.day, speech) if above or not lines else ""
    return Item(
        keys=tuple(fact.key for fact in facts),
        place=one.jurisdiction.upper(),
        aside=_aside(facts, day, week.day, speech),
        title=said(headed(one, speech)),
        language=one.language,
        words=" ".join(part for part in (words, *(() if lines else (coming, late))) if part),
        what=words or " ".join(lines) or (counted(one.label, 1, speech) if one.label else ""),
        url=address(site, one.matter),
        lines=(*lines, *(part for part in (coming, late) if part)) if lines else (),
        was="" if lines else spoken(one.was, speech),
        now="" if lines else spoken(one.now, speech),
        note=one.note,
        matter=one.matter,
        label=one.label,
        topics=one.topics,
        duties=tuple(dict.fromkeys(duty for fact in facts for duty in fact.duties)),
        when=coming or (speech.near(day, week.day) if day else ""),
        where=labels.place(one.jurisdiction, speech),
    )


def _lines(facts: Sequence[News], today: date, speech: Tongue) -> tuple[str, ...]:
    """One line for what happened on a day, for each change in law one of its own, the latest last; older ones are counted."""
    more = len(facts) - MOST
    head = [speech.count("{n} earlier fact, on its page.", "{n} earlier facts, on its page.", more)] if more > 0 else []
    days: dict[tuple[str, str], list[News]] = {}
    for fact in facts[-MOST:]:
        days.setdefault((fact.day, "" if fact.sort is Sort.MOVED else fact.key), []).append(fact)
    return (*head, *(_line(same, today, speech) for same in days.values()))


def _line(same: Sequence[News], today: date, speech: Tongue) -> str:
    one = same[0]
    day = day_of(one.day)
    parts = dict.fromkeys(sentence(fact, today, speech) for fact in _once(same))
    words = " ".join(f"{part[0].upper()}{part[1:]}" for part in parts if part)
    return f"{speech.near(day, today)}: {words}" if day else words


def _once(same: Sequence[News]) -> Iterator[News]:
    """What a source calls a day is said once, whether a status, an event or a version tells it."""
    heard: set[str] = set()
    for fact in sorted(same, key=lambda fact: (not fact.status, fact.event == EventKind.OTHER)):
        if fact.says in heard and fact.event == EventKind.OTHER:
            continue
        yield replace(fact, says="") if fact.says in heard and fact.event == "text" else fact
        heard.add(fact.says)


def _aside(facts: Sequence[News], day: date | None, today: date, speech: Tongue) -> str:
    """What changed, the topic of what is new, else the day."""
    one = facts[0]
    if one.sort in {Sort.LAW, Sort.CORRECTION} and one.label:
        return "" if len(facts) > 1 and one.label != REPLACED else speech.say(names().law[one.label])
    if one.sort is Sort.NEW and one.topics:
        return speech.say(vocabulary().topic[one.topics[0]])
    return speech.near(day, today) if day and one.sort is not Sort.NEW else ""


def _late(facts: Sequence[News], since: str, speech: Tongue) -> str:
    """Said where the source dates a thing before the time that this digest covers, and some days before we saw it."""
    late = [
        (day, one) for one in facts if one.sort is Sort.MOVED and (day := day_of(one.day)) and _behind(one, day, since)
    ]
    if not late or facts[0].sort is Sort.NEW:
        return ""
    day, one = late[0]
    seen = date.fromisoformat(one.learned[:10])
    dated = speech.near(day, seen)
    if len(facts) > 1:
        return speech.say("Learned late: first seen {seen}.", seen=speech.short(seen))
    return speech.say("Learned late: dated {day}, first seen {seen}.", day=dated, seen=speech.short(seen))


def _behind(one: News, day: date, since: str) -> bool:
    return one.day < since[:10] and (date.fromisoformat(one.learned[:10]) - day).days > LAG


def _next(one: News, speech: Tongue) -> str:
    day = day_of(one.next_day)
    return (
        speech.say("Next: {what}, {day}.", what=happening(one.next, speech), day=speech.day(day))
        if day and one.next
        else ""
    )


def address(site: str, matter: str) -> str:
    return f"{site.rstrip('/')}/matter/{to_path(matter)}" if site else ""


def basis(note: Note, speech: Tongue) -> str:
    """Where the words stand, when and by which rule they were read, and whether a person has looked."""
    read = speech.say("read {day}", day=speech.day(note.read)) if note.read else ""
    reviewed = {None: "", True: speech.say("reviewed"), False: speech.say("NOT YET REVIEWED")}[note.reviewed]
    source = ", ".join(part for part in (note.source, place(note.provision, speech)) if part)
    return speech.joint.join(part for part in (said(source), read, said(note.rule), reviewed) if part)

"""Facts we learned as people read them, by sort, and what is new by topic."""

from collections.abc import Sequence
from itertools import accumulate

from crawlers import ids
from crawlers.matter import Struct
from dashboard.digest.news import News, Sort
from dashboard.digest.titles import where
from dashboard.views import days, labels
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.part import NONE, Part, first_topic
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ALL = slice(None)


class Told(Struct, frozen=True, kw_only=True):
    """One fact we learned, with its provision, its footnote and the next date."""

    news: News
    href: str
    place: str
    word: str
    day: str
    late: str
    next: str
    note: Note


def counted(news: Sequence[News]) -> dict[Sort, int]:
    """Matters that are new or moved, however often; changes and corrections one by one."""
    whole = {Sort.MOVED, Sort.NEW}
    return {sort: len({one.matter if sort in whole else one.key for one in news if one.sort is sort}) for sort in Sort}


def told(
    news: Sequence[News], sort: Sort, tongue: Tongue, notes: Notes, rows: slice = ALL, *, once: bool = False
) -> list[Told]:
    """Facts of one sort, newest first, those that `rows` cuts out; with `once` the newest of each matter."""
    mine = _sorted(news, sort)
    return [_told(one, tongue, notes) for one in (_once(mine) if once else mine)[rows]]


def _sorted(news: Sequence[News], sort: Sort) -> list[News]:
    mine = (one for one in news if one.sort is sort)
    return sorted(mine, key=lambda one: (one.learned, one.day, one.key), reverse=True)


def _once(news: Sequence[News]) -> list[News]:
    newest = {one.matter: one.key for one in reversed(news)}
    return [one for one in news if newest[one.matter] == one.key]


def _told(news: News, tongue: Tongue, notes: Notes) -> Told:
    late = tongue.say("learned late: dated {day}", day=_short(news.day, tongue))
    ahead = (
        f"{tongue.say(vocabulary().event.get(news.next, news.next))} {days.say(news.next_day, tongue)}"
        if news.next
        else ""
    )
    return Told(
        news=news,
        place=where(news, tongue),
        href=f"/matter?id={ids.to_query(news.matter)}",
        word=tongue.say(vocabulary().change.get(news.label, vocabulary().change["changed"])),
        day=_short(news.learned[:10], tongue),
        late=late if _late(news) else "",
        next=ahead or tongue.say("no day set"),
        note=notes.news(news),
    )


def _late(news: News) -> bool:
    on, learned = days.parsed(news.day), days.parsed(news.learned[:10])
    return bool(on and learned and (learned - on).days > 3)


def _short(day: str, tongue: Tongue) -> str:
    on = days.parsed(day)
    return tongue.day(on, "d MMM") if on else day


class Topic(Struct, frozen=True, kw_only=True):
    """New matters under their first topic: how many, the newest of them, and where all are."""

    name: str
    count: int
    shown: list[Told]
    href: str


def by_topic(news: Sequence[News], most: int, part: Part, tongue: Tongue) -> list[Topic]:
    """Those without a topic last; the whole list comes in pages."""
    groups: dict[str, list[News]] = {}
    for one in _once(_sorted(news, Sort.NEW)):
        groups.setdefault(first_topic(one), []).append(one)
    plain, unread = groups.pop(NONE, []), Notes(tongue)
    topics = [*groups.items(), *([(NONE, plain)] if plain else [])]
    sizes = [len(ones) for _, ones in topics]
    rows, before = part.rows(sum(sizes)), accumulate(sizes, initial=0)
    found = [
        Topic(
            name=tongue.say("No topic seen") if topic == NONE else labels.topic_label(topic, tongue),
            count=len(ones),
            shown=[_told(one, tongue, unread) for one in ones[_within(rows, passed) if part.show else slice(most)]],
            href=part.address(show=Sort.NEW, topic=topic),
        )
        for (topic, ones), passed in zip(topics, before, strict=False)
    ]
    return [topic for topic in found if topic.shown]


def _within(rows: slice, passed: int) -> slice:
    """Which of a group's facts are on the page, when so many stand in the groups before it."""
    return slice(max(0, rows.start - passed), max(0, rows.stop - passed))

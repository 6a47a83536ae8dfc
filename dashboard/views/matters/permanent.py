"""Permanent pages: whole documents with their language, their metadata, and numbered sources instead of pop-ups."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup
from msgspec import structs

from crawlers import ids
from crawlers.matter import Matter
from crawlers.settings import setting
from crawlers.sources import Republish, watched
from dashboard.public.licence import allowed, public
from dashboard.public.positions import Declared
from dashboard.views import days, labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.evidence.citation import cite
from dashboard.views.evidence.marks import Notes, led_back
from dashboard.views.matters import law, matter_page
from dashboard.views.matters.folds import folds
from dashboard.views.matters.matter_page import Around
from dashboard.views.page import render
from dashboard.views.text import line, short
from dashboard.views.trackers import tracker as trackers
from dashboard.views.trackers.five_sentences import sentences
from dashboard.views.trackers.tracker import ALL, Asked, Tracked
from dashboard.words.tongue import LANGUAGES, Tongue
from dashboard.words.vocabulary import vocabulary


def matter(matter: Matter, around: Around, tongue: Tongue, as_of: str, declared: Sequence[Declared] = ()) -> Markup:
    matter = public(matter) if allowed(matter) is Republish.LINK else matter
    notes = Notes(tongue, numbered=True)
    text = law.shown(matter, tongue.code)
    values = matter_page.overview(matter, around, tongue, notes)
    read = folds(matter, text, around, tongue, notes) if text and text.provisions else []
    standing = tongue.say(vocabulary().status[matter.status].word)
    return led_back(
        render(
            "permanent_matter.html",
            tongue,
            **{**values, "text": text},
            folds=read,
            shown=sum(fold.parts for fold in read),
            parts=len(law.articles(text)) if text else 0,
            licence=around.licence or matter.source,
            address=f"/matter/{ids.to_path(matter.id)}",
            as_of=as_of,
            as_of_words=days.say(as_of, tongue) if as_of else "",
            declared=[(matter, one) for one in declared],
            named=False,
            moment=lambda instant: days.moment(instant, tongue),
            cites=cite(matter, around.today),
            **_frame(matter.title, f"{standing}. {tongue.say(vocabulary().status[matter.status].sentence)}"),
        )
    )


def _frame(title: str, about: str) -> dict[str, object]:
    """What the head of every document says, for a reader and for a preview of a link; `site` is where it stands."""
    return {
        "title": short(line(title), 200),
        "about": short(line(about), 300),
        "speakers": LANGUAGES.items(),
        "site": setting("AMICUS_SITE").rstrip("/"),
    }


def tracker(held: Tracked, tongue: Tongue, asked: Asked = ALL) -> Markup:
    notes = Notes(tongue, numbered=True)
    values = trackers.values(held, tongue, notes, asked=asked)
    about = tongue.say("Laws, drafts, consultations and cases that touch hosts of free knowledge.")
    frame = _frame(labels.place(held.place, tongue), about)
    return led_back(render("permanent_tracker.html", tongue, **values, permanent=True, **frame))


def duty(name: str, cards: Sequence[Matter], fresh: Fresh, tongue: Tongue) -> Markup:
    """Matters that put a duty on hosts, by place."""
    called = labels.duty_label(name, tongue) or tongue.say("Another duty")
    places: dict[str, list[Matter]] = {}
    for card in cards:
        places.setdefault(labels.place(card.jurisdiction, tongue), []).append(card)
    about = tongue.count("{n} matter puts this duty on hosts.", "{n} matters put this duty on hosts.", len(cards))
    return render(
        "permanent_duty.html",
        tongue,
        places=sorted(places.items()),
        fresh=fresh,
        duty=name,
        **_frame(called, about),
    )


def card(matter: Matter, today: date, tongue: Tongue, place: str) -> Markup:
    coming = [
        event
        for event in matter.events
        if event.date >= today.isoformat() and not event.cancelled and days.parsed(event.date)
    ]
    event = min(coming, key=lambda event: (event.date, event.time), default=None)
    return render(
        "card.html",
        tongue,
        matter=matter,
        place=place,
        due=days.due(event.date, today, tongue, event.time, event.zone) if event else None,
        what=labels.label(event, tongue) if event else "",
        told=labels.foreign(event, matter.language) if event else "",
        day=days.say(matter.status_as_of, tongue),
        **_frame(matter.title, ""),
    )


def published(held: Tracked, tongue: Tongue, versions: Mapping[str, str]) -> Markup:
    """A tracker as a file: its links stay inside its folder or lead to official pages; `versions` are files by language."""
    notes = Notes(tongue, numbered=True)
    values = trackers.values(
        structs.replace(held, fresh=structs.replace(held.fresh, href="#nc", read="")), tongue, notes
    )
    about = tongue.say("Laws, drafts, consultations and cases that touch hosts of free knowledge.")
    speakers = [(code, name) for code, name in LANGUAGES.items() if code in versions]
    frame = {**_frame(labels.place(held.place, tongue), about), "speakers": speakers, "files": versions, "root": "../"}
    five = sentences(held.place, held.cards, held.fresh, held.today, tongue)
    made = {"five": five, "licences": _licences(held.cards), "filed": True}
    page = versions[tongue.code]
    made |= {ending: beside(page, ending) for ending in ("wiki", "atom", "ics")}
    return led_back(render("published.html", tongue, **{**values, **made}, permanent=True, **frame))


def beside(page: str, ending: str) -> str:
    """The same tracker in another form: index.de.html → tracker.de.wiki."""
    return page.replace("index", "tracker").replace(".html", f".{ending}")


def _licences(cards: Sequence[Matter]) -> list[tuple[str, str]]:
    """Names of the sources of what is shown, each with the licence it is given under."""
    known = watched().sources
    used = sorted({card.source for card in cards if card.source in known})
    return [(known[id].name, known[id].licence) for id in used]


class Place(NamedTuple):
    """A line of the index of published trackers."""

    code: str
    name: str
    matters: int
    next: str
    unchecked: str


def published_index(places: Sequence[Place], today: date, speaker: Tongue) -> Markup:
    about = speaker.say("Laws, drafts, consultations and cases that touch hosts of free knowledge.")
    frame = {**_frame(speaker.say("Trackers"), about), "speakers": [], "root": ""}
    return render("published_index.html", speaker, places=places, day=speaker.day(today), **frame)


def published_line(held: Tracked, speaker: Tongue) -> Place:
    fresh, today = held.fresh, held.today.isoformat()
    coming = [event.date for card in held.cards for event in card.events if event.date >= today and not event.cancelled]
    following = min(filter(days.parsed, coming), default="")
    unchecked = fresh.missing_words if fresh.missing else speaker.say("Every source of this place was checked")
    return Place(
        code=held.place,
        name=labels.place(held.place, speaker),
        matters=len(held.cards),
        next=days.say(following, speaker) if following else "",
        unchecked=unchecked if fresh.total else speaker.say("We read no source of this place yet"),
    )

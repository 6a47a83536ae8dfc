"""A search page's values: one question to the index, then for each matter its status, next date, norms and passage."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from crawlers import ids
from crawlers.matter import Event, Matter, Norm, Text
from dashboard import doors
from dashboard.digest.titles import entitled
from dashboard.reads import search_url
from dashboard.reads.search_url import State
from dashboard.reads.suggestions import otherwise, suggested
from dashboard.views import days, labels
from dashboard.views import search as view
from dashboard.views.days import Due
from dashboard.views.evidence import official_numbers
from dashboard.views.matters import law
from dashboard.views.search import Passage, Result, Tag
from dashboard.words.tongue import Tongue
from index.search import Found, FoundMatter
from index.store.stored import Damaged

PAGE = 20
LENGTH = 280
SORTS = {"best": "relevance", "newest": "newest", "closing": "relevance"}


class Listed(NamedTuple):
    """What the templates of a list are filled with, and the facet counts beside it."""

    facets: Mapping[str, Mapping[str, int]]
    values: dict[str, object]


def find(state: State, today: date, tongue: Tongue) -> Listed:
    """Raises BadQuery."""
    found = asked(state, today)
    results = [_result(hit, today, tongue) for hit in found.hits]
    return Listed(
        facets=found.facets,
        values={
            "counted": view.counted(found.total, found.provisions, tongue),
            "relaxed": found.relaxed,
            "whole": found.whole,
            "corrected": found.corrected,
            "translated": "; ".join(f"{typed} ({', '.join(words)})" for typed, words in found.translated),
            "results": results,
            "nothing": "" if results else _nothing(tongue),
            "wider": () if results else view.wider(state, _without(state), tongue),
            "close": () if results else suggested(state),
            "other": otherwise(state, tongue) if state.q and found.total < PAGE else (),
            "following": search_url.write(_page(state, found.next)) if found.next else "",
            "first": search_url.write(_page(state, "")),
            "page_after": state.after,
            "links": [(tongue.say("Link to this list"), search_url.write(_page(state, ""))), *view.exports(state)],
        },
    )


def _nothing(tongue: Tongue) -> str:
    held = len(doors.cards())
    if not held:
        return tongue.say("We hold no matter yet.")
    return tongue.count(
        "Nothing matches in the {n} matter that we hold.", "Nothing matches in the {n} matters that we hold.", held
    )


def _page(state: State, after: str) -> State:
    return State(q=state.q, filters=state.filters, sort=state.sort, after=after)


def asked(state: State, today: date, limit: int = PAGE) -> Found:
    """Closing first: the matters with a coming date before all others, nearest first."""
    first = _closing(doors.position(), today) if state.sort == "closing" else ()
    return doors.search().find(search_url.query(state), limit, state.after, SORTS[state.sort], first)


@lru_cache(2)
def _closing(position: str, today: date) -> tuple[str, ...]:  # noqa: ARG001 -- the position is part of the key
    held = (*doors.cards(), *doors.cards(doors.SAMPLE))
    dated = [(event.date, card.id) for card in held for event in _coming(card, today)]
    return tuple(dict.fromkeys(id for _, id in sorted(dated)))


def _coming(matter: Matter, today: date) -> list[Event]:
    return [e for e in matter.events if e.date >= today.isoformat() and not e.cancelled and days.parsed(e.date)]


def _without(state: State) -> list[tuple[tuple[str, str], int]]:
    """For a list without results: how many there are without each filter."""
    others = [(pair, search_url.toggled(state, *pair)) for pair in state.filters[:4]]
    return [(pair, doors.search().total(search_url.query(other))) for pair, other in others]


def _result(hit: FoundMatter, today: date, tongue: Tongue) -> Result:
    matter = _held(hit.matter)
    text = _text(matter, hit)
    norms = [n for n in matter.norms if n.text == hit.text and n.provision == hit.provision] if matter else []
    next_due, words = _next(matter, today, tongue)
    hosts = sum(norm.host_duty for norm in matter.norms) if matter else 0
    return Result(
        href=f"/matter?id={ids.to_query(hit.matter)}",
        title=entitled(hit.title),
        language=matter.language if matter else hit.language,
        jurisdiction=hit.jurisdiction,
        place=labels.place(hit.jurisdiction, tongue),
        number=official_numbers.number(matter) or next((one.value for one in matter.identifiers), "") if matter else "",
        status=matter.status if matter else "unknown",
        next=next_due,
        next_words=words,
        passages=(_passage(hit, text, norms, tongue),),
        tags=_tags(norms, tongue),
        more=max(0, hosts - sum(norm.host_duty for norm in norms)),
        reason=_reason(hit, tongue),
    )


def _held(id: str) -> Matter | None:
    """A damaged record says so on its own page; a list goes on with what the index knows of it."""
    try:
        return doors.matter(id)
    except Damaged:
        return None


def _reason(hit: FoundMatter, tongue: Tongue) -> str:
    if hit.lacks:
        return tongue.say("without: {missing}", missing=", ".join(hit.lacks))
    return "" if hit.marks else tongue.say("matched through what it is about, not the words")


def _text(matter: Matter | None, hit: FoundMatter) -> Text | None:
    return next((text for text in matter.texts if text.id == hit.text), None) if matter else None


def _next(matter: Matter | None, today: date, tongue: Tongue) -> tuple[Due | None, str]:
    dated = _coming(matter, today) if matter else []
    if not dated:
        return None, ""
    event = min(dated, key=lambda event: (event.date, event.time))
    return days.due(event.date, today, tongue, event.time, event.zone), labels.label(event, tongue)


def _passage(hit: FoundMatter, text: Text | None, norms: list[Norm], tongue: Tongue) -> Passage:
    """The words of the provision with norms and hits marked; the snippet where the hit is in title or heading."""
    units = {provision.id: provision for provision in text.provisions} if text else {}
    words = units[hit.provision].text if hit.provision in units else ""
    at = words.replace("\n", " ").find(hit.snippet) if hit.snippet else -1
    if at < 0:
        stretches = law.marked(hit.snippet, [], hit.marks)
    else:
        hits = [(start + at, end + at) for start, end in hit.marks]
        stretches = law.excerpt(words, law.marks(norms), hits, LENGTH)
    article = hit.provision.partition("/")[0]
    where = law.where(hit.provision, units) if hit.provision else tongue.say("title, facts")
    return Passage(
        where=where,
        href=f"/matter?id={ids.to_query(hit.matter)}" + (f"&part=text&article={article}" if article else ""),
        stretches=tuple(stretches),
        language=hit.language,
    )


def _tags(norms: list[Norm], tongue: Tongue) -> tuple[Tag, ...]:
    """Three different ones; a bare "must" beside no word says nothing."""
    different = {(norm.modality, norm.duty): norm for norm in norms}.values()
    return tuple([tag for norm in different if (tag := _tag(norm, tongue)).words][:3])


def _tag(norm: Norm, tongue: Tongue) -> Tag:
    words = labels.duty_label(norm.duty, tongue)
    other = norm.exemption.text if norm.exemption else norm.threshold.text if norm.threshold else ""
    return Tag(modality=norm.modality, words=words or other, href=f"/search?duty={norm.duty}" if words else "")

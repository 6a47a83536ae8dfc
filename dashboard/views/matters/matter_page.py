"""The parts of a matter's page: head, overview, text, versions; the same for the dashboard and for the permanent page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Identifier, Link, Matter, Struct, Text
from crawlers.sources import Republish, watched
from crawlers.vocabulary import Kind
from dashboard.public.licence import allowed
from dashboard.public.relevant import CHOSEN
from dashboard.views import days, labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.evidence import relevance
from dashboard.views.evidence.footnote import version
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import law, life, remarks
from dashboard.views.matters import matter as pieces
from dashboard.views.matters.binding import Binds
from dashboard.views.matters.matter import ROWS, Row, Tie
from dashboard.views.matters.origins import said
from dashboard.views.week import closing
from dashboard.words.tongue import Tongue
from index.clock import Window
from index.in_force import by_its_dates
from index.store.origins import Origin
from nlp import topic_cues

NUMBERS = 6
READ = {"en", "de", "fr", "es", "it", "pt"}


class Version(Struct, frozen=True, kw_only=True):
    words: str
    href: str
    url: str


class Around(Struct, frozen=True, kw_only=True):
    """What a page of a matter shows that is not in its record; `named`: ids of held matters by what it calls them."""

    today: date
    fresh: Fresh
    held: Mapping[str, Matter] = {}
    back: tuple[tuple[str, Link], ...] = ()
    cites: tuple[tuple[Matter, ...], tuple[Matter, ...]] = ((), ())
    named: Mapping[str, str] = {}
    licence: str = ""
    permanent: bool = False
    asked: str = ""
    windows: tuple[Window, ...] = ()
    binds: tuple[Binds, ...] = ()
    alike: tuple[Matter, ...] = ()
    origins: tuple[Origin, ...] = ()
    stale: str = ""


class Summary(Struct, frozen=True, kw_only=True):
    """What a matter is about in the words of the source that is named."""

    words: str
    language: str
    source: str


Values = dict[str, object]


def head(matter: Matter, around: Around, tongue: Tongue, notes: Notes) -> Values:
    return {
        "matter": matter,
        "called": labels.called(matter.title),
        "place": labels.place(matter.jurisdiction, tongue),
        "identifiers": _numbers(matter),
        "status_day": days.say(matter.status_as_of, tongue),
        "status_note": notes.status(matter),
        "by_its_dates": by_its_dates(matter),
        "noted": remarks.noted(matter, tongue),
        "fresh": around.fresh,
        "fresh_more": _versions_read(matter, tongue),
        "permanent": around.permanent,
    }


def _numbers(matter: Matter) -> list[Identifier]:
    """The first six that tell more than the title and the others do."""
    told = [matter.title.casefold(), *(one.value.casefold() for one in matter.identifiers)]
    own = [one for one in matter.identifiers if sum(one.value.casefold() in other for other in told) == 1]
    return own[:NUMBERS]


def _versions_read(matter: Matter, tongue: Tongue) -> list[Markup]:
    text = law.shown(matter, tongue.code)
    if not text or not text.provisions:
        return []
    return [Markup.escape(tongue.say("Text: {version}")).format(version=version(text, tongue, marked=True))]


def overview(matter: Matter, around: Around, tongue: Tongue, notes: Notes) -> Values:
    top = head(matter, around, tongue, notes)  # its footnote comes first
    text = law.shown(matter, around.asked)
    norms = pieces.statements(matter, text)
    hosts = sum(norm.host_duty for norm in norms)
    shown = norms if around.permanent else norms[:ROWS]
    rows: list[Row] = pieces.rows(matter, text, shown, tongue, notes) if text else []
    return {
        **top,
        "rail": life.rail(matter, around.today, tongue),
        "ahead": life.ahead(matter, around.today, tongue, notes),
        "happened": life.happened(matter, around.today, tongue),
        "summary": _summary(matter, around),
        "windows": closing(_beyond(matter, around.windows), around.today, tongue, notes),
        "rows": rows,
        "counted": _counted(hosts, len(norms), tongue),
        "more": "" if len(shown) == len(norms) else f"/matter/{ids.to_path(matter.id)}#norms",
        "why_none": _why_none(text, tongue),
        "read": bool(text and text.provisions),
        "text_href": text_address(matter, around.permanent),
        "topics": [(labels.topic_label(tag.topic, tongue), f"/search?topic={tag.topic}") for tag in matter.topics],
        "relevant": relevance.about(matter, tongue),
        "thread": _by_relation(
            [*pieces.thread(matter, around.held, around.back, tongue), *pieces.cites(around.cites, tongue)]
        ),
        "versions": versions(matter, tongue),
        "binds": around.binds,
        "alike": [(other, labels.titled(other, tongue)) for other in around.alike],
        "origins": [said(one, tongue) for one in around.origins],
        "stale": days.say(around.stale[:10], tongue) if around.stale else "",
        "notes": notes,
    }


def text_address(matter: Matter, permanent: bool) -> Callable[[str], str]:
    """Where an article is read: further down a permanent page, else in the tab with the text."""
    return lambda article: (
        f"#{article}" if permanent else f"/matter?id={ids.to_query(matter.id)}&part=text&article={article}"
    )


def _summary(matter: Matter, around: Around) -> Summary | None:
    """Nothing on a page for all where the licence lets only a link out."""
    given = next((one.source for one in around.origins if one.field == "summary"), matter.source)
    if not matter.summary or (around.permanent and given not in CHOSEN and allowed(matter) is Republish.LINK):
        return None
    known = watched().sources.get(given)
    return Summary(words=matter.summary, language=matter.summed, source=known.name if known else given)


def _beyond(matter: Matter, windows: Sequence[Window]) -> list[Window]:
    """Those that say more than the day of an event, which is among the next dates."""
    known = {event.date for event in matter.events}
    return [window for window in windows if matter.kind is Kind.CASE or window.step not in known]


def _by_relation(ties: Iterable[Tie]) -> list[tuple[str, list[Tie]]]:
    """Each relation once, with the matters that we hold before the others."""
    groups: dict[str, list[Tie]] = {}
    for tie in ties:
        groups.setdefault(tie.relation, []).append(tie)
    return [(relation, sorted(found, key=lambda tie: not tie.href)) for relation, found in groups.items()]


def _counted(hosts: int, total: int, tongue: Tongue) -> str:
    return tongue.count(
        "{hosts} of {n} statement falls on hosts.",
        "{hosts} of {n} statements fall on hosts.",
        total,
        hosts=tongue.number(hosts),
    )


def _why_none(text: Text | None, tongue: Tongue) -> str:
    if text is None or not text.provisions:
        return tongue.say("We hold facts about this matter, not its words. Read it at the source.")
    language = text.language.partition("-")[0]
    if language not in READ and topic_cues.known(language):
        return tongue.say(
            "We do not read the rules of laws in {language} yet: topics, references and dates only. Read it at the source.",
            language=tongue.language(language),
        )
    if language not in READ:
        return tongue.say(
            "We do not read laws in {language} yet: references and dates only. Read it at the source.",
            language=tongue.language(language),
        )
    return tongue.say(
        "We read its words in {language} and saw no rule that binds somebody.", language=tongue.language(language)
    )


def versions(matter: Matter, tongue: Tongue) -> list[Version]:
    """Newest first; those with words lead to them."""
    texts = sorted(matter.texts, key=lambda text: (text.date, text.id), reverse=True)
    address = f"/matter?id={ids.to_query(matter.id)}&part=text&version="
    return [
        Version(
            words=version(text, tongue, marked=True) or text.id,
            href=f"{address}{text.id}" if text.provisions else "",
            url=text.url,
        )
        for text in texts
    ]

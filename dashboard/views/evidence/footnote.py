"""What a footnote holds: behind a claim its quote, source, version read, rule, score, and who checked it."""

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Event, Evidence, Matter, Norm, Struct, Text
from crawlers.vocabulary import ReviewState
from dashboard.digest.news import News
from dashboard.digest.news import Note as Behind
from dashboard.digest.titles import headed, place
from dashboard.views import days, labels
from dashboard.views.matters import law
from dashboard.views.text import in_language
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary
from index.clock import Window

Fact = tuple[str, str, str]
ENGLISH = "en"  # our sources are described in English


class Note(Struct, frozen=True, kw_only=True):
    """One footnote. `facts` are name, value and the value's language where it is not the reader's, in the order shown.

    `about` ends "evidence for …" for screen readers; `told` is the language of the title, if not the reader's.
    """

    label: str
    about: str
    title: str
    quote: str = ""
    language: str = ""
    told: str = ""
    shade: str = ""
    facts: tuple[Fact, ...] = ()
    official: str = ""
    wrong: str = ""
    citation: str = ""


def of_norm(norm: Norm, text: Text, matter: Matter, label: str, tongue: Tongue) -> Note:
    provisions = {provision.id: provision for provision in text.provisions}
    place = law.where(norm.provision, provisions)
    rules = ", ".join(
        dict.fromkeys(f"{e.rule} ({tongue.say('version {version}', version=e.version)})" for e in norm.evidence)
    )
    return Note(
        label=label,
        about=place,
        title=place,
        quote=norm.quote,
        language=text.language,
        shade=law.shade(norm),
        facts=(
            (
                tongue.say("Source"),
                tongue.say("{source}, characters {start}–{end}", source=matter.source, start=norm.start, end=norm.end),
                "",
            ),
            (tongue.say("Version read"), version(text, tongue, marked=True), ""),
            (tongue.say("Rule"), rules or tongue.say("not known"), ""),
            *(((tongue.say("Derived from"), norm.derived_from, ENGLISH),) if norm.derived_from else ()),
            (tongue.say("Score"), score(norm.evidence, norm.score, tongue), ""),
            (tongue.say("Checked by"), checked_by(norm, tongue), ""),
        ),
        official=text.url or matter.url,
        wrong=f"/review?matter={ids.to_query(matter.id)}&provision={norm.provision}&start={norm.start}",
        citation=f"/matter/{ids.to_path(matter.id)}#cite",
    )


def version(text: Text, tongue: Tongue, *, marked: bool = False) -> str:
    """reported · Fri 4 Dec 2026 · English; with `marked` as markup that says in which language the source's label is."""
    language = tongue.language(text.language) if text.language else ""
    label = in_language(text.label, text.language, 120) if marked and text.label else text.label
    parts = [part for part in (label, days.say(text.date, tongue), language) if part]
    return Markup(" · ").join(parts) if marked else " · ".join(parts)


def score(evidence: tuple[Evidence, ...], whole: float, tongue: Tongue) -> str:
    """rule 1.00 · model 0.97, as each piece of evidence says; a rule without a number is exact."""
    said = [f"{tongue.say(vocabulary().origin[e.origin])} {e.score:.2f}" for e in evidence if e.score is not None]
    if said:
        return " · ".join(dict.fromkeys(said))
    return tongue.say("rule, exact") if whole >= 1 else f"{whole:.2f}"


def checked_by(norm: Norm, tongue: Tongue) -> str:
    """machine, not yet reviewed · reviewer, 3 Nov 2026: role and day, never a name."""
    if norm.review.state is ReviewState.UNREVIEWED:
        return tongue.say("machine, not yet reviewed")
    return f"{norm.review.by}, {days.say(norm.review.at[:10], tongue)}: {tongue.say(vocabulary().review[norm.review.state])}"


def of_event(event: Event, matter: Matter, label: str, tongue: Tongue) -> Note:
    name = labels.label(event, tongue)
    return Note(
        label=label,
        about=f"{name}, {days.say(event.date, tongue)}",
        title=f"{name}, {days.say(event.date, tongue)}",
        told=labels.foreign(event, matter.language),
        quote=event.label if event.label != name else "",
        language=matter.language,
        facts=(
            (tongue.say("Source"), matter.source, ""),
            (tongue.say("Read with"), matter.parser or tongue.say("not known"), ""),
            (tongue.say("Seen in"), tongue.say(vocabulary().mark[event.mark]), ""),
        ),
        official=event.url or matter.url,
        wrong=f"/review?matter={ids.to_query(matter.id)}",
        citation=f"/matter/{ids.to_path(matter.id)}#cite",
    )


def of_status(matter: Matter, label: str, tongue: Tongue) -> Note:
    standing = tongue.say(vocabulary().status[matter.status].word)
    return Note(
        label=label,
        about=tongue.say("the status"),
        title=tongue.say("{status}, as of {day}", status=standing, day=days.say(matter.status_as_of, tongue)),
        quote=matter.source_status,
        language=matter.language,
        facts=(
            (tongue.say("Source"), matter.source, ""),
            (tongue.say("Read with"), matter.parser or tongue.say("not known"), ""),
            (tongue.say("Seen in"), tongue.say(vocabulary().mark[matter.mark]), ""),
        ),
        official=matter.url,
        wrong=f"/review?matter={ids.to_query(matter.id)}",
        citation=f"/matter/{ids.to_path(matter.id)}#cite",
    )


def of_window(window: Window, label: str, tongue: Tongue) -> Note:
    steps = tuple(
        (days.say(step.day, tongue) if step.day else tongue.say("Not used"), step.words.said(tongue), "")
        for step in window.answer.steps
    )
    return Note(
        label=label,
        about=tongue.say("the last day"),
        title=tongue.say(window.filing),
        quote=window.answer.told(tongue),
        facts=(
            (tongue.say("Source"), tongue.say(window.court), ""),
            (tongue.say("Rule"), f"{window.rule}, {tongue.say(window.answer.citation)}", _cited(window, tongue)),
            *steps,
            (
                tongue.say("Checked by"),
                tongue.say("machine; the rule was read") if window.answer.verified else tongue.say("unverified rule"),
                "",
            ),
        ),
        official=window.url,
        wrong=f"/review?matter={ids.to_query(window.matter)}",
        citation=f"/matter/{ids.to_path(window.matter)}#cite",
    )


def _cited(window: Window, tongue: Tongue) -> str:
    """A citation is English as a rule, unless it is one of our words for what has no name."""
    return "" if tongue.knows(window.answer.citation) else ENGLISH


def of_news(news: News, label: str, tongue: Tongue) -> Note:
    behind = news.note
    return Note(
        label=label,
        about=headed(news, tongue),
        title=headed(news, tongue),
        told=news.language,
        quote=behind.quote if behind else news.says,
        facts=(
            (tongue.say("Source"), *_told(_source(behind, tongue) if behind else "", tongue.say("not known"))),
            (tongue.say("Rule"), *_told(behind.rule if behind else "", tongue.say("the source’s own statement"))),
            (tongue.say("Dated"), days.say(news.day, tongue), ""),
            (tongue.say("We learned it"), days.moment(news.learned, tongue), ""),
        ),
        wrong=f"/review?matter={ids.to_query(news.matter)}",
        citation=f"/matter/{ids.to_path(news.matter)}#cite",
    )


def _source(behind: Behind, tongue: Tongue) -> str:
    return ", ".join(part for part in (behind.source, place(behind.provision, tongue)) if part)


def _told(ours: str, usual: str) -> tuple[str, str]:
    """What our files say, in English; the usual words where they say nothing."""
    return (ours, ENGLISH) if ours else (usual, "")

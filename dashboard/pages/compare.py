"""Compare: two laws, or two versions of one law, by duty, side by side, or word by word; all of it kept in the address."""

from urllib.parse import urlencode

import streamlit as st

from crawlers.matter import Matter, Text
from dashboard import doors
from dashboard.pages import chosen, draw, speaker
from dashboard.today import today
from dashboard.views import compare as view
from dashboard.views import law, wording
from dashboard.views.compare import Half
from dashboard.views.footnote import version
from dashboard.views.notices import heading, note
from dashboard.views.page import render
from dashboard.words.tongue import later

SHOW = {"duties": later("Same duties"), "side": later("Side by side"), "words": later("Word by word")}
tongue = speaker()
cards = {card.id: card for place in ("", doors.SAMPLE) for card in doors.cards(place) if card.texts}


def kept(name: str, label: str, said: dict[str, str], usual: str = "") -> str:
    """One of these, kept in the address under its name."""
    asked, options = st.query_params.get(name, usual), list(said)
    picked = st.selectbox(
        label,
        options,
        index=options.index(asked) if asked in said else None,
        format_func=said.__getitem__,
        key=f"{name} {options[:1]}",
        placeholder=tongue.say("Type its name"),
    )
    if picked and picked != usual:
        st.query_params[name] = picked
    elif name in st.query_params:
        del st.query_params[name]
    return picked or ""


def law_of(name: str, label: str) -> Matter | None:
    """A matter that we hold words of."""
    id = kept(name, label, {id: f"{card.jurisdiction.upper()} · {card.title}" for id, card in cards.items()})
    return doors.matter(id) if id else None


def version_of(name: str, label: str, held: dict[str, Text], usual: Text) -> Text:
    return held[kept(name, label, {id: version(text, tongue) for id, text in held.items()}, usual.id) or usual.id]


def texts(matter: Matter) -> dict[str, Text]:
    """Versions with words, oldest first."""
    ordered = sorted((text for text in matter.texts if text.provisions), key=lambda text: (text.date, text.id))
    return {text.id: text for text in ordered}


def halves(one: Matter, two: Matter | None) -> tuple[Half, Half] | None:
    """Of one law the newest version and the one before it in the same language, unless others are asked for."""
    held = texts(one)
    newest = law.shown(one, tongue.code)
    if two and two.id != one.id:
        with left:
            first = version_of("old", tongue.say("Version"), held, newest or next(iter(held.values())))
        with right:
            second = version_of("new", tongue.say("Version"), texts(two), law.shown(two, tongue.code) or first)
        return (one, first), (two, second)
    alike = [text for text in held.values() if newest and text.language == newest.language]
    if len(held) < 2 or not newest:
        return None
    with left:
        old = version_of(
            "old", tongue.say("Older version"), held, alike[-2] if len(alike) > 1 else next(iter(held.values()))
        )
    with right:
        new = version_of("new", tongue.say("Newer version"), held, alike[-1])
    return (one, old), (one, new)


def compared(one: Half, two: Half) -> None:
    show = chosen("show", SHOW, tongue, later("Show"))
    if show != "words":
        draw(view.page(one, two, show, tongue))
    elif one[0].id != two[0].id:
        draw(
            note(
                tongue.say("Word by word compares two versions of one law."),
                tongue.say("Leave the second empty."),
                tongue,
            )
        )
    elif one[1].language != two[1].language:
        draw(
            note(
                tongue.say("These two versions are in different languages."),
                tongue.say("Choose two in one language."),
                tongue,
            )
        )
    else:
        draw(wording.page(one[1], two[1], tongue))


draw(
    heading(
        "Compare",
        "Their words, side by side; or what changed between two versions of one law.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
left, right = st.columns(2)
with left:
    first = law_of("one", tongue.say("One"))
with right:
    second = law_of("two", tongue.say("Two (leave empty to compare versions)"))
if first and (pair := halves(first, second)):
    compared(*pair)
    draw(
        render(
            "foot.html",
            tongue,
            links=[(tongue.say("Link to this comparison"), f"/compare?{urlencode(sorted(st.query_params.items()))}")],
        )
    )
elif first:
    draw(
        note(
            tongue.say("We hold one version of its words."),
            tongue.say("Choose a second law to compare it with."),
            tongue,
        )
    )
else:
    draw(
        note(
            tongue.say("Nothing is chosen yet."),
            tongue.say(
                "Type the name of a law that we hold words of; one is enough where we hold two of its versions."
            ),
            tongue,
        )
    )

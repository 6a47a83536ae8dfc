"""Compare: two laws duty by duty, or two versions of one law word by word."""

import streamlit as st

from crawlers.matter import Matter, Text
from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.today import today
from dashboard.views import compare as view
from dashboard.views import law
from dashboard.views.footnote import version
from dashboard.views.notices import heading, note

tongue = speaker()
cards = {card.id: card for place in ("", doors.SAMPLE) for card in doors.cards(place) if card.texts}
fresh = doors.freshness(today(), tongue)


def pick(name: str, label: str) -> Matter | None:
    """A matter that we hold words of, kept in the address."""
    asked, ids = st.query_params.get(name, ""), list(cards)
    at = ids.index(asked) if asked in cards else None
    said = {id: f"{card.jurisdiction.upper()} · {card.title}" for id, card in cards.items()}
    chosen = st.selectbox(
        label,
        ids,
        index=at,
        format_func=said.__getitem__,
        key=name,
        placeholder=tongue.say("Type its name"),
    )
    if chosen:
        st.query_params[name] = chosen
    return doors.matter(chosen) if chosen else None


def texts(matter: Matter) -> list[Text]:
    return sorted((text for text in matter.texts if text.provisions), key=lambda text: (text.date, text.id))


def two_versions(matter: Matter) -> None:
    held = texts(matter)
    if len(held) < 2:
        draw(
            note(
                tongue.say("We hold one version of its words."),
                tongue.say("Choose a second law to compare it with."),
                tongue,
            )
        )
        return
    left, right = st.columns(2)
    ids = {text.id: text for text in held}
    said = {id: version(text, tongue) for id, text in ids.items()}
    old = left.selectbox(tongue.say("Older version"), list(ids), index=len(ids) - 2, format_func=said.__getitem__)
    new = right.selectbox(tongue.say("Newer version"), list(ids), index=len(ids) - 1, format_func=said.__getitem__)
    draw(view.versions(matter, ids[old], ids[new], fresh, tongue))


draw(heading("Compare", "Their words, side by side; or what changed between two versions of one law.", tongue, fresh))
left, right = st.columns(2)
with left:
    one = pick("one", tongue.say("One"))
with right:
    two = pick("two", tongue.say("Two (leave empty to compare versions)"))
first, second = (law.shown(matter, tongue.code) if matter else None for matter in (one, two))
if one and two and first and second:
    draw(view.laws((one, first), (two, second), fresh, tongue))
elif one:
    two_versions(one)

"""Digest: what the weekly mail would say today, and how to get it."""

import streamlit as st

from dashboard import doors
from dashboard.digest.build import build
from dashboard.digest.html import html
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.mail.links import Links
from dashboard.pages import chosen, draw, speaker
from dashboard.reads import this_week
from dashboard.today import today
from dashboard.views import labels
from dashboard.views.notices import heading, words
from dashboard.views.page import render
from dashboard.words.tongue import LANGUAGES, later

OUTSIDE = '<head><base target="_blank">'  # the frame holds the mail alone; its links open beside it

PROFILES = {"lawyers": later("lawyers"), "editors": later("editors")}
tongue = speaker()


def keep() -> None:
    """The places chosen, in the address."""
    st.query_params["place"] = st.session_state["places"]


draw(heading("Digest", "What the weekly mail would say today.", tongue, doors.freshness(today(), tongue)))
left, right = st.columns(2)
places = sorted({card.jurisdiction for card in doors.cards()})
asked = [code for code in st.query_params.get_all("place") if code in places]
with left:
    st.multiselect(
        tongue.say("Places"),
        places,
        default=asked,
        key="places",
        on_change=keep,
        format_func=lambda code: labels.place(code, tongue),
        placeholder=tongue.say("All places"),
    )
with right:
    profile = chosen("profile", PROFILES, tongue, later("For"), "visible")
language = chosen(
    "language", {code: LANGUAGES[code] for code in (tongue.code, *LANGUAGES)}, tongue, later("Language"), "visible"
)
made = build(this_week.week(today()), Taste(places=tuple(asked)), speech(language), profile)
draw(words("h2", tongue.say("As the mail will arrive")))
st.iframe(html(made, Links()).replace("<head>", OUTSIDE, 1), height=900, alt=tongue.say("As the mail will arrive"))
draw(render("digest_page.html", tongue, words=text(made, Links()), language=language))

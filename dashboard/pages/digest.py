"""Digest: what the weekly mail would say today, and how to get it."""

import streamlit as st

from dashboard import doors
from dashboard.digest.build import build
from dashboard.digest.html import html
from dashboard.digest.news import Taste
from dashboard.digest.speech import LANGUAGES, speech
from dashboard.digest.text import text
from dashboard.mail.links import Links
from dashboard.pages import draw, speaker
from dashboard.reads import this_week
from dashboard.today import today
from dashboard.views import labels
from dashboard.views.notices import heading, words
from dashboard.views.page import render
from dashboard.words.tongue import later

OUTSIDE = '<head><base target="_blank">'  # the frame holds the mail alone; its links open beside it

tongue = speaker()
draw(heading("Digest", "What the weekly mail would say today.", tongue, doors.freshness(today(), tongue)))
left, middle, right = st.columns(3)
places = sorted({card.jurisdiction for card in doors.cards()})
chosen = left.multiselect(
    tongue.say("Places"),
    places,
    format_func=lambda code: labels.place(code, tongue),
    placeholder=tongue.say("All places"),
)
profile = middle.segmented_control(
    tongue.say("For"), [later("lawyers"), later("editors")], default="lawyers", required=True, format_func=tongue.say
)
language = right.segmented_control(
    tongue.say("Language"), list(LANGUAGES), default=tongue.code if tongue.code in LANGUAGES else "en", required=True
)
made = build(this_week.week(today()), Taste(places=tuple(chosen)), speech(language or "en"), profile or "lawyers")
draw(words("h2", tongue.say("As the mail will arrive")))
st.iframe(html(made, Links()).replace("<head>", OUTSIDE, 1), height=900, alt=tongue.say("As the mail will arrive"))
draw(render("digest_page.html", tongue, words=text(made, Links()), language=language))

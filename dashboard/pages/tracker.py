"""Trackers: one place at a time, the same as its permanent page."""

import streamlit as st

from crawlers.sources import watched
from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.public.relevant import concerning
from dashboard.public.tracker import tracked, verdicts
from dashboard.today import today
from dashboard.views import labels
from dashboard.views.trackers import all_places as overview
from dashboard.views.trackers import tracker as view

tongue = speaker()
known = {card.jurisdiction for card in doors.cards()}
codes = sorted(known, key=lambda code: watched().jurisdictions[code].name if code in watched().jurisdictions else code)
asked = st.query_params.get("place", "")
options = [*codes, doors.SAMPLE] if asked == doors.SAMPLE else codes
place = st.selectbox(
    tongue.say("Place"),
    options,
    index=options.index(asked) if asked in options else None,
    format_func=lambda code: labels.place(code, tongue),
    placeholder=tongue.say("Choose a place"),
)
if place:
    st.query_params["place"] = place
    held = tracked(place, today(), tongue)
    part = view.Asked(st.query_params.get("stage", ""), st.query_params.get("month", ""))
    draw(view.page(held, tongue, part, verdicts(held.cards, tongue)))
else:
    every, topic = doors.cards(), st.query_params.get("topic", "")
    draw(overview.page(concerning(every, today()), every, doors.freshness(today(), tongue), today(), tongue, topic))

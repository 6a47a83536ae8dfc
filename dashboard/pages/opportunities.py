"""Opportunities: where one may still be heard."""

import streamlit as st

from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.today import today
from dashboard.views import opportunities as view
from dashboard.views.notices import heading

tongue = speaker()
fresh = doors.freshness(today(), tongue)
under = (
    "Where the Foundation or an affiliate may still be heard. Each date shows how it was worked out; the rule is named."
)
draw(heading("Opportunities", under, tongue, fresh))
kind = st.segmented_control(
    tongue.say("Kind"),
    list(view.KINDS),
    default="all",
    format_func=lambda name: tongue.say(view.KINDS[name]),
    key="kind",
    bind="query-params",
    label_visibility="collapsed",
    required=True,
)
cards = {card.id: card for card in doors.cards()}
rows = view.chances(doors.opportunities(today()), cards, kind or "all", today(), tongue)
draw(view.page(rows, fresh, kind or "all", tongue))

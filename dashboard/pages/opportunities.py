"""Opportunities: where one may still be heard."""

import streamlit as st

from dashboard import doors
from dashboard.pages import chosen, draw, speaker
from dashboard.pages.by_hand import by_hand
from dashboard.pages.judging import judging
from dashboard.today import today
from dashboard.views.acting import opportunities as view
from dashboard.views.notices import heading
from dashboard.words.tongue import later

tongue = speaker()
draw(
    heading(
        "Opportunities",
        "Where the Foundation or an affiliate may still be heard. Each date shows how it was worked out; the rule is named.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
kind = chosen("kind", view.KINDS, tongue, later("Kind"))
cards = {card.id: card for card in doors.cards()}
found = doors.opportunities(today())
rows = view.chances(found, cards, kind, today(), tongue)
draw(view.page(rows, kind, st.query_params.get("after", ""), tongue))
judging([one for one in found if one.matter in cards], tongue)
by_hand(tongue)

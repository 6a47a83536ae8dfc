"""Duties: the table by place, and below it the list a cell opens."""

import streamlit as st

from dashboard import doors, listing, url
from dashboard.pages import draw, speaker
from dashboard.pages.links import links
from dashboard.today import today
from dashboard.views import duties as view
from dashboard.views.page import render

tongue = speaker()
fresh = doors.freshness(today(), tongue)
draw(view.page(doors.cards(), fresh, tongue))
state = url.asked({name: st.query_params.get_all(name) for name in st.query_params})
if state.filters:
    found = listing.find(state, today(), tongue)
    links(
        render("search_results.html", tongue, fresh=fresh, **found.values),
        "list",
        lambda address: st.query_params.from_dict(url.grouped(url.read(address))),
    )

"""Duties: the table by place, and below it the list a cell opens."""

import streamlit as st

from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.pages.links import links
from dashboard.reads import search_page, search_url
from dashboard.today import today
from dashboard.views.page import render
from dashboard.views.trackers import duties as view

tongue = speaker()
fresh = doors.freshness(today(), tongue)
draw(view.page(doors.cards(), fresh, tongue))
state = search_url.asked({name: st.query_params.get_all(name) for name in st.query_params})
if state.filters:
    found = search_page.find(state, today(), tongue)
    links(
        render("search_results.html", tongue, fresh=fresh, **found.values),
        "list",
        lambda address: st.query_params.from_dict(search_url.grouped(search_url.read(address))),
    )

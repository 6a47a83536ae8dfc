"""Search: one box, facets beside it, a list of headings and links; every state has an address."""

import streamlit as st

from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.pages.links import links
from dashboard.pages.saving import saving
from dashboard.reads import search_page, search_url
from dashboard.reads.search_url import State
from dashboard.today import today
from dashboard.views import search as view
from dashboard.views.notices import bad, heading
from dashboard.views.page import render
from dashboard.views.text import capital
from dashboard.words.tongue import later
from index.phrase import Told, told

tongue = speaker()
state = search_url.asked({name: st.query_params.get_all(name) for name in st.query_params})
SORTS = {"best": later("Best match"), "newest": later("Newest"), "closing": later("Closing first")}


def go(address: str) -> None:
    to(search_url.read(address))


def to(other: State) -> None:
    st.query_params.from_dict(search_url.grouped(other))


def submitted() -> None:
    to(State(q=st.session_state["q"].strip(), filters=state.filters, sort=state.sort))


def sorted_by() -> None:
    to(State(q=state.q, filters=state.filters, sort=st.session_state["sort"] or "best"))


def results() -> None:
    fresh = doors.freshness(today(), tongue)
    draw(render("fresh.html", tongue, fresh=fresh))
    found = search_page.find(state, today(), tongue)
    narrow, wide = st.columns([2, 8], gap="medium")
    with narrow:
        links(
            render(
                "search_facets.html",
                tongue,
                used=view.used(state, tongue),
                facets=view.facets(state, found.facets, tongue),
            ),
            "facets",
            go,
        )
    with wide:
        st.segmented_control(
            tongue.say("Order"),
            list(SORTS),
            default=state.sort,
            format_func=lambda name: tongue.say(SORTS[name]),
            key="sort",
            on_change=sorted_by,
            label_visibility="collapsed",
            required=True,
        )
        links(render("search_results.html", tongue, fresh=fresh, **found.values), "results", go)
        saving(search_url.query(state), tongue)


draw(heading("Search", "", tongue))
with st.form("search", border=False):
    box, button = st.columns([10, 1], vertical_alignment="bottom")
    with box:
        st.text_input(
            tongue.say("Words, “phrases”, AND OR NOT, prefix*, field:value"),
            state.q,
            key="q",
            max_chars=search_url.LONGEST,
            placeholder=tongue.say("Search"),
            type="search",
        )
    with button:
        st.form_submit_button(tongue.say("Search"), type="primary", on_click=submitted)
try:
    results()
except Told as fault:
    draw(
        bad(
            tongue.say("This search cannot run."),
            tongue.say("{fault}. We kept your words.", fault=capital(told(fault, tongue))),
            tongue,
        )
    )

"""The frame round every page: its language, its stylesheet and the side bar. Streamlit runs it on every rerun.

It stands among the pages, not above them: beside a folder named pages Streamlit would take every file for a page.
"""

import streamlit as st

from crawlers.fault import Fault
from dashboard.pages import PAGES, PRIVATE, draw, insider, speaker, stylesheet, tongues
from dashboard.pages.faults import stopped
from dashboard.views.notices import heading, note

st.set_page_config(page_title="Amicus", layout="wide", initial_sidebar_state=232)
tongue = speaker()
page = st.navigation(
    [
        st.Page(
            f"{entry.file}.py",
            title=tongue.say(entry.title),
            url_path=entry.path or None,
            default=not entry.path,
            visibility=entry.visibility,
        )
        for entry in PAGES
    ],
    expanded=True,
)
st.html(f"<style>{stylesheet(tongue)}</style>")
tongues(tongue)
if insider() or page.url_path not in PRIVATE:
    try:
        page.run()
    except Fault as fault:
        stopped(fault)
else:
    draw(heading(page.title, "", tongue))
    draw(
        note(
            tongue.say("This page is for people who are signed in."),
            tongue.say("What stands here was written by people for their own use. Everything else can be read."),
            tongue,
        )
    )

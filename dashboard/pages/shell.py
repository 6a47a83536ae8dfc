"""The frame round every page: its language, its stylesheet and the side bar. Streamlit runs it on every rerun.

It stands among the pages, not above them: beside a folder named pages Streamlit would take every file for a page.
"""

import streamlit as st

from dashboard.pages import PAGES, PRIVATE, draw, insider, speaker, stylesheet, tongues
from dashboard.views.notices import bad, heading, note
from index.engines.engine import NoEngine

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
    except NoEngine:
        draw(
            bad(
                tongue.say("The search index cannot be asked now."),
                tongue.say("It may be filled anew, which takes a minute. Records are safe; load the page again."),
                tongue,
            )
        )
else:
    draw(heading(page.title, "", tongue))
    draw(
        note(
            tongue.say("This page is for people who are signed in."),
            tongue.say("What stands here was written by people for their own use. Everything else can be read."),
            tongue,
        )
    )

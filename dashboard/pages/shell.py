"""The frame round every page: its language, its stylesheet and the side bar. Streamlit runs it on every rerun.

It stands among the pages, not above them: beside a folder named pages Streamlit would take every file for a page.
"""

import streamlit as st

from dashboard.pages import PAGES, speaker, stylesheet

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
page.run()

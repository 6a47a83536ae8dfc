"""One matter, reached by ?id=: overview, text by article, versions."""

import streamlit as st

from crawlers import ids
from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.pages.matter_parts import show
from dashboard.today import today
from dashboard.views.notices import bad, heading

tongue = speaker()
asked = st.query_params.get("id", "")
matter = doors.matter(asked) if ids.valid(asked) else None
if matter is None:
    draw(heading("Matter", "", tongue))
    draw(
        bad(
            tongue.say("We hold no matter under this address."),
            tongue.say("Search for its title or number: {asked}", asked=asked[:200]),
            tongue,
        )
    )
else:
    show(matter, today(), tongue)

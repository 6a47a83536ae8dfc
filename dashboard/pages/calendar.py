"""Calendar: a month, and the coming days in words."""

from datetime import date

import streamlit as st

from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.pages.bound import counted
from dashboard.today import today
from dashboard.views.acting import calendar as view
from dashboard.views.days import parsed

tongue = speaker()
at = parsed(f"{st.query_params.get('month', '')}-01") or date(today().year, today().month, 1)
found = view.entries(doors.cards(), doors.open_windows(today()), today(), tongue)
asked = st.query_params.get("day", "")
day = asked if asked == view.EVERY else f"{at:%Y-%m}-{asked}"
draw(
    view.page(
        found, at, day if asked == view.EVERY or parsed(day) else "", doors.freshness(today(), tongue), today(), tongue
    )
)
counted(today(), tongue)

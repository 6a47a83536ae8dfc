"""Sources: how each one is, what may be missing, where two of them disagree, and how good the tags are."""

import streamlit as st

from crawlers.sources import watched
from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.today import today
from dashboard.views.care import disagree
from dashboard.views.care import sources as view
from dashboard.views.evidence import accuracy
from index.disagreement import crosscheck
from index.disagreement.contradictions import contradictions
from nlp.evaluate.report import lines, written

told = {id: said for id, said in doors.records().statements().items() if not id.startswith(f"{doors.SAMPLE}/")}
names = {source.id: source.name for source in watched().sources.values()}
apart = disagree.section(contradictions(told), len(told), names, speaker(), crosscheck.written())
quality = accuracy.section(lines(written()), speaker())
asked = view.Asked(st.query_params.get("verdict", ""), st.query_params.get("place", ""))
draw(view.page(doors.sources(asked.place), asked, today(), speaker(), apart, quality))

"""Review: a person says of a tag whether it is right; the answer is laid over the record at once."""

import streamlit as st

from dashboard import doors, private
from dashboard.pages import draw, speaker
from dashboard.private import Kept
from dashboard.reviewed import ANSWERS, subject
from dashboard.today import instant, today
from dashboard.views import review as view
from dashboard.views.notices import heading, note

tongue = speaker()
done = private.newest("review")
draw(
    heading(
        "Review",
        "Where a tag may be wrong, a person decides. Each answer also teaches the tagger.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
wanted = st.query_params.get("matter", "")
ids = [wanted] if wanted else [card.id for card in doors.cards() if any(norm.host_duty for norm in card.norms)][:40]
matters = [found for id in ids if (found := doors.matter(id))]
queue = view.queue(matters, done, st.query_params.get("provision", ""))
if not queue:
    draw(note(tongue.say("Nothing waits for review."), tongue.say("{n} tags were reviewed here.", n=len(done)), tongue))
else:
    draw(view.page(queue, len(done), tongue))
    matter, text, norm = queue[0]
    with st.form("answer", clear_on_submit=True):
        answer = st.radio(
            tongue.say("What is it?"),
            list(ANSWERS),
            format_func=lambda name: tongue.say(ANSWERS[name][0]),
            horizontal=True,
        )
        words = st.text_input(tongue.say("What is it, in your words (if it is something else)"), max_chars=400)
        remark = st.text_area(tongue.say("Note (seen by reviewers only)"), max_chars=2000)
        role = st.text_input(tongue.say("Your role"), "reviewer", max_chars=80)
        if st.form_submit_button(tongue.say("Save"), type="primary"):
            body = {"answer": answer, "words": words or "", "note": remark or ""}
            private.keep(
                Kept(kind="review", subject=subject(matter.id, norm), role=role or "reviewer", at=instant(), body=body)
            )
            st.rerun()

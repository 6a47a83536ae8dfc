"""Review: a person says of a tag whether it is right; the answer is laid over the record at once."""

import streamlit as st

from crawlers.fault import Fault
from crawlers.vocabulary import Bearer, Duty, Modality
from dashboard import doors
from dashboard.pages import draw, speaker
from dashboard.reads.reviewed import ANSWERS, Correction, answer, said
from dashboard.today import instant, today
from dashboard.views.care import review as view
from dashboard.views.notices import bad, heading, note
from dashboard.words.vocabulary import vocabulary
from nlp.queue import queue as waiting

# matters whose tags are looked through at once
MOST = 40

tongue = speaker()
done, book = said(), vocabulary()
draw(
    heading(
        "Review",
        "Where a tag may be wrong, a person decides. Each answer also teaches the tagger.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
wanted = st.query_params.get("matter", "")
ids = [wanted] if wanted else [card.id for card in doors.cards() if any(norm.host_duty for norm in card.norms)]
matters = [found for id in ids[:MOST] if (found := doors.matter(id))]
start = st.query_params.get("start", "")
queue = waiting(
    matters,
    done.values(),
    (st.query_params.get("provision", ""), int(start) if start.isdecimal() and len(start) < 10 else -1),
)
if st.query_params.get("part") == "done":
    draw(view.done(done.values(), tongue))
elif not queue:
    draw(
        note(
            tongue.say("Nothing waits for review."),
            tongue.count("{n} tag was reviewed here.", "{n} tags were reviewed here.", len(done)),
            tongue,
        )
    )
else:
    draw(view.page(queue, len(done), tongue))
    if len(ids) > MOST:
        looked = tongue.count(
            "Tags of {shown} of {n} matter with duties of hosts.",
            "Tags of {shown} of {n} matters with duties of hosts.",
            len(ids),
            shown=MOST,
        )
        draw(note(looked, tongue.say("Those of the others wait on the page of their matter."), tongue))
    first = queue[0]
    tag = f"{first.matter.id}#{first.norm.text}#{first.norm.provision}#{first.norm.start}"
    with st.form("answer"):
        name = st.radio(
            tongue.say("What is it?"),
            list(ANSWERS),
            format_func=lambda name: tongue.say(ANSWERS[name][0]),
            horizontal=True,
            key=f"answer {tag}",
        )
        words = st.text_area(
            tongue.say("Words that carry it (you may shorten or widen)"),
            first.norm.quote,
            max_chars=20_000,
            key=f"words {tag}",
        )
        modality = st.selectbox(
            tongue.say("If it is something else: what"),
            list(Modality),
            index=None,
            format_func=lambda one: tongue.say(book.modality[one].plain),
            key=f"modality {tag}",
        )
        bearer = st.selectbox(
            tongue.say("Who is bound"),
            list(Bearer),
            index=None,
            format_func=lambda one: tongue.say(book.bearer[one]),
            key=f"bearer {tag}",
        )
        duty = st.selectbox(
            tongue.say("Which duty"),
            list(Duty),
            index=None,
            format_func=lambda one: tongue.say(book.duty[one]),
            key=f"duty {tag}",
        )
        remark = st.text_area(tongue.say("Note (seen by reviewers only)"), max_chars=2000, key=f"note {tag}")
        role = st.text_input(tongue.say("Your role"), "reviewer", max_chars=80)
        if st.form_submit_button(tongue.say("Save"), type="primary"):
            other = Correction(modality, bearer, duty, words)
            try:
                answer(first, name or "right", role or "reviewer", instant(), remark or "", other)
            except Fault as fault:
                draw(bad(tongue.say("Not kept."), tongue.say(str(fault)), tongue))
            else:
                st.rerun()

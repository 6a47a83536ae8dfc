"""Assessments: does a law bind us, step by step; and what people decided, kept privately."""

import streamlit as st

from crawlers import ids
from crawlers.matter import Matter
from dashboard import doors, private
from dashboard.dossier.briefed import sparing
from dashboard.kept import Kept
from dashboard.pages import draw, speaker
from dashboard.pages.acting import add, close
from dashboard.today import instant, today
from dashboard.views.acting.actions import actions
from dashboard.views.acting.collections import POSITIONS
from dashboard.views.matters import binding as view
from dashboard.views.notices import note
from dashboard.views.page import render
from index.advice.brief import elsewhere
from index.advice.dossier import headings
from index.advice.laws import corrected, hardly
from index.binding.profile import profiles
from index.binding.verdict import verdict

# laws of one page, since each verdict reads the whole law
MOST = 100

tongue = speaker()
asked = st.query_params.get("id", "")
matter = doors.matter(asked) if ids.valid(asked) else None
todo = actions(private.newest("action").values(), doors.card, today(), tongue)


def save(about: Matter, body: dict[str, str]) -> None:
    role = body.pop("role") or "staff"
    private.keep(Kept(kind="decision", subject=about.id, role=role, at=instant(), body=body))


def form(about: Matter, *, first: bool) -> None:
    """Open until somebody has decided."""
    with st.expander(tongue.say("Change the decision"), expanded=first), st.form("decision", border=False):
        body = {"position": st.selectbox(tongue.say("Position"), POSITIONS, format_func=tongue.say)}
        body["why"] = st.text_area(tongue.say("Why"), max_chars=4000)
        body["owner"] = st.text_input(tongue.say("Owner (a role)"), max_chars=80)
        body["due"] = st.text_input(tongue.say("Due"), max_chars=20, placeholder="2026-12-04")
        for key, heading in headings().items():
            body[key] = st.text_input(tongue.say(heading.title), max_chars=1000)
        body["role"] = st.text_input(tongue.say("Your role"), max_chars=80)
        if st.form_submit_button(tongue.say("Keep it (private)"), type="primary"):
            save(about, {key: value or "" for key, value in body.items()})
            st.rerun()


if matter:
    said = [(profile.name, verdict(matter, profile)) for profile in profiles().values()]
    fresh = doors.freshness(today(), tongue, matter.jurisdiction)
    decisions = private.kept("decision", matter.id)
    sample = matter.jurisdiction == doors.SAMPLE
    others = [one for one in sparing() if (one.jurisdiction == doors.SAMPLE) == sample]
    draw(view.page(matter, said, decisions, elsewhere([matter], others), fresh, today(), tongue))
    mine = [one for one in todo if one.matter.id == matter.id]
    draw(render("actions.html", tongue, actions=mine, across=False))
    add(matter.id, tongue)
    close(mine, tongue)
    form(matter, first=not decisions)
else:
    decided = private.newest("decision")
    bearing = [card for card in doors.cards() if any(norm.host_duty for norm in card.norms) and not corrected(card)]
    aside = [card for card in bearing if hardly(card) and card.id not in decided]
    binding = [
        *(card for card in doors.cards() if card.id in decided),
        *(card for card in bearing if card.id not in decided and not hardly(card)),
    ]
    held = [found for card in binding[:MOST] if (found := doors.matter(card.id))]
    draw(
        view.listing(
            [
                (one, [(profile.name, verdict(one, profile)) for profile in profiles().values()], decided.get(one.id))
                for one in held
            ],
            todo,
            doors.freshness(today(), tongue),
            tongue,
        )
    )
    if aside:
        apart = tongue.count(
            "{n} more law has words that may bind hosts.", "{n} more laws have words that may bind hosts.", len(aside)
        )
        rest = tongue.say(
            "As a whole they are hardly about hosts, so these were most likely misread; they are left out here."
        )
        draw(note(apart, rest, tongue, matters=aside))
    if len(binding) > MOST:
        worked = tongue.count(
            "Worked out for {shown} of {n} law with duties of hosts.",
            "Worked out for {shown} of {n} laws with duties of hosts.",
            len(binding),
            shown=MOST,
        )
        rest = tongue.say(
            "Those with a decision come first; the others are found in Search, and each can be opened from its own page."
        )
        draw(note(worked, rest, tongue))
    close(todo, tongue)

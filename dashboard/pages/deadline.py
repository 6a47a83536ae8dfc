"""Deadline: pick the court, type the days, read the sum. Nothing is kept."""

from collections.abc import Iterable

import streamlit as st

from dashboard.pages import draw, speaker
from dashboard.today import today
from dashboard.views.acting import deadline as view
from dashboard.views.notices import bad, heading, words
from index.clock import Answer
from index.clock.answer import deadline
from index.clock.given import BadDay
from index.clock.rules import Rule, known_facts, rules
from index.phrase import told

tongue = speaker()
START = "us.scotus.cert.petitioner"


def chosen() -> Rule:
    """Court, stage and side, kept in the address as the id of one rule."""
    asked = rules().get(st.query_params.get("rule", ""), rules()[START])
    courts = list(dict.fromkeys(rule.court for rule in rules().values()))
    court = st.selectbox(tongue.say("Court"), courts, index=courts.index(asked.court), format_func=tongue.say)
    here = [rule for rule in rules().values() if rule.court == court]
    return st.selectbox(
        tongue.say("Stage, and whom you support"),
        here,
        index=here.index(asked) if asked in here else 0,
        format_func=lambda rule: ", ".join(tongue.say(words) for words in (rule.stage, rule.side) if words),
    )


def typed(rule: Rule) -> dict[str, str]:
    """One field a fact, in the docket's words; days are typed with the month in letters."""
    draw(words("h2", tongue.say("The days, in the docket’s words")))
    given = {}
    for name in [*view.asked_facts(rule), "as_of"]:
        fact = known_facts()[name]
        given[name] = st.text_input(
            tongue.say(fact.says),
            st.query_params.get(name, ""),
            key=f"{rule.id}:{name}",
            placeholder=tongue.say("12 Nov 2026 or 2026-11-12") if fact.kind == "day" else "",
            max_chars=60,
        )
    return {name: value.strip() for name, value in given.items() if value.strip()}


def answers(these: Iterable[Rule], facts: dict[str, str]) -> list[tuple[Rule, Answer]]:
    return [(rule, deadline(rule.id, facts)) for rule in these]


draw(heading("Deadline", "Pick the court, type the days you know, read the sum. Nothing is kept.", tongue))
left, right = st.columns([3, 8], gap="medium")
with left:
    rule = chosen()
    with st.form("days", border=False):
        facts = typed(rule)
        st.form_submit_button(tongue.say("Work it out"), type="primary")
st.query_params.from_dict({"rule": rule.id, **facts})
with right:
    try:
        [(_, mine)] = answers([rule], facts)
        draw(view.page(rule, mine, facts, answers(view.siblings(rule), facts), today(), tongue))
    except BadDay as fault:
        draw(bad(tongue.say("This day cannot be read."), told(fault, tongue), tongue))

"""The register of duties: its counts on the page Calendar, its rows on Collections, and the form that records one as done."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import streamlit as st
from markupsafe import Markup

from crawlers.fault import Fault
from crawlers.matter import Matter
from dashboard import doors, private
from dashboard.pages import chosen, draw, insider
from dashboard.views import labels
from dashboard.views.acting import register as view
from dashboard.views.notices import bad, note
from dashboard.words.tongue import Tongue
from index.advice.laws import binding, left_out, undetermined
from index.advice.register import Done, Row, record, recorded, register, told
from index.binding.profile import profiles
from index.binding.verdict import Verdict
from index.phrase import told as spoken

USUAL = next(iter(profiles()))


def counted(today: date, tongue: Tongue) -> None:
    """How many duties are late, due, standing; each number leads to its rows."""
    if insider():
        draw(view.strip(_rows(today, USUAL), view.Asked(), _open(USUAL), tongue))


def bound(today: date, tongue: Tongue) -> None:
    """What binds the profile, of one state, law and owner where that is asked for. Only the foundation's is recorded as done."""
    profile = chosen("profile", {id: one.name for id, one in profiles().items()}, tongue, "Who is bound")
    rows = _rows(today, profile)
    asked = view.Asked(*(st.query_params.get(name, "") for name in view.Asked._fields))
    asked = asked._replace(profile="" if profile == USUAL else profile)
    draw(view.table(rows, _laws(doors.position(), profile), asked, _open(profile), today, tongue))
    if aside := _aside(doors.position()):
        draw(_left_out(aside, tongue))
    if rows and profile == USUAL:
        _form(rows, tongue)


def _open(profile: str) -> view.Open:
    return view.Open(name=profiles()[profile].name, laws=_undecided(doors.position(), profile))


@lru_cache(4)
def _undecided(position: str, profile: str) -> tuple[tuple[Matter, Verdict], ...]:  # noqa: ARG001 -- as with the laws below
    return tuple(undetermined(doors.records(), profiles()[profile]))


@lru_cache(2)
def _aside(position: str) -> tuple[Matter, ...]:  # noqa: ARG001 -- as with the laws below
    return tuple(left_out(doors.records()))


def _left_out(aside: Sequence[Matter], tongue: Tongue) -> Markup:
    """Nothing is left out in silence."""
    count = tongue.count(
        "{n} more law has words that may bind hosts.", "{n} more laws have words that may bind hosts.", len(aside)
    )
    why = tongue.say(
        "The register leaves them out: they correct another act, where the duty stands, or as a whole are hardly about hosts."
    )
    return note(count, why, tongue, matters=aside)


def _rows(today: date, profile: str) -> list[Row]:
    """What the foundation did is not done for another."""
    done = recorded(private.shelves()) if profile == USUAL else {}
    return register(_laws(doors.position(), profile).values(), done, today)


@lru_cache(4)
def _laws(position: str, profile: str) -> Mapping[str, Matter]:  # noqa: ARG001 -- the key of what is kept
    """Laws are judged anew only when the records change."""
    return MappingProxyType({law.id: law for law in binding(doors.records(), profiles()[profile])})


def _form(rows: Sequence[Row], tongue: Tongue) -> None:
    laws = _laws(doors.position(), USUAL)
    said = {row.key: _said(row, laws[row.matter], tongue) for row in rows}
    with st.expander(tongue.say("Record what was done")), st.form("done", clear_on_submit=True):
        key = st.selectbox(tongue.say("Duty"), list(said), index=None, format_func=lambda key: said[key])
        on = st.text_input(tongue.say("Done on"), max_chars=40, placeholder="12 Nov 2026")
        evidence = st.text_input(tongue.say("Link to what proves it"), max_chars=1000, placeholder="https://")
        owner = st.text_input(tongue.say("Who owns it (a role)"), max_chars=80)
        pressed = st.form_submit_button(tongue.say("Keep it"), type="primary")
    if pressed and key:
        _keep(key, on, evidence, owner, tongue)


def _said(row: Row, law: Matter, tongue: Tongue) -> str:
    duty = labels.duty_label(row.duty, tongue) or row.quote[:60]
    return f"{row.matter.partition('/')[0].upper()} · {labels.called(row.law)[:60]}, {view.where(row, law)}: {duty}"


def _keep(key: str, on: str, evidence: str, owner: str, tongue: Tongue) -> None:
    try:
        record(private.shelves(), key, told(recorded(private.shelves()).get(key, Done()), on, evidence, owner))
    except Fault as fault:
        draw(bad(tongue.say("Not kept."), spoken(fault, tongue), tongue))
        return
    st.rerun()

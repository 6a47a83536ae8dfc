"""Collections: folders of matters, what we think of them, who leads; private, and said to be."""

import streamlit as st

from dashboard import doors, private
from dashboard.pages import draw, speaker
from dashboard.private import Kept
from dashboard.today import instant, today
from dashboard.views import collections as view
from dashboard.views.notices import heading

tongue = speaker()
draw(
    heading(
        "Collections",
        "Matters you work on together, what you think of them, and who leads.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
folders = view.folders(private.newest("folder"))
names = [folder.name for folder in folders]
asked = st.query_params.get("folder", "")
chosen = st.selectbox(
    tongue.say("Folder"),
    names,
    index=names.index(asked) if asked in names else 0 if names else None,
    placeholder=tongue.say("None yet"),
)
if chosen:
    st.query_params["folder"] = chosen


def keep(kind: str, subject: str, **body: str) -> None:
    private.keep(Kept(kind=kind, subject=subject, role=body.pop("role", "") or "staff", at=instant(), body=body))
    st.rerun()


def fresh_folder() -> None:
    with st.expander(tongue.say("New folder"), expanded=not folders), st.form("folder", clear_on_submit=True):
        name = st.text_input(tongue.say("Name"), max_chars=120)
        goal = st.text_area(tongue.say("Goal"), max_chars=2000)
        lead = st.text_input(tongue.say("Who leads (a role)"), max_chars=80)
        seen = st.selectbox(tongue.say("Seen by"), list(view.SEEN), format_func=lambda key: tongue.say(view.SEEN[key]))
        if st.form_submit_button(tongue.say("Make it"), type="primary") and name:
            keep("folder", name, goal=goal or "", lead=lead or "", seen=seen)


def into(folder: str) -> None:
    cards = {card.id: card for card in doors.cards()}
    with st.form("item", clear_on_submit=True):
        id = st.selectbox(tongue.say("Add a matter"), list(cards), index=None, format_func=lambda id: cards[id].title)
        position = st.selectbox(tongue.say("Our position"), view.POSITIONS, format_func=tongue.say)
        lead = st.text_input(tongue.say("Who leads (a role)"), max_chars=80)
        words = st.text_area(tongue.say("Note (private)"), max_chars=4000)
        if st.form_submit_button(tongue.say("Keep it"), type="primary") and id:
            keep("item", f"{folder}#{id}", position=position, lead=lead or "", note=words or "")


if chosen:
    folder = next(one for one in folders if one.name == chosen)
    items = view.items(folder, private.kept("item"), doors.card, today(), tongue)
    draw(view.page(folder, items, tongue))
    into(chosen)
fresh_folder()

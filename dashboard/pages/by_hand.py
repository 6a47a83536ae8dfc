"""The form for a matter or docket that no source gives us; what `amicus add` does."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from crawlers.fault import Fault
from crawlers.vocabulary import Kind, Status, Topic
from dashboard import doors
from dashboard.pages import draw, insider
from dashboard.today import instant, learned
from dashboard.upkeep.by_hand import entered, from_options, keep
from dashboard.views import labels
from dashboard.views.notices import bad, note
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary
from index.phrase import told

EXAMPLE = "docketed=12 Nov 2026 Docketed\nresponse_due=14 Dec 2026 Response due"


def by_hand(tongue: Tongue) -> None:
    """Folded; what is kept is seen by clock, digest and calendar like anything else."""
    if not insider():
        return
    with st.expander(tongue.say("A docket or matter that is not here? Enter it by hand")):
        with st.form("by_hand"):
            given, who = _fields(tongue)
            pressed = st.form_submit_button(tongue.say("Keep it"), type="primary")
        if pressed:
            _keep(given, who, tongue)


def _fields(tongue: Tongue) -> tuple[dict[str, Any], str]:
    given = {
        "id": st.text_input(tongue.say("Id"), max_chars=120, placeholder="us/scotus/26-123"),
        "title": st.text_input(tongue.say("Title, as printed"), max_chars=500),
        "kind": _chosen(tongue.say("Kind"), vocabulary().kind, Kind.CASE, tongue),
        "status": _chosen(
            tongue.say("Status"), {name: one.word for name, one in vocabulary().status.items()}, Status.UNKNOWN, tongue
        ),
        "url": st.text_input(tongue.say("Official page"), max_chars=500, placeholder="https://"),
        "events": st.text_area(
            tongue.say("Days, one a line: kind = day, then the docket’s words"), max_chars=8000, placeholder=EXAMPLE
        ),
        "topics": st.multiselect(
            tongue.say("Topics"),
            [str(topic) for topic in Topic],
            format_func=lambda one: labels.topic_label(one, tongue),
        ),
    }
    return given, st.text_input(tongue.say("Who enters it (a role)"), max_chars=80)


def _chosen(label: str, words: Mapping[str, str], first: str, tongue: Tongue) -> str | None:
    names = list(words)
    return st.selectbox(label, names, names.index(first), format_func=lambda name: tongue.say(words[name]))


def _keep(given: dict[str, Any], who: str, tongue: Tongue) -> None:
    """A fault is shown in its own sentence and the form keeps what was typed."""
    words = {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
    lines = [line for line in words.pop("events").splitlines() if line.strip()]
    try:
        found = entered(from_options(**words, events=lines), "", who, instant())
    except Fault as fault:
        draw(bad(tongue.say("Not kept."), told(fault, tongue), tongue))
        return
    keep(doors.records(), found, learned())
    doors.follow()
    draw(note(tongue.say("Kept."), ", ".join(matter.id for matter in found), tongue))

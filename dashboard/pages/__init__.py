"""One thin file a page: read widgets, ask once, draw."""

from typing import Literal, NamedTuple

import streamlit as st
from markupsafe import Markup

from dashboard.routes.static import style
from dashboard.words.tongue import LANGUAGES, Tongue, tongue


class Entry(NamedTuple):
    """A page: file, title, address ("" is the start page) and whether the side bar shows it."""

    file: str
    title: str
    path: str
    visibility: Literal["visible", "hidden"] = "visible"


PAGES = (
    Entry("thisweek", "This week", ""),
    Entry("search", "Search", "search"),
    Entry("duties", "Duties", "duties"),
    Entry("compare", "Compare", "compare"),
    Entry("opportunities", "Opportunities", "opportunities"),
    Entry("deadline", "Deadline", "deadline"),
    Entry("calendar", "Calendar", "calendar"),
    Entry("assessments", "Assessments", "assessments"),
    Entry("tracker", "Trackers", "tracker"),
    Entry("collections", "Collections", "collections"),
    Entry("digest", "Digest", "digest"),
    Entry("sources", "Sources", "sources"),
    Entry("review", "Review", "review"),
    Entry("matter", "Matter", "matter", "hidden"),
)
# The side bar is one flat list, because sections fail two accessibility rules (list, listitem); the style draws the words.
GROUPS = ((2, "Find"), (5, "Act"), (9, "Follow"), (12, "Trust"))


def draw(html: Markup) -> None:
    """Into the page; what is not ours in it was escaped when it was made."""
    st.html(str(html))


def speaker() -> Tongue:
    """The reader's language: asked for in the address, chosen before, or the browser's."""
    asked = st.query_params.get("lang", "")
    if asked in LANGUAGES:
        st.session_state["lang"] = asked
    return tongue(st.session_state.get("lang") or st.context.locale or "en")


def stylesheet(tongue: Tongue) -> str:
    """amicus.css, and the group words of the side bar in this language."""
    words = "".join(
        f'[data-testid="stSidebarNavItems"] li:nth-child({item})::before{{content:"{tongue.say(word)}"}}'
        for item, word in GROUPS
    )
    tag = tongue.say("The law that hosts of free knowledge must know")
    return f'{style()}{words} :root{{--am-tag:"{tag}"}}'


def chosen(name: str, options: dict[str, str], tongue: Tongue, label: str) -> str:
    """One of a few values, as buttons; kept in the address under its name, the first value being the usual one.

    Streamlit's own binding writes the label into the address, which is another in every language.
    """
    usual = next(iter(options))
    asked = st.query_params.get(name, usual)

    def keep() -> None:
        st.query_params[name] = st.session_state[f"chosen {name}"]

    picked = st.segmented_control(
        tongue.say(label),
        list(options),
        default=asked if asked in options else usual,
        format_func=lambda value: tongue.say(options[value]),
        key=f"chosen {name}",
        on_change=keep,
        label_visibility="collapsed",
        required=True,
    )
    return picked or usual

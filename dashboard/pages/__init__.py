"""One thin file a page: read widgets, ask once, draw."""

from typing import Literal, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from dashboard.guard import INSIDER
from dashboard.routes.static import style
from dashboard.views.page import render
from dashboard.words.tongue import COOKIE, LANGUAGES, Tongue, direction, later, tongue


class Entry(NamedTuple):
    """A page: file, title, address ("" is the start page) and whether the side bar shows it."""

    file: str
    title: str
    path: str
    visibility: Literal["visible", "hidden"] = "visible"


PAGES = (
    Entry("thisweek", later("This week"), ""),
    Entry("search", later("Search"), "search"),
    Entry("duties", later("Duties"), "duties"),
    Entry("compare", later("Compare"), "compare"),
    Entry("opportunities", later("Opportunities"), "opportunities"),
    Entry("deadline", later("Deadline"), "deadline"),
    Entry("calendar", later("Calendar"), "calendar"),
    Entry("assessments", later("Assessments"), "assessments"),
    Entry("tracker", later("Trackers"), "tracker"),
    Entry("collections", later("Collections"), "collections"),
    Entry("digest", later("Digest"), "digest"),
    Entry("sources", later("Sources"), "sources"),
    Entry("review", later("Review"), "review"),
    Entry("matter", later("Matter"), "matter", "hidden"),
)
PRIVATE = {"assessments", "collections", "review"}  # what people here write for themselves: for insiders alone
# The side bar is one flat list, because sections fail two accessibility rules (list, listitem); the style draws the words.
GROUPS = ((2, later("Find")), (5, later("Take action")), (9, later("Follow")), (12, later("Trust")))


def draw(html: Markup) -> None:
    """Into the page, in the reader's language; what is not ours in it was escaped when it was made."""
    st.html(str(tongued(html, speaker())))


def tongued(html: Markup, tongue: Tongue) -> Markup:
    """Streamlit says that every page is in English, so each block says what it is in."""
    return Markup('<div lang="{}" dir="{}">{}</div>').format(tongue.code, direction(tongue.code), html)


def speaker() -> Tongue:
    """The reader's language: asked for in the address, chosen before, or the browser's; found out once a session."""
    asked = st.query_params.get("lang", "")
    if asked in LANGUAGES:
        st.session_state["lang"] = asked
    elif "lang" not in st.session_state:
        st.session_state["lang"] = tongue(st.context.cookies.get(COOKIE) or st.context.locale or "en").code
    return tongue(st.session_state["lang"])


def tongues(tongue: Tongue) -> None:
    """In the side bar: the same page in the other languages; on the page, whether a speaker has read this one."""
    kept = urlencode([(name, value) for name, value in sorted(st.query_params.items()) if name != "lang"])
    back = quote(f"/{urlsplit(st.context.url or '').path.strip('/')}?{kept}", safe="")
    with st.sidebar:
        draw(render("tongues.html", tongue, speakers=LANGUAGES.items(), back=back))
    if tongue.unread:
        draw(render("unread.html", tongue))


def insider() -> bool:
    """Whoever the guard let in to read and write private words; without a server in between, whoever runs this."""
    return not st.context.headers or INSIDER in st.context.headers


def stylesheet(tongue: Tongue) -> str:
    """amicus.css, and the group words of the side bar in this language."""
    words = "".join(
        f'[data-testid="stSidebarNavItems"] li:nth-child({item})::before{{content:"{tongue.say(word)}"}}'
        for item, word in GROUPS
    )
    tag = tongue.say("The law that hosts of free knowledge must know")
    return f'{style()}{words} :root{{--am-tag:"{tag}"}}'


def chosen(
    name: str,
    options: dict[str, str],
    tongue: Tongue,
    label: str,
    label_visibility: Literal["visible", "collapsed"] = "collapsed",
) -> str:
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
        label_visibility=label_visibility,
        required=True,
    )
    return picked or usual

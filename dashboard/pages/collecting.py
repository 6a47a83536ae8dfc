"""The forms of Collections: a folder, what we say of a matter, a note on one of its provisions, and taking the lead."""

import streamlit as st

from crawlers.matter import Matter, Provision, Text
from dashboard import declaring, doors, private
from dashboard.kept import Kept
from dashboard.pages import draw
from dashboard.today import instant
from dashboard.views.acting.collections import POSITIONS, SEEN, Folder, Item
from dashboard.views.evidence.footnote import version
from dashboard.views.matters import law
from dashboard.views.notices import note, words
from dashboard.words.tongue import Tongue


def keep(kind: str, subject: str, role: str, **body: str) -> None:
    """Keep it, and show the folder with it."""
    private.keep(Kept(kind=kind, subject=subject, role=role.strip() or "staff", at=instant(), body=body))
    done()


def done() -> None:
    """What was asked for in the address."""
    for name in ("take", "change", "publish", "withdraw"):
        st.query_params.pop(name, None)
    st.rerun()


def folder_form(folder: Folder | None, tongue: Tongue) -> None:
    """A new one, or one that is changed: its name stays, since all that is in it is kept under it."""
    with st.form(f"folder {folder.name if folder else ''}", border=False, clear_on_submit=folder is None):
        name = folder.name if folder else st.text_input(tongue.say("Name"), max_chars=120)
        goal = st.text_area(tongue.say("Goal"), folder.goal if folder else "", max_chars=2000)
        lead = st.text_input(tongue.say("Who leads (a role)"), folder.lead if folder else "", max_chars=80)
        at = list(SEEN).index(folder.seen) if folder and folder.seen in SEEN else 0
        seen = st.selectbox(tongue.say("Seen by"), list(SEEN), at, format_func=lambda key: tongue.say(SEEN[key]))
        pressed = st.form_submit_button(tongue.say("Keep it") if folder else tongue.say("Make it"), type="primary")
    if pressed and name:
        st.query_params["folder"] = name
        keep("folder", name, "", goal=goal or "", lead=lead or "", seen=seen)


def take(item: Item, tongue: Tongue) -> None:
    """Who takes a matter that nobody leads; its position stays."""
    draw(words("h2", tongue.say("Take it: {matter}", matter=item.matter.title[:160])))
    with st.form("take"):
        role = st.text_input(tongue.say("Who leads (a role)"), max_chars=80)
        pressed = st.form_submit_button(tongue.say("Take it"), type="primary")
    if pressed and role and role.strip():
        keep(
            "item",
            item.subject,
            role,
            position=item.position,
            says=item.says,
            version=item.version,
            lead=role.strip(),
            note="",
        )


def publish(item: Item, tongue: Tongue) -> None:
    """Shows what anyone will read, before they can."""
    draw(words("h2", tongue.say("Publish our position on {matter}", matter=item.matter.title[:160])))
    said = f"{tongue.say(item.position)}. {item.says}" + (f" ({item.version})" if item.version else "")
    draw(note(tongue.say("Anyone will read this on the matter’s permanent page and in its tracker:"), said, tongue))
    with st.form("publish"):
        role = st.text_input(tongue.say("Who says it (public)"), max_chars=80)
        pressed = st.form_submit_button(tongue.say("Publish"), type="primary")
    if pressed and role and role.strip():
        declaring.declare(item.subject, role.strip(), item.position, item.says, item.version)
        done()


def withdraw(item: Item, tongue: Tongue) -> None:
    draw(words("h2", tongue.say("Take back our position on {matter}", matter=item.matter.title[:160])))
    with st.form("withdraw"):
        role = st.text_input(tongue.say("Your role"), max_chars=80)
        pressed = st.form_submit_button(tongue.say("Take it back"), type="primary")
    if pressed and role and role.strip():
        declaring.take_back(item.subject, role.strip())
        done()


def write(folder: Folder, card: Matter, item: Item | None, tongue: Tongue) -> None:
    """What we say of a matter, of the version that is held now, and a note, on one of its provisions if it is chosen."""
    matter = doors.matter(card.id) or card
    text = law.shown(matter, tongue.code)
    draw(words("h2", tongue.say("Write on {matter}", matter=matter.title[:160])))
    with st.form(f"item {card.id}"):
        at = POSITIONS.index(item.position) if item and item.position in POSITIONS else 0
        position = st.selectbox(tongue.say("Our position"), POSITIONS, at, format_func=tongue.say)
        says = st.text_area(tongue.say("What we say"), item.says if item else "", max_chars=4000)
        lead = st.text_input(tongue.say("Who leads (a role)"), item.lead if item else "", max_chars=80)
        note = st.text_area(tongue.say("Note (private)"), max_chars=4000)
        unit = _provision(text, tongue)
        role = st.text_input(tongue.say("Your role"), max_chars=80)
        pressed = st.form_submit_button(tongue.say("Keep it"), type="primary")
    if pressed:
        answered = version(text, tongue) if text and text.provisions else ""
        on = {"provision": unit, "text": text.id, "place": law.where(unit, _units(text))} if text and unit else {}
        body = {"position": position, "says": says or "", "version": answered, "lead": lead or "", "note": note or ""}
        keep("item", f"{folder.name}#{card.id}", role or "", **body, **on)


def _units(text: Text) -> dict[str, Provision]:
    return {unit.id: unit for unit in text.provisions}


def _provision(text: Text | None, tongue: Tongue) -> str:
    """Which provision the note is on; nothing is chosen at first, and nothing can be where we hold no words."""
    if not text or not text.provisions:
        return ""
    units = _units(text)
    return (
        st.selectbox(
            tongue.say("The note is on this provision (or on the whole)"),
            list(units),
            index=None,
            format_func=lambda id: f"{law.where(id, units)} · {units[id].heading or units[id].text[:70]}",
            placeholder=tongue.say("Type its number or a word of it"),
        )
        or ""
    )

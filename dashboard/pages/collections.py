"""Collections: folders of matters, what we think of them, who leads; private, and said to be."""

from collections.abc import Callable
from urllib.parse import parse_qsl

import streamlit as st

from dashboard import doors, private
from dashboard.declaring import KIND
from dashboard.pages import chosen, draw, speaker
from dashboard.pages.bound import bound
from dashboard.pages.collecting import folder_form, publish, take, withdraw, write
from dashboard.pages.links import links
from dashboard.today import today
from dashboard.views.acting import collections as view
from dashboard.views.acting.collections import Folder, Item
from dashboard.views.notices import heading, note
from dashboard.words.tongue import Tongue, later

tongue = speaker()
PARTS = {"folders": later("Folders"), "duties": later("Duties that bind us"), "positions": later("All positions")}

FORMS: dict[str, Callable[[Item, Tongue], None]] = {
    "take": take,
    "publish": publish,
    "withdraw": withdraw,
    "change": lambda item, tongue: write(item.folder, item.matter, item, tongue),
}


def go(address: str) -> None:
    st.query_params.from_dict(dict(parse_qsl(address.partition("?")[2])))


def opened(folder: Folder, items: list[Item]) -> None:
    asked = next((name for name in FORMS if name in st.query_params), "")
    item = next((one for one in items if asked and one.matter.id == st.query_params[asked]), None)
    if item and (item.decided or asked != "publish"):
        FORMS[asked](item, tongue)
    links(view.page(folder, items, tongue), "folder", go)
    if not item:
        _added(folder, items)
    with st.expander(tongue.say("Change this folder")):
        folder_form(folder, tongue)


def _added(folder: Folder, items: list[Item]) -> None:
    held = {item.matter.id for item in items}
    cards = {card.id: card for card in doors.cards() if card.id not in held}
    id = st.selectbox(
        tongue.say("Add a matter"),
        list(cards),
        index=None,
        format_func=lambda id: f"{cards[id].jurisdiction.upper()} · {cards[id].title}",
        placeholder=tongue.say("Type its name"),
    )
    if id:
        write(folder, cards[id], None, tongue)


def all_folders() -> None:
    left, right = st.columns([2, 7], gap="medium")
    asked = st.query_params.get("folder", "")
    folder, items = next((pair for pair in every if pair[0].name == asked), every[0] if every else (None, []))
    with left:
        links(view.shelf(every, folder.name if folder else "", tongue), "shelf", go)
        with st.expander(tongue.say("New folder"), expanded=not every):
            folder_form(None, tongue)
    with right:
        if folder:
            st.query_params["folder"] = folder.name
            opened(folder, list(items))
        else:
            draw(
                note(
                    tongue.say("No folder yet."),
                    tongue.say("Make one for matters that you follow together: only people here see it."),
                    tongue,
                )
            )


draw(
    heading(
        "Collections",
        "Matters you work on together, what you think of them, and who leads.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
kept, public = private.kept("item"), private.kept(KIND)
every = [
    (folder, view.items(folder, kept, doors.card, today(), tongue, public))
    for folder in view.folders(private.newest("folder"))
]
part = chosen("part", PARTS, tongue, later("Parts of this page"))
if part == "duties":
    bound(today(), tongue)
elif part == "positions":
    draw(view.positions(every, st.query_params.get("lead", ""), tongue))
else:
    all_folders()

"""The parts of a matter's page; only the open one is drawn."""

from datetime import date

import streamlit as st

from crawlers.matter import Matter, Text
from dashboard.pages import chosen, draw
from dashboard.reads.about_matter import surroundings
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import law, matter_page, reader
from dashboard.views.matters.matter_page import Around
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later

PARTS = {"overview": later("Overview"), "text": later("Text"), "versions": later("Versions")}


def show(matter: Matter, today: date, tongue: Tongue) -> None:
    around = surroundings(matter, today, tongue)
    notes = Notes(tongue)
    draw(render("matter.html", tongue, **matter_page.head(matter, around, tongue, notes)))
    part = chosen("part", PARTS, tongue, later("Parts of this page"))
    if part == "text":
        read(matter, around, tongue)
    elif part == "versions":
        draw(render("matter_all_versions.html", tongue, versions=matter_page.versions(matter, tongue), matter=matter))
    else:
        draw(render("matter_overview.html", tongue, **matter_page.overview(matter, around, tongue, notes)))


def read(matter: Matter, around: Around, tongue: Tongue) -> None:
    text = version(matter, st.query_params.get("version", ""), tongue)
    if text is None:
        draw(render("matter_no_text.html", tongue, matter=matter))
        return
    draw(reader.article(matter, text, around, tongue, st.query_params.get("article", "")))


def version(matter: Matter, asked: str, tongue: Tongue) -> Text | None:
    return next((text for text in matter.texts if text.id == asked), None) or law.shown(matter, tongue.code)

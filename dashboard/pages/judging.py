"""What a person says of an opportunity: scores of a test case, and answers under the five headings. Private."""

from collections.abc import Sequence

import streamlit as st

from crawlers import ids
from dashboard import private
from dashboard.pages import draw, insider
from dashboard.today import instant
from dashboard.views.acting.opportunities import dossier_links
from dashboard.views.notices import note
from dashboard.words.tongue import Tongue
from index.advice.dossier import headings
from index.advice.judgements import HIGHEST, Judged, answer, answers, judge, judgements
from index.advice.opportunities import Opportunity, weights

OPEN = "–"


def judging(found: Sequence[Opportunity], tongue: Tongue) -> None:
    """A matter is chosen, best first; its dossier is linked, and a person scores it and answers."""
    if not insider():
        return
    titles = {one.matter: f"{one.score:.2f}  {one.title[:120]}" for one in found}
    with st.expander(tongue.say("Dossiers: most worth while first; score and answer (private)")):
        id = st.selectbox(
            tongue.say("Matter"), list(titles), index=None, format_func=lambda id: titles[id], key="judged"
        )
        if not id or not ids.valid(id):
            return
        draw(dossier_links(id, tongue))
        with st.form(f"judging {id}"):
            scores, words, who = _scores(id, tongue), _answers(id, tongue), _role(tongue)
            pressed = st.form_submit_button(tongue.say("Keep it"), type="primary")
        if pressed:
            _keep(id, scores, words, who)
            draw(note(tongue.say("Kept."), tongue.say("Only people here see it."), tongue))


def _scores(id: str, tongue: Tongue) -> dict[str, int]:
    """Nothing is scored by default."""
    judged = judgements(private.shelves()).get(id)
    known = judged.scores if judged else {}
    choices = [OPEN, *map(str, range(HIGHEST + 1))]
    given = {
        name: st.radio(
            tongue.say(name)[:1].upper() + tongue.say(name)[1:],
            choices,
            index=choices.index(str(known.get(name, OPEN))),
            horizontal=True,
            key=f"{id} {name}",
        )
        for name in weights().criteria
    }
    return {name: int(value) for name, value in given.items() if value and value != OPEN}


def _answers(id: str, tongue: Tongue) -> dict[str, str]:
    known = answers(private.shelves(), id)
    return {
        name: st.text_area(tongue.say(heading.title), known.get(name, ("", ""))[0], max_chars=8000, key=f"{id} {name}")
        or ""
        for name, heading in headings().items()
    }


def _role(tongue: Tongue) -> str:
    return st.text_input(tongue.say("Your role"), max_chars=80) or "staff"


def _keep(id: str, scores: dict[str, int], words: dict[str, str], who: str) -> None:
    """An answer that did not change keeps the role that wrote it."""
    known = answers(private.shelves(), id)
    judge(private.shelves(), id, Judged(scores=scores, by=who, at=instant()))
    for name, said in words.items():
        if said.strip() != known.get(name, ("", ""))[0]:
            answer(private.shelves(), id, name, said, who)

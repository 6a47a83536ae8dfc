"""Compare: two laws, or two versions of one law, by duty, side by side, or word by word; all of it kept in the address."""

from urllib.parse import urlencode

import streamlit as st

from crawlers import ids
from crawlers.matter import Matter, Text
from dashboard import doors
from dashboard.pages import chosen, draw, speaker
from dashboard.reads.comparison import texts, usual
from dashboard.today import today
from dashboard.views.evidence.footnote import version
from dashboard.views.labels import called
from dashboard.views.matters import compare as view
from dashboard.views.matters import compared, wording
from dashboard.views.matters.compare import Half
from dashboard.views.notices import heading, note
from dashboard.views.page import render
from dashboard.words.tongue import later

SHOW = {"duties": later("Same duties"), "side": later("Side by side"), "words": later("Word by word")}
VERSIONS = ((later("Version"), later("Version")), (later("Older version"), later("Newer version")))
tongue = speaker()
cards = {card.id: card for place in ("", doors.SAMPLE) for card in doors.cards(place) if card.texts}


def kept(name: str, label: str, said: dict[str, str], usual: str = "") -> str:
    """One of these, kept in the address under its name."""
    asked, options = st.query_params.get(name, usual), list(said)
    picked = st.selectbox(
        label,
        options,
        index=options.index(asked) if asked in said else None,
        format_func=said.__getitem__,
        key=f"{name} {options[:1]}",
        placeholder=tongue.say("Type its name"),
    )
    if picked and picked != usual:
        st.query_params[name] = picked
    elif name in st.query_params:
        del st.query_params[name]
    return picked or ""


def law_of(name: str, label: str) -> Matter | None:
    """A matter that we hold words of."""
    id = kept(name, label, {id: f"{card.jurisdiction.upper()} · {called(card.title)}" for id, card in cards.items()})
    return doors.matter(id) if id else None


def version_of(name: str, label: str, held: dict[str, Text], usual: Text) -> Text:
    return held[kept(name, label, {id: version(text, tongue) for id, text in held.items()}, usual.id) or usual.id]


def halves(one: Matter, two: Matter | None) -> tuple[Half, Half] | None:
    """The usual versions, unless others are asked for."""
    pair = usual(one, two, tongue.code)
    if not pair:
        return None
    (first, old), (second, new) = pair
    names = VERSIONS[(first.id, old.language) == (second.id, new.language)]
    with left:
        old = version_of("old", tongue.say(names[0]), texts(first), old)
    with right:
        new = version_of("new", tongue.say(names[1]), texts(second), new)
    return (first, old), (second, new)


def beside(one: Half, two: Half) -> None:
    show = chosen("show", SHOW, tongue, later("Show"))
    if show != "words":
        draw(view.page(one, two, show, tongue))
    elif one[0].id != two[0].id:
        draw(
            note(
                tongue.say("Word by word compares two versions of one law."),
                tongue.say("Leave the second empty."),
                tongue,
            )
        )
    elif one[1].language != two[1].language:
        draw(
            note(
                tongue.say("These two versions are in different languages."),
                tongue.say("Choose two in one language."),
                tongue,
            )
        )
    else:
        draw(wording.page(one[1], two[1], tongue))


draw(
    heading(
        "Compare",
        "Their words, side by side; or what changed between two versions of one law.",
        tongue,
        doors.freshness(today(), tongue),
    )
)
left, right = st.columns(2)
with left:
    first = law_of("one", tongue.say("One"))
with right:
    second = law_of("two", tongue.say("Two (leave empty to compare versions)"))
if first and (pair := halves(first, second)):
    beside(*pair)
    draw(
        render(
            "foot.html",
            tongue,
            links=[
                (tongue.say("Link to this comparison"), f"/compare?{urlencode(sorted(st.query_params.items()))}"),
                (tongue.say("Print"), compared.address("/comparison", *pair, show=st.query_params.get("show", ""))),
                (tongue.say("Wikitext"), compared.address("/comparison", *pair, format="wikitext")),
                (tongue.say("Write a position on this"), f"/assessments?id={ids.to_query(pair[1][0].id)}"),
            ],
        )
    )
elif first:
    draw(
        note(
            tongue.say("We hold one version of its words."),
            tongue.say("Choose a second law to compare it with."),
            tongue,
        )
    )
else:
    draw(
        note(
            tongue.say("Nothing is chosen yet."),
            tongue.say(
                "Type the name of a law that we hold words of; one is enough where we hold two of its versions."
            ),
            tongue,
        )
    )

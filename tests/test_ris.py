"""RIS, Austria: a section's headings, numbered paragraphs and nested lists, and an end that lies ahead."""

from crawlers.matter import Matter
from crawlers.parsers import ris_ogd
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Status

SECTION = """<risdok xmlns="http://www.bka.gv.at"><nutzdaten><abschnitt><absatz ct="artikel_anlage" typ="erltext">§ 5a</absatz>
<absatz typ="erltext" ct="ikra">01.03.2021</absatz><absatz typ="erltext" ct="akra">31.12.2031</absatz>
<ueberschrift typ="g1" ct="text">2. Abschnitt</ueberschrift><ueberschrift typ="para" ct="text">Karten</ueberschrift>
<absatz typ="abs" ct="text"><gldsym>§ 5a.</gldsym> (1) Karten sind</absatz><liste><listelem ct="text"><symbol>1.</symbol>hell und
<liste><listelem ct="text"><symbol>a)</symbol>rot,</listelem></liste></listelem></liste><absatz typ="abs" ct="text">(2) Sonst nicht.</absatz>
<absatz typ="erltext" ct="gesnr">20099002</absatz></abschnitt></nutzdaten></risdok>"""


def read(fetched: str, number: str = "§ 5a") -> Matter:
    body = SECTION.replace(">§ 5a</absatz>", f">{number}</absatz>").encode()
    response = Response(url="", body=body, fetched=fetched)
    return next(found for found in ris_ogd.parse(response, watched().source("at-ris")) if isinstance(found, Matter))


def test_a_section_keeps_its_headings_paragraphs_and_nested_items_once_each() -> None:
    told = [(p.id, p.heading, p.text) for p in read("2026-01-01").texts[0].provisions]
    assert told == [
        ("hdg_1", "2. Abschnitt", ""),
        ("art_5a", "Karten", ""),
        ("art_5a/par_1", "", "Karten sind"),
        ("art_5a/par_1/pnt_1", "", "hell und"),
        ("art_5a/par_1/pnt_1/pnt_a", "", "rot,"),
        ("art_5a/par_2", "", "Sonst nicht."),
    ]


def test_a_law_is_repealed_only_once_its_end_has_come() -> None:
    days = ("2020-01-01", "2026-01-01", "2032-01-01")
    assert [read(day, "§ 0").status for day in days] == [Status.ENACTED, Status.IN_FORCE, Status.REPEALED]
    assert [event.kind for event in read(days[0], "§ 0").events] == [EventKind.IN_FORCE, EventKind.ENDS]


def test_a_section_that_gave_way_to_another_version_repeals_no_law() -> None:
    days = ("2020-01-01", "2026-01-01", "2032-01-01")
    assert [read(day).status for day in days] == [Status.UNKNOWN, Status.IN_FORCE, Status.UNKNOWN]
    assert [(event.kind, event.label) for event in read(days[0]).events] == [
        (EventKind.IN_FORCE, ""),
        (EventKind.OTHER, "Bestimmung außer Kraft"),
    ]

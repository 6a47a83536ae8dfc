"""Union law: one tree whatever the format and the language, numbers from every place that gives them, days from the words."""

import re
from functools import cache

import pytest

from crawlers import imports
from crawlers.eu import cellar, commencement, instruments, numbers
from crawlers.eu.acts import labels
from crawlers.eu.acts.nesting import HIDDEN, nested
from crawlers.eu.acts.structure import Line
from crawlers.eu.cellar import Work
from crawlers.eu.parliament import procedures
from crawlers.matter import Matter, Provision
from crawlers.parsers import eur_lex
from crawlers.response import Response, Unreadable
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status
from tests.shared import CORPUS, needs_corpus

EU = CORPUS / "eu"


@cache
def read(path: str) -> Matter:
    file = EU / path
    response = Response(
        url="",
        body=file.read_bytes(),
        name=file.name,
        beside=lambda name: (file.parent / name).read_bytes() if (file.parent / name).is_file() else None,
    )
    return next(found for found in eur_lex.parse(response, watched().source("eu-eur-lex")) if isinstance(found, Matter))


def provisions(path: str) -> dict[str, Provision]:
    return {provision.id: provision for provision in read(path).texts[0].provisions}


def words(provision: Provision) -> tuple[str, ...]:
    """What must be the same; typesetters space and capitalise differently."""
    text = provision.text
    if provision.id.startswith("note_"):  # numbered anew by some pages, which also lose those of quoted words
        text = "".join(re.sub(r"^\(\d+\)", "", line) for line in text.split("\n") if line[1] != "*")
    parts = provision.number, provision.heading, text, provision.parent
    return tuple(re.sub(r"\s+", "", part).lower() for part in parts)


PAIRS = {
    "e-Commerce, en": ("eur-lex/32000l0031__2024-02-17__en__CL2000L0031EN0010010.0001.xml", "eur-lex/32000l0031__2024-02-17__en__en.html"),
    "e-Commerce, fr": ("eur-lex/32000l0031__2024-02-17__fr__CL2000L0031FR0010010.0001.xml", "eur-lex/32000l0031__2024-02-17__fr__fr.html"),
    "InfoSoc, new page": ("eur-lex/32001l0029__2019-06-06__en__CL2001L0029EN0020010.0001.xml", "eur-lex/32001l0029__2019-06-06__en__en.html"),
    "InfoSoc, old page": ("eur-lex/32001l0029__2019-06-06__fr__CL2001L0029FR0020010.0001.xml", "eur-lex/32001l0029__2019-06-06__fr__fr.html"),
    "decision, old page": ("eur-lex/32015d1814__2018-04-08__en__CL2015D1814EN0010010.0001.xml", "eur-lex/32015d1814__2018-04-08__en__en.html"),
    "GDPR, en": ("eur-lex/32016r0679__2016-05-04__en__CL2016R0679EN0000020.0001.xml", "eur-lex/32016r0679__2016-05-04__en__en.html"),
    "GDPR, fr": ("eur-lex/32016r0679__2016-05-04__fr__CL2016R0679FR0000020.0001.xml", "eur-lex/32016r0679__2016-05-04__fr__fr.html"),
    "DSA, fr": ("eur-lex/32022r2065__2022-10-27__fr__CL2022R2065FR0000050.0001.xml", "eur-lex/32022r2065__2022-10-27__fr__fr.html"),
    "AI Act, with annexes": ("eur-lex/32024r1689__2026-07-27__en__CL2024R1689EN0010010.0001.xml", "eur-lex/32024r1689__2026-07-27__en__en.html"),
    "AI Act, as published": ("eur-lex-formex-vis/aia.fmx.xml", "eur-lex-cellar-xhtml/32024R1689_oj.xhtml"),
}  # fmt: skip


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS.keys())
def test_formex_and_html_of_one_version_give_the_same_tree(pair: tuple[str, str]) -> None:
    formex, page = map(provisions, pair)
    assert list(formex) == list(page)
    assert [id for id in formex if words(formex[id]) != words(page[id])] == []


@needs_corpus
@pytest.mark.corpus
@pytest.mark.long
def test_all_languages_of_one_act_have_the_same_ids() -> None:
    english = provisions("eur-lex-formex-gdpr/original__L_2016119EN.01000101.xml")
    for file in sorted((EU / "eur-lex-formex-gdpr").glob("original__L_2016119*.01000101.xml")):
        other = provisions(f"eur-lex-formex-gdpr/{file.name}")
        # a handful of points were misnumbered in print; corrigenda to these versions say so
        assert len(english.keys() ^ other.keys()) <= 6, file.name


@needs_corpus
@pytest.mark.corpus
def test_versions_and_originals_of_the_services_act_share_ids() -> None:
    original = provisions("eur-lex/32022r2065__2022-10-19__en__en.xml")
    consolidated = provisions("eur-lex/32022r2065__2022-10-27__fr__fr.html")
    assert original["art_16/par_2/pnt_a"].parent == "art_16/par_2"
    assert original["art_16"].heading == "Notice and action mechanisms"
    assert original["rec_12"].text.startswith("In order to achieve the objective")
    assert [id for id in original if id.startswith("art_16")] == [id for id in consolidated if id.startswith("art_16")]


@needs_corpus
@pytest.mark.corpus
def test_a_consolidated_version_is_a_text_of_its_act() -> None:
    matter = read("eur-lex/32000l0031__2024-02-17__en__en.html")
    assert (matter.id, matter.texts[0].id) == ("eu/celex/32000L0031", "2024-02-17.en")
    assert (matter.status, matter.status_as_of) == (Status.IN_FORCE, "2024-02-17")


@needs_corpus
@pytest.mark.corpus
def test_metadata_and_act_are_one_matter_and_a_corrigendum_is_its_own() -> None:
    act, about, corrigendum = (
        read(f"eur-lex-formex-gdpr/{name}.xml")
        for name in ("original__L_2016119DE.01000101", "original__L_2016119DE.01000101.doc", "corr-2018-original__L_2018127DE.01000201")
    )  # fmt: skip
    assert act.id == about.id == "eu/celex/32016R0679"
    assert (about.published, about.texts) == ("2016-05-04", ())
    assert (corrigendum.id, corrigendum.provisional) == ("eu/oj/L/2018/127/2", True)
    assert corrigendum.links[0].kind is LinkKind.CORRECTS
    known = read("eur-lex/32016r0679r02__2018-05-23__en__en.xml")
    assert (known.id, known.aliases) == ("eu/celex/32016R0679R(02)", (corrigendum.id,))


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("number", ["12010e113__1957-03-25", "31996l0097__1997-03-09", "31997r1310__1998-03-01"])
def test_a_page_of_the_site_without_law_text_is_refused(number: str) -> None:
    with pytest.raises(Unreadable, match="shows no text of it"):
        read(f"eur-lex/{number}__en__en.html")


@needs_corpus
@pytest.mark.corpus
def test_deleted_points_of_a_consolidated_act_are_gone() -> None:
    annex = provisions("eur-lex/32024r1689__2026-07-27__en__CL2024R1689EN0010010.0001.xml")
    assert "annex_I/sec_A/pnt_1" not in annex
    assert "annex_I/sec_A/pnt_2" in annex


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Regulation (EU) 2022/2065 of the European Parliament", "32022R2065"),
        ("Directive 2000/31/EC of the European Parliament", "32000L0031"),
        ("Council Directive 92/77/EEC of 19 October 1992", "31992L0077"),
        ("RÈGLEMENT DÉLÉGUÉ (UE) N o 1222/2014 DE LA COMMISSION", "32014R1222"),
        ("Règlement (CE) n° 411/2004 du Conseil", "32004R0411"),
        ("Az Európai Parlament és a Tanács (EU) 2016/679 rendelete", "32016R0679"),
        ("Κανονισμός (ΕΕ) 2016/679 του Ευρωπαϊκού Κοινοβουλίου", "32016R0679"),
        ("Regulation (EEC) No 118/63 of the Council", "31963R0118"),
        ("Council Decision of 5 March 2004 amending Decision 2002/623/EC", ""),
        ("An act without a number", ""),
        ("COUNCIL DECISION of 18 December 2008 on lamps (2009/7/EC)", "32009D0007"),
        ("Entscheidung der Kommission vom 3. Mai 1995 über Lampen (95/9/EG, Euratom)", "31995D0009"),
        ("Council Directive of 14 June 1988 on lamps (88/336/EEC)", "31988L0336"),
        ("Agreement of 4 May 2009 on lamps (2009/8/EC)", ""),
    ],
)
def test_celex_numbers_come_out_of_titles(title: str, number: str) -> None:
    assert numbers.from_title(title) == number


def test_a_communication_is_a_notice_and_no_law() -> None:
    assert instruments.of("Communication from the Commission: guidelines on lamps (2026/C 1/01)", "", False) == (
        Kind.GAZETTE,
        "notice",
    )
    assert (
        instruments.of("Décision de la Commission relative à la communication de données", "", False)[1] == "decision"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Corrigendum to Regulation (EU) 2098/77 of 3 February 2098 on lamps and repealing Directive 95/9/EC",
        "Rectificatif au règlement (UE) 2098/77 du 3 février 2098 relatif aux lampes",
        "Helyesbítés a lámpákról és a 95/9/EK irányelv hatályon kívül helyezéséről szóló, 2098. február 3-i (EU) 2098/77 rendelethez",
        "3. veebruari 2098. aasta määruse (EL) 2098/77 (direktiivi 95/9/EÜ kehtetuks tunnistamise kohta) parandus",
        "2098 m. vasario 3 d. reglamento (ES) 2098/77 dėl lempų ir kuriuo panaikinama Direktyva 95/9/EB klaidų ištaisymas",
    ],
)
def test_a_corrigendum_names_its_act_in_any_language(title: str) -> None:
    assert numbers.corrected(title) == "32098R0077"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02000L0031-20240217", "02000L0031"),
        ("32016r0679r02__2018-05-23__en__en.xml", "32016R0679R(02)"),
        ("12016M/TXT", "12016M/TXT"),
        ("no number of 32016 kinds", ""),
    ],
)
def test_celex_numbers_come_out_of_addresses_and_file_names(words: str, number: str) -> None:
    assert numbers.celex(words) == number


@pytest.mark.parametrize(
    ("read", "number", "key"),
    [
        (labels.article, "Article 16 bis", "16a"),
        (labels.article, "Άρθρο 16α", "16a"),
        (labels.article, "Article premier", "1"),
        (labels.article, "16a. cikk", "16a"),
        (labels.point, "γ)", "c"),
        (labels.point, "в)", "c"),
        (labels.point, "—", ""),
        (labels.division, "KAPITEL III", "3"),
        (labels.division, "3. FEJEZET", "3"),
        (labels.annex, "ПРИЛОЖЕНИЕ IV", "IV"),
    ],
)
def test_printed_numbers_have_one_key_in_all_languages(read: object, number: str, key: str) -> None:
    assert callable(read)
    assert read(number) == key


def test_flat_pages_show_depth_by_the_shape_of_labels() -> None:
    items = [Line("item", number=number, depth=HIDDEN) for number in ("(1)", "(a)", "(i)", "(ii)", "(b)", "(2)")]
    assert [line.depth for line in nested(items)] == [0, 1, 2, 2, 1, 0]


def test_i_after_h_is_a_letter() -> None:
    items = [Line("item", number=number, depth=HIDDEN) for number in ("(g)", "(h)", "(i)", "(j)")]
    assert [line.depth for line in nested(items)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("language", "words", "kind", "day"),
    [
        ("en", "This Regulation shall enter into force on the twentieth day following that of its publication", EventKind.IN_FORCE, "2099-01-21"),
        ("fr", "entre en vigueur le jour suivant celui de sa publication", EventKind.IN_FORCE, "2099-01-02"),
        ("de", "Diese Verordnung tritt am zwanzigsten Tag nach ihrer Veröffentlichung in Kraft", EventKind.IN_FORCE, "2099-01-21"),
        ("en", "It shall apply from 5 January 2100.", EventKind.APPLIES_FROM, "2100-01-05"),
        ("de", "Sie gilt ab dem 25. Mai 2101.", EventKind.APPLIES_FROM, "2101-05-25"),
    ],
)  # fmt: skip
def test_an_act_says_when_it_takes_effect(language: str, words: str, kind: EventKind, day: str) -> None:
    (event,) = commencement.events([words], language, "2099-01-01")
    assert (event.kind, event.date) == (kind, day)


def test_nothing_is_counted_from_a_publication_that_is_not_known() -> None:
    words = "This Regulation shall enter into force on the twentieth day following that of its publication"
    assert list(commencement.events([words], "en", "")) == []


def test_titles_name_what_an_act_does_to_others() -> None:
    title = "Regulation (EU) 2099/7 amending Directive 2088/12/EU and repealing Regulation (EC) No 33/2008"
    assert list(instruments.relations(title)) == [(LinkKind.AMENDS, "32088L0012"), (LinkKind.REPEALS, "32008R0033")]
    assert instruments.of("COMMISSION DELEGATED REGULATION (EU) 2099/8 of", "32099R0008", False) == (
        Kind.REGULATION,
        "delegated regulation",
    )


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("2022/0155(COD)", "eu/ep/2022-0155-COD"),
        ("2018/0172/COD", "eu/ep/2018-0172-COD"),
        ("2025-0581", "eu/ep/2025-0581"),
        ("of no procedure", ""),
    ],
)
def test_procedures_have_one_id(words: str, id: str) -> None:
    assert procedures.procedure(words) == id


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Report: Ada Lichter (A9-0163/2024)", "eu/ep/A-9-2024-0163"),
        ("RC-B10-0249/2025", "eu/ep/RC-10-2025-0249"),
        ("TA-9-2024-0315", "eu/ep/TA-9-2024-0315"),
        ("Tuesday's agenda", ""),
    ],
)
def test_documents_of_parliament_have_one_id(words: str, id: str) -> None:
    assert procedures.document(words) == id


OLD_PAGE = """<!DOCTYPE HTML><html lang="DE"><head><meta name="DC.language" content="DE"></head><body><h1>31985L0999</h1>
<div id="TexteOnly"><p><TXT_TE><p>RICHTLINIE über Karten</p><p>nach Stellungnahme (1),</p><p>(1) ABl. Nr. C 9 vom 1.2.1985, S. 3.</p>
<p>in Erwägung nachstehender Gründe:</p><p>Karten sind alt.</p><p>HAT FOLGENDE RICHTLINIE ERLASSEN:</p><p>ABSCHNITT I Allgemeines</p>
<p>Artikel 1</p><p>(1) Der Hersteller haftet.  (2) Als Waren gelten:  a) Karten,  b) Briefe.</p>
<p>Artikel 2 Geltung</p><p>Es werden geändert:</p><p>1. Artikel 3 Absatz 2 erhält folgende Fassung:</p><p>"(2) Neu.</p><p>(3) Alt."</p>
<p>Artikel 3</p><p>Sie gilt.  Geschehen zu Brüssel am 25. Juli 1985.</p><p>Der Präsident</p><p>(2) Noch nicht veröffentlicht.</p>
<p>ANHANG I LISTE DER KARTEN</p><table><tr><td>A</td><td>12</td></tr></table><p>&gt;PIC FILE= "L_85.TIF"&gt;</p></TXT_TE></p></div></body></html>"""


def test_an_act_of_bare_paragraphs_is_read_once_and_by_how_its_lines_begin() -> None:
    response = Response(url="https://a.example/31985L0999", body=OLD_PAGE.encode())
    found = next(one for one in eur_lex.parse(response, watched().source("eu-eur-lex")) if isinstance(one, Matter))
    told = {p.id: " / ".join(filter(None, (p.number, p.heading, p.text))) for p in found.texts[0].provisions}
    assert told == {
        "pbl_1": "RICHTLINIE über Karten\nnach Stellungnahme (1),\nin Erwägung nachstehender Gründe:\nHAT FOLGENDE RICHTLINIE ERLASSEN:",
        "rec_1": "Karten sind alt.",
        "div_1": "ABSCHNITT I / Allgemeines",
        "art_1": "Artikel 1",
        "art_1/par_1": "(1) / Der Hersteller haftet.",
        "art_1/par_2": "(2) / Als Waren gelten:",
        "art_1/par_2/pnt_a": "a) / Karten,",
        "art_1/par_2/pnt_b": "b) / Briefe.",
        "art_2": "Artikel 2 / Geltung / Es werden geändert:",
        "art_2/pnt_1": '1. / Artikel 3 Absatz 2 erhält folgende Fassung:\n"(2) Neu.\n(3) Alt."',
        "art_3": "Artikel 3 / Sie gilt.",
        "fnp_1": "Geschehen zu Brüssel am 25. Juli 1985.\nDer Präsident",
        "note_1": "(1) ABl. Nr. C 9 vom 1.2.1985, S. 3.\n(2) Noch nicht veröffentlicht.",
        "annex_I": "ANHANG I / LISTE DER KARTEN / A | 12",
    }


def test_the_title_of_a_case_reads_as_sentences() -> None:
    work = Work(celex="62099CJ0001", title="Judgment of 3 March 2099.#Reader v Host#Case C-1/99.", adopted="2099-03-03")
    assert (
        cellar.matter(work, Response(url="", body=b"")).title == "Judgment of 3 March 2099. Reader v Host. Case C-1/99."
    )


def test_a_corrigendum_on_a_page_of_before_2013_corrects_the_act_and_is_none_itself() -> None:
    title = "Corrigendum to Directive 97/997/EC of the Council of 20 May 1997 on lamps (Official Journal L 144 of 4 June 1997)"
    body = f"""<!DOCTYPE html><html lang="EN"><head><meta name="DC.language" content="EN"><meta name="DC.description" content="{title}">
<meta name="DC.source" content="Official Journal L 179 , 08/07/1997 P. 0031"></head><body><h1>31997L0997R(01)</h1>
<div id="TexteOnly"><TXT_TE><p>{title}</p><p>On page 20, Article 4:</p><p>for: 'lamp',</p><p>read: 'lamps'.</p></TXT_TE></div></body></html>"""
    (matter,) = imports.read(Response(url="", body=body.encode(), name="a.html"), watched().source("eu-eur-lex"))
    assert (matter.id, matter.kind, matter.instrument) == ("eu/celex/31997L0997R(01)", Kind.GAZETTE, "corrigendum")
    assert [(link.kind, link.target) for link in matter.links] == [(LinkKind.CORRECTS, "eu/celex/31997L0997")]
    assert [event.kind for event in matter.events] == [EventKind.PUBLISHED]
    assert [one.text for one in matter.texts[0].provisions][1:] == [
        "On page 20, Article 4:",
        "for: 'lamp',",
        "read: 'lamps'.",
    ]

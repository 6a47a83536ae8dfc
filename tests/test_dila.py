"""Laws of France from the bulk files: a law is its version and its structure, its words only where all articles are there."""

import pytest
from lxml import etree

from crawlers.matter import Matter
from crawlers.parsers import dila
from crawlers.response import Request, Response
from crawlers.sources import watched
from crawlers.texts import dila as texts
from crawlers.vocabulary import Status
from tests.served import FIXTURES

FOLDER = FIXTURES / "fr-jorf"
STRUCT = "20990106-012345/jorf/global/texte/struct/JORF/TEXT/00/00/99/00/00/JORFTEXT000099000001.xml"


def read(name: str, beside: dict[str, bytes], file: str = "JORFTEXT000099000001-struct.xml") -> Matter:
    response = Response(url="", name=name, body=(FOLDER / file).read_bytes(), beside=beside.get)
    (matter,) = dila.parse(response, watched().source("fr-jorf"))
    assert isinstance(matter, Matter)
    return matter


def articles(*ids: str) -> dict[str, bytes]:
    folder = "20990106-012345/jorf/global/article/JORF/ARTI/00/00/99/00/00"
    return {f"{folder}/{id}.xml": (FOLDER / f"{id}.xml").read_bytes() for id in ids}


def test_articles_are_found_in_the_folders_of_their_number() -> None:
    (text,) = read(STRUCT, articles("JORFARTI000099000002", "JORFARTI000099000003")).texts
    assert [provision.id for provision in text.provisions] == ["art_1", "art_2"]


def test_a_law_of_which_an_article_is_not_there_has_no_words() -> None:
    assert not read(STRUCT, articles("JORFARTI000099000002")).texts


def test_a_law_has_the_id_that_the_watch_list_gives_it() -> None:
    matter = read("x.xml", {}, "JORFTEXT000099000001-version.xml")
    assert (matter.id, matter.aliases) == ("fr/loi/2099-1", ("fr/jorf/JORFTEXT000099000001",))
    assert [link.target for link in matter.links] == ["fr/loi/2004-575"]


def test_only_archives_of_the_days_since_the_last_run_are_asked_for() -> None:
    body, source = (FOLDER / "index.html").read_bytes(), watched().source("fr-jorf")

    def asked(since: str) -> list[str]:
        found = dila.parse(Response(url=source.urls[0], body=body, context={"since": since}), source)
        return [thing.url.rpartition("/")[2] for thing in found if isinstance(thing, Request)]

    assert asked("2098-11-01") == ["JORF_20981101-011500.tar.gz", "JORF_20990106-012345.tar.gz"]
    assert asked("2098-12-01") == asked("") == ["JORF_20990106-012345.tar.gz"]


@pytest.mark.parametrize(
    ("state", "begins", "ends", "alive"),
    [
        ("VIGUEUR", "2004-06-22", "2999-01-01", True),
        ("ABROGE_DIFF", "2004-06-22", "2027-01-01", True),  # repealed from a day to come
        ("ABROGE_DIFF", "2004-06-22", "2025-01-01", False),  # which has come since the file was written
        ("VIGUEUR_DIFF", "2027-01-01", "2999-01-01", False),
        ("VIGUEUR_DIFF", "2025-01-01", "2999-01-01", True),
        ("MODIFIE", "2004-06-22", "2016-10-09", False),  # an earlier version of the article
        ("MODIFIE", "2016-10-09", "2027-01-01", True),  # the one that an act to come will replace
        ("MODIFIE_MORT_NE", "2016-10-09", "2999-01-01", False),
    ],
)
def test_articles_of_a_consolidated_law_are_those_in_force_on_the_day(
    state: str, begins: str, ends: str, alive: bool
) -> None:
    link = f'<LIEN_ART debut="{begins}" fin="{ends}" etat="{state}" id="LEGIARTI000099000081" num="1"/>'
    article = b"<ARTICLE><META><META_ARTICLE><NUM>1</NUM></META_ARTICLE></META><BLOC_TEXTUEL><CONTENU>Allumer.</CONTENU></BLOC_TEXTUEL></ARTICLE>"
    response = Response(
        url="", body=b"", fetched="2026-01-05T06:00:00Z", beside={"LEGIARTI000099000081.xml": article}.get
    )
    assert bool(texts.units(etree.fromstring(f"<TEXTELR><STRUCT>{link}</STRUCT></TEXTELR>"), response)) is alive


@pytest.mark.parametrize(
    ("state", "begins", "ends", "status"),
    [
        ("ABROGE_DIFF", "2004-06-22", "2025-01-01", Status.REPEALED),
        ("ABROGE_DIFF", "2004-06-22", "2027-01-01", Status.IN_FORCE),
        ("VIGUEUR_DIFF", "2025-01-01", "2999-01-01", Status.IN_FORCE),
        ("VIGUEUR_DIFF", "2027-01-01", "2999-01-01", Status.ENACTED),
        ("DISJOINT", "2004-06-22", "2999-01-01", Status.WITHDRAWN),
    ],
)
def test_a_deferred_day_that_has_come_counts(state: str, begins: str, ends: str, status: Status) -> None:
    body = f"""<TEXTE_VERSION><META><META_COMMUN><ID>LEGITEXT000099000080</ID><NATURE>LOI</NATURE></META_COMMUN><META_TEXTE_CHRONICLE><CID>JORFTEXT000099000010</CID>
    <NUM>2080-12</NUM></META_TEXTE_CHRONICLE><META_TEXTE_VERSION><TITREFULL>Loi</TITREFULL><ETAT>{state}</ETAT><DATE_DEBUT>{begins}</DATE_DEBUT>
    <DATE_FIN>{ends}</DATE_FIN></META_TEXTE_VERSION></META></TEXTE_VERSION>"""
    (matter,) = dila.parse(
        Response(url="", body=body.encode(), fetched="2026-01-05T06:00:00Z"), watched().source("fr-legi")
    )
    assert isinstance(matter, Matter)
    assert matter.status is status

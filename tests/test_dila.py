"""Laws of France from the bulk files: a law is its version and its structure, its words only where all articles are there."""

from crawlers.matter import Matter
from crawlers.parsers import dila
from crawlers.response import Request, Response
from crawlers.sources import watched
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

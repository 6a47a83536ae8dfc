"""A file that breaks off is refused, or every matter read from it says so; a whole file never does."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from crawlers import imports
from crawlers.files.whole import END, NO_END, breaks_off, marked
from crawlers.matter import Matter
from crawlers.response import Response, Unreadable
from crawlers.sources import Source, watched
from tests.made import law
from tests.shared import CORPUS, needs_corpus
from tests.test_fixtures import FIXTURES, responses, sources

CUTS = 4  # of each file


def torn(body: bytes, chance: random.Random) -> Iterator[bytes]:
    """Beginnings of the file. One that ends with a whole line is left out: of a list of lines that is a shorter list."""
    for _ in range(CUTS):
        part = body[: chance.randrange(1, len(body))]
        if not part.endswith((b"\n", b"\n\0")):
            yield part


def looks_whole(response: Response, source: Source, whole: set[object]) -> list[str]:
    """What a broken file gave that does not say so, and is not what the whole one gives."""
    try:
        found = imports.read(response, source)
    except Unreadable as reason:
        return [] if str(reason) else ["refused without a reason"]
    unmarked = [matter.id for matter in found if END not in matter.missing and _said(matter) not in whole]
    return unmarked or ([] if found or not whole else ["nothing, and no reason"])


def _said(matter: Matter) -> tuple[object, ...]:
    texts = tuple((text.id, tuple(provision.text for provision in text.provisions)) for text in matter.texts)
    return matter.id, matter.title, matter.status, len(matter.events), texts


@pytest.mark.parametrize("id", sources())
def test_nothing_read_from_a_broken_file_looks_whole(id: str) -> None:
    chance = random.Random(id)
    source = watched().source(id)
    for file in responses(FIXTURES / id):
        try:
            whole: set[object] = {_said(matter) for matter in imports.read(file, source)}
        except Unreadable:
            continue
        for body in torn(file.body, chance):
            assert looks_whole(replace(file, body=body), source, whole) == [], f"{file.name}, {len(body)} bytes"


@pytest.mark.parametrize("id", sources())
def test_whole_fixtures_are_not_called_broken(id: str) -> None:
    read = [file for file in responses(FIXTURES / id) if not file.name.startswith("bad")]
    assert [(file.name, reason) for file in read if (reason := breaks_off(file.body, file.name))] == []


@needs_corpus
@pytest.mark.corpus
def test_no_recorded_official_file_is_called_broken() -> None:
    files = [path for path in CORPUS.rglob("*") if path.is_file()]
    assert [(path.name, reason) for path in files if (reason := breaks_off(path.read_bytes(), path.name))] == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<html><body><p>Article 1</p>", "a page without its end"),
        ("<html><body><p>Article 1</p>".encode("utf-16"), "the same in UTF-16"),
        (b"<html><body><p>Article 1</p></bo", "a page cut in its last tag"),
        (b"<div><p>Article 1</p>", "a piece of a page whose frame stays open"),
        (b"<rss><channel><item></item>", "a feed, which its reader would forgive"),
        (b"%PDF-1.7\n1 0 obj", "a PDF without its end mark"),
        (b"bill\ttitle\n1\tShelf", "a table cut in its last line"),
        (b'bill,title\n1,"Shelf\n', "a table cut inside a quoted cell of several lines"),
        (b"bill,title,day\n1,Shelf,2031-02-03\n2,Lamp,2031-02-04\n3,Desk", "a table cut before its last cell"),
        (b"bill,title,day\n1,Shelf,2031-02-03\n2,Lamp,2031-02-04\n3,Desk,2031-0", "a table cut inside a date"),
        (b"bill;title\n1;Shelf\n2;Lamp\n3;Desk and ch", "a table cut inside words, which may end anywhere"),
    ],
)
def test_a_beginning_is_told_from_a_whole(body: bytes, why: str) -> None:
    assert breaks_off(body, "a.csv"), why


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<html><h1>Opinions</h1><hr><a href='/1'>One</a><br>", "a court's page that has neither body nor end"),
        (b"<html><body><p>One</body></html>\n<!-- cached -->", "a comment behind the end"),
        (b"<head><title>Docket</title></head><body><p>One</body>", "a docket without html around it"),
        (b"<?xml version='1.0'?><!-- of <a> --><act/>", "an element that is empty"),
        (b"\xef\xbb\xbf<a:law xmlns:a='x'><a:p/></a:law>", "a byte order mark and a prefix"),
        (b"<law><p>1</p></law>\n", "a line feed at the end"),
        (b"page 1\n    ", "the blank rest of a printed page"),
        (b"bill,day\n1,2031-02-03\n2,2031-02-04\n3,2031-02-05", "a table whose last cell has the form of all above it"),
        (b'bill;title\n1;"Shelf"\n2;"Lamp"\n3;"Desk"', "a table whose last cell closes its quotes"),
        (b"bill\tstate\n1\tpassed\n2\tlapsed\n3\tpassed", "a table whose last cell says what another says"),
    ],
)
def test_what_officials_leave_open_is_whole(body: bytes, why: str) -> None:
    assert not breaks_off(body), why


LISTED = b"bill;title\n1;Shelf\n2;Lamp"


@pytest.mark.parametrize(
    ("headers", "broken"), [({"etag": "1"}, False), ({"etag": "1", NO_END: "unknown"}, True), ({}, True)]
)
def test_the_last_line_of_an_answer_whose_length_was_said_needs_no_line_feed(
    headers: dict[str, str], broken: bool
) -> None:
    (matter,) = marked([law()], Response(url="", body=LISTED, headers=headers))
    assert isinstance(matter, Matter)
    assert (END in matter.missing) is broken


def test_rows_that_could_not_be_read_do_not_count_as_something() -> None:
    with pytest.raises(Unreadable, match="breaks off"):
        list(marked([], Response(url="", body=b"<rss><channel>")))


@pytest.mark.parametrize(
    ("id", "file", "body", "reason"),
    [
        (
            "lv-likumi",
            "sitemap.xml",
            b"<urlset><url><loc>https://likumi.lv/ta/id/1</loc></url></urlset>",
            "lists 1 doc",
        ),
        ("us-ca-leginfo", "CODES_TBL.dat", b"`ZZC`\t`Shelf Code - ZZC`\n", "only names the codes"),
        ("us-ca-leginfo", "BILL_VERSION_TBL.dat", b"`nonsense`\t`9`\n", "none of its 1 rows"),
        ("eu-eur-lex", "L_1.toc.fmx.xml", b"<PUBLICATION><OJ/></PUBLICATION>", "lists what an issue"),
        ("br-senado", "tipos.json", b'[{"sigla": "ACE", "descricao": "Aviso"}]', "names no bill"),
        ("us-ny-lbdc", "page.html", b"<html><body><p>Home</p></body></html>", "neither a bill nor a list"),
    ],
)
def test_a_sound_file_without_a_matter_says_what_it_is(id: str, file: str, body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        imports.read(Response(url="", body=body, name=file), watched().source(id))

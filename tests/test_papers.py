"""Files and pages that a record only links to are asked for where the source says so, and their words become its text."""

import base64
import json

import pytest
from msgspec.structs import replace

from crawlers import papers
from crawlers.matter import Matter, Provision, Text
from crawlers.response import Aside, Found, Request, Response, Unreadable
from crawlers.sources import Source, watched
from crawlers.vocabulary import Status
from tests.made import law
from tests.test_paper import PDF, word

FILE = "https://files.example.org/7/Questions.pdf"
PAGE = """<html><head><title>Call | Office</title></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><h1>Call for views</h1><p>Which duties fall on hosts that let everybody write, and what became of them since the last law?</p>
<h2>How to answer</h2><p>Answers are read until the end of March, in any language, and published with the names of their authors.</p>
</main><footer>Contact, cookies, imprint</footer></body></html>"""


def source(read: str, *hosts: str) -> Source:
    plain = watched().source("uk-consultations")
    return replace(
        plain, options={"read": read} if read else {}, hosts=hosts or ("files.example.org", "www.example.org")
    )


def linking(*texts: Text) -> Matter:
    return replace(law(), url="https://www.example.org/calls/7", texts=texts)


def asked(matter: Matter, of: Source) -> list[str]:
    return [request.url for request in papers.wanted(matter, of)]


def filled(body: bytes, matter: Matter, read: str) -> Text:
    of = source(read)
    (request,) = papers.wanted(matter, of)
    (found,) = papers.read(Response(url=request.url, body=body, context=request.context), of)
    assert isinstance(found, Matter)
    assert (found.id, found.title, found.url) == (matter.id, matter.title, matter.url)
    return found.texts[0]


@pytest.mark.parametrize(
    "link",
    [
        Text(id="a.en", url=FILE),
        Text(id="a.en", url=FILE.replace(".pdf", ".DOC")),
        Text(id="a.en", url=FILE[:-4], media_type="application/pdf"),
        Text(id="a.en", url=FILE[:-4], media_type="application/msword"),
    ],
)
def test_a_file_is_asked_for_only_where_the_source_says_so(link: Text) -> None:
    assert asked(linking(link), source("files")) == [link.url]
    assert not asked(linking(link), source("page"))
    assert not asked(linking(link), source(""))


def test_a_file_of_a_host_that_the_source_does_not_name_is_left_alone() -> None:
    assert not asked(linking(Text(id="a.en", url=FILE)), source("files", "www.example.org"))


def test_the_page_of_a_version_is_asked_for_where_the_source_wants_all_texts() -> None:
    link = Text(id="a.en", url="https://www.example.org/body?id=7", media_type="text/html")
    assert asked(linking(link), source("texts")) == [link.url]
    assert not asked(linking(link), source("files page"))


@pytest.mark.parametrize(("moved", "wanted"), [("2031-01-31", True), ("2030-01-31", False), ("", False)])
def test_what_has_not_moved_for_long_is_left_alone(moved: str, wanted: bool) -> None:
    matter = replace(linking(), events=(), published=moved, status_as_of="")
    assert bool(list(papers.wanted(matter, source("page 365"), day="2031-02-03"))) is wanted


def test_a_version_whose_words_are_at_hand_needs_no_file() -> None:
    read = Text(id="a.en", url=FILE, provisions=(Provision(id="p_1", text="A shelf."),))
    assert not asked(linking(read), source("files page"))


def test_a_page_is_asked_for_where_a_record_has_no_version() -> None:
    assert asked(linking(), source("page")) == ["https://www.example.org/calls/7"]


def test_a_record_that_has_no_page_but_its_list_is_left_alone() -> None:
    assert not list(papers.wanted(linking(), source("page"), "https://www.example.org/calls/7"))


def test_the_words_of_a_pdf_become_the_version_that_linked_to_it() -> None:
    text = filled(PDF, linking(Text(id="a.en", label="Questions", date="2031-02-03", url=FILE)), "files")
    assert (text.id, text.label, text.date) == ("a.en", "Questions", "2031-02-03")
    assert [provision.text for provision in text.provisions][1] == "SEC. 2. This act takes effect at once."
    assert text.snapshot


def test_the_words_of_a_page_come_without_what_surrounds_them() -> None:
    text = filled(PAGE.encode(), linking(), "page")
    said = "\n".join(f"{provision.heading}{provision.text}" for provision in text.provisions)
    assert "Which duties fall on hosts" in said
    assert "How to answer" in said
    assert "Home" not in said
    assert "cookies" not in said


def led(page: str, matter: Matter) -> tuple[Source, Found]:
    """What the page of a record gives where its source says that a page of facts links to the words."""
    of = replace(source("page"), options={"read": "page", "file": r"/files/[^/]+\.pdf$"})
    (request,) = papers.wanted(matter, of)
    (found,) = papers.read(Response(url=request.url, body=page.encode(), context=request.context), of)
    return of, found


def test_a_page_of_facts_leads_to_the_file_of_the_words() -> None:
    of, found = led(
        '<html><body><a href="/list">Back</a> <a href="/files/uu-7.pdf">Get it</a></body></html>', linking()
    )
    assert isinstance(found, Request)
    assert found.url == "https://www.example.org/files/uu-7.pdf"
    assert papers.is_file(found)
    (matter,) = papers.read(Response(url=found.url, body=PDF, context=found.context), of)
    assert isinstance(matter, Matter)
    assert (matter.id, matter.texts[0].url) == (linking().id, found.url)
    assert matter.texts[0].provisions


@pytest.mark.parametrize("cell", ["<td>Signed</td><td>3 Februari 2031</td>", "<td>Signed</td><td>: 2031-02-03</td>"])
def test_a_page_of_facts_tells_the_days_that_its_source_looks_for(cell: str) -> None:
    plain = source("page")
    options = {
        "read": "page",
        "file": r"\.pdf$",
        "page event signed": r"Signed[\s:|]*(\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)",
    }
    of = replace(plain, options=options)
    (request,) = papers.wanted(linking(), of)
    page = f"<html><body><table><tr>{cell}</tr><tr><td>Published</td><td>9 Mei 2031</td></tr></table></body></html>"
    told, aside = papers.read(Response(url=request.url, body=page.encode(), context=request.context), of)
    assert isinstance(told, Matter)
    assert [(event.date, str(event.kind)) for event in told.events] == [("2031-02-03", "signed")]
    assert (told.id, told.texts, told.status) == (linking().id, (), Status.UNKNOWN)
    assert isinstance(aside, Aside)


@pytest.mark.parametrize("link", ["/notes/uu-7.pdf", "https://elsewhere.example.net/files/uu-7.pdf"])
def test_a_page_of_facts_that_links_to_no_file_of_ours_holds_no_words(link: str) -> None:
    _, found = led(
        f'<html><body><p>Number 7, of 2031, in force</p><a href="{link}">Get it</a></body></html>', linking()
    )
    assert found == Aside("the page links to no file of the words")


def test_a_sound_file_of_an_older_format_is_told_and_not_asked_for_again() -> None:
    of, link = source("files"), Text(id="a.en", url=FILE)
    (request,) = papers.wanted(linking(link), of)
    (found,) = papers.read(Response(url=request.url, body=b"{\\rtf1 A shelf.}", context=request.context), of)
    assert isinstance(found, Aside)
    assert "RTF, which is not read" in found.reason


def test_a_file_that_counts_in_articles_is_read_as_a_law() -> None:
    body = word(
        "CHAPTER I",
        "GENERAL",
        "Article 1",
        "Lamps are trimmed.",
        "Article 2",
        "1. Shelves are open.",
        "2. So are doors.",
    )
    text = filled(body, linking(Text(id="a.en", url="https://files.example.org/7.docx")), "files")
    assert [provision.id for provision in text.provisions] == ["chp_I", "art_1", "art_2", "art_2/par_1", "art_2/par_2"]


def test_a_file_that_cites_one_article_is_no_law() -> None:
    text = filled(
        word("Article 5 of the Act was asked about.", "It is clear."), linking(Text(id="a.en", url=FILE)), "files"
    )
    assert [provision.id for provision in text.provisions] == ["p_1", "p_2"]


def test_a_file_that_programs_are_given_elsewhere_comes_enclosed_and_keeps_the_address_for_readers() -> None:
    page = r"https://www\.example\.org/papers/(\d+)/ https://files.example.org/api/\1/original"
    of = replace(source("files"), options={"read": "files", "paper": page})
    link = Text(id="a.en", url="https://www.example.org/papers/7/", media_type="application/pdf")
    (request,) = papers.wanted(linking(link), of)
    assert request.url == "https://files.example.org/api/7/original"
    body = json.dumps({"fileName": "Report.pdf", "data": base64.b64encode(PDF).decode()}).encode()
    (found,) = papers.read(Response(url=request.url, body=body, context=request.context), of)
    assert isinstance(found, Matter)
    assert found.texts[0].url == link.url
    assert found.texts[0].provisions


AKN = """<html><body><div><article class="akn-act"><div class="akn-body"><section class="akn-part"><h2>PART II — KEEPERS</h2>
<section class="akn-section"><h3>5A. Notices</h3><span class="akn-content"><span class="akn-p">A keeper answers.</span></span></section>
<section class="akn-section"><h3>6 - Doors</h3><span class="akn-content"><span class="akn-p">Doors are open.</span></span></section>
</section><section class="akn-section"><h3>Savings</h3><span class="akn-content"><span class="akn-p">The rest stands.</span></span></section>
</div></article></div></body></html>"""


def test_a_page_of_laws_africa_keeps_parts_and_sections_with_their_numbers() -> None:
    text = filled(AKN.encode(), linking(), "page")
    said = [(one.number, one.heading, one.text, one.parent) for one in text.provisions]
    assert said == [
        ("PART II", "KEEPERS", "", ""),
        ("5A", "Notices", "A keeper answers.", text.provisions[0].id),
        ("6", "Doors", "Doors are open.", text.provisions[0].id),
        ("", "Savings", "The rest stands.", ""),
    ]


@pytest.mark.parametrize(
    "body", [b"<html><body><nav><a href='/'>Home</a></nav></body></html>", b"%PDF-1.7\n", b"GIF89a", b""]
)
def test_what_holds_no_words_is_refused_in_one_sentence(body: bytes) -> None:
    with pytest.raises(Unreadable):
        filled(body, linking(), "page")

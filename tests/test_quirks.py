"""What official files do that a careful program would not: each quirk seen in the recorded files is kept in a fixture and read."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as with_

from crawlers import imports
from crawlers.matter import Matter
from crawlers.parsers import us_congress
from crawlers.response import Request, Response, Unreadable
from crawlers.sources import watched
from crawlers.values import dates
from tests.test_fixtures import FIXTURES, responses, sources

# Quirk: a source, one of its fixtures, and the bytes that are the quirk. The fixture's expected.json says what it gives.
KEPT = {
    "UTF-16 with a byte order mark": ("ad-bopa", "llei.html", rb"^\xff\xfe<\x00"),
    "a byte order mark before XML": ("ca-laws", "SOR-2099-1.xml", rb"^\xef\xbb\xbf"),
    "windows-1252, Argentina": ("ar-infoleg", "norma.htm", rb"[\xe0-\xff][a-z]"),
    "windows-1252, Belgium": ("be-justel", "loi.html", rb"[\xe0-\xff][a-z]"),
    "windows-1252 inside XML without a declaration": ("us-ny-lbdc", "BILLSTAT_S09186.XML", rb"^(?!<\?xml)[\s\S]*[\x80-\xff]"),
    "a feed that declares ISO-8859-1": ("us-pacer-rss", "cand.xml", rb"(?i)encoding=.iso-8859-1"),
    "UTF-16 declared, UTF-8 sent": ("co-suin", "ley.html", rb"charset=utf-16"),
    "XHTML with a DOCTYPE": ("eu-eur-lex", "L_209900007FR.000101.xhtml", rb"<!DOCTYPE html"),
    "content after the root element": ("us-court-arguments", "zz1_example.xml", rb"</rss>\s*\S"),
    "mark-up that leaks into JSON, India": ("in-escr", "list.json", rb"&(?:amp|#|quot|lt)"),
    "attributes as keys of JSON, Austria": ("at-ris", "hits.json", rb"@xsi:nil"),
    "tabs, backticks and bare NULL": ("us-ca-leginfo", "BILL_VERSION_TBL.dat", rb"`\tNULL\t`"),
    "text in numbered files beside a table": ("us-ca-leginfo", "BILL_VERSION_TBL_1.lob", rb"caml"),
    "messages with action=remove or replace": ("us-ny-lbdc", "ANACT_A09462.XML", rb'action="(?:remove|replace)"'),
    "fixed-width lines": ("us-ny-lbdc", "SOBI.TXT", rb"\n\d{4}[AS]\d{5}"),
    "line ends of Windows": ("lu-legilux", "loi.xml", rb"\r\n"),
    "a DTD elsewhere": ("de-gii", "plattg.xml", rb"<!DOCTYPE[^>]*gii-norm\.dtd"),
    "Akoma Ntoso CSD13": ("lu-legilux", "loi.xml", rb"3\.0/CSD13"),
    "Akoma Ntoso WD17": ("intl-akn-examples", "judgment.xml", rb"3\.0/WD17"),
    "LegalDocML.de": ("de-ris-ldml", "regelungstext.xml", rb"Inhaltsdaten\.LegalDocML\.de"),
    "Akoma Ntoso without its root": ("ie-oireachtas", "bill.xml", rb"^(?:(?!akomaNtoso)[\s\S])*$"),
    "element names in Chinese": ("tw-moj-law", "zh.xml", "<法規".encode()),
    "sixteen namespaces of an office program": ("eu-ep-roll-calls", "PV-21-2098-11-20-RCV_XC.xml", rb"openoffice"),
    "metadata in a file beside the act": ("eu-eur-lex", "L_209900007EN.doc.fmx.xml", rb"<DOC[ >]"),
    "EUR-Lex before 2013": ("eu-eur-lex", "31971R0033-old.html", rb"TexteOnly|TXT_TE"),
    "EUR-Lex of the Official Journal": ("eu-eur-lex", "L_209900007FR.000101.xhtml", rb"oj-ti-art"),
    "EUR-Lex consolidated": ("eu-eur-lex", "consolidated-new.html", rb"title-article-norm"),
    "no-break spaces and days that mean none": ("eu-cellar", "changed.json", rb"(?:9999-12-31[\s\S]*1001-01-01|1001-01-01[\s\S]*9999-12-31)"),
    "BILLSTATUS 1.0.0": ("us-billstatus", "BILLSTATUS-118hr9902.xml", rb"<billNumber>"),
    "BILLSTATUS 3.0.0, summaries in CDATA": ("us-billstatus", "BILLSTATUS-119s9901.xml", rb"<number>[\s\S]*CDATA"),
    "a fragment of an act": ("uk-legislation", "fragment.xml", rb"<(?:P1group|P3|Pblock)"),
    "extensions of Atom": ("uk-legislation", "new.feed.xml", rb"<(?:ukm|leg|theme|openSearch):"),
    "a repealed article, an empty paragraph": ("de-gii", "plattg.xml", rb"weggefallen[\s\S]*<P ?/>|<P ?/>[\s\S]*weggefallen"),
    "titles of white space only": ("ca-legisinfo", "C-901.xml", rb"<ShortTitle[A-Za-z]*>\s+<"),
    "a case number with stars": ("us-scotus", "25-9901.json", rb"\*\*\* CAPITAL CASE \*\*\*"),
    "an older generation of dockets": ("us-scotus", "02-9903.htm", rb"txt/html"),
    "agencies by raw name, keys with null": ("us-federal-register", "documents.json", rb"raw_name[\s\S]*null"),
    "empty titles": ("us-congress-gov", "titles.json", rb'"title": *""'),
    "counts and addresses instead of parts": ("us-congress-gov", "bill_199_hr_9901.json", rb'"count"'),
    "escaped slashes": ("us-legiscan", "bill.json", rb"\\/"),
    "a document in base64": ("us-legiscan", "text.json", rb'"doc": *"'),
    "an empty string for no date": ("us-openstates", "bills.json", rb'latest_passage_date": *""'),
    "the year 1, and a last day of a year for none": ("us-nyc-council", "0999.json", rb"0001-01-01[\s\S]*-12-31T|-12-31T[\s\S]*0001-01-01"),
    "a literal backslash-r-backslash-n": ("de-dip", "vorgang.json", rb"\\\\r\\\\n"),
    "a time without seconds and zone": ("br-camara", "proposicao.json", rb'T\d\d:\d\d"'),
    "years of eras": ("jp-egov-law", "law_data.json", rb"Era"),
    "addresses that are relative": ("eu-ep-api", "procedure.json", rb'"eli/dl/'),
    "a list as RDF among JSON": ("eu-ep-api", "sitting.xml", rb"rdf:RDF"),
    "an attribute in a namespace that is no address": ("uk-bills-rss", "allbills.rss", rb'"#billsSchema"'),
    "a feed without days of publication": ("uk-bills-rss", "allbills.rss", rb"^(?:(?!<item>[\s\S]*pubDate)[\s\S])*a10:updated"),
    "days of a feed as day/month/year": ("coe-hudoc", "feed.rss", rb"<lastBuildDate>\d\d/\d\d/\d{4}"),
    "JSON in the fragment of a link": ("coe-hudoc", "feed.rss", rb'#\{"itemid":'),
    "words in CDATA": ("us-ny-lbdc", "2029_BILLSTAT_S09901.XML", rb"<!\[CDATA\["),
    "a day of creation as month/day/year": ("us-scotus", "25-9901.json", rb'CreationDate": ?"\d\d/\d\d/\d{4}"'),
    "numbers of the lower court in brackets": ("us-scotus", "25-9901.json", rb'LowerCourtCaseNumbers": ?"\('),
    "a Formex corrigendum beside the act": ("eu-eur-lex", "L_2099051EN.01000902.xml", rb"<CORR[ >]"),
    "a feed's Z for its zone, and two categories": ("uk-bills-rss", "allbills.rss", rb"lastBuildDate>[^<]* Z<[\s\S]*<category[\s\S]*<category"),
    "an address inside an escaped description": ("us-pacer-rss", "cand.xml", rb"<description>[^<]*&lt;a href"),
    "the namespace blogChannel": ("us-pacer-rss", "rss_outside.xml", rb"blogChannel"),
    "a status that is a number": ("us-legiscan", "bill.json", rb'"status":\d'),
    "words under #text": ("at-ris", "hits.json", rb'"#text"'),
    "items without a guid": ("coe-hudoc", "feed.rss", rb"^(?:(?!<guid)[\s\S])*<item>(?:(?!<guid)[\s\S])*$"),
    "tags in an abstract, and keys that may be absent": ("de-dip", "vorgang.json", rb'"abstract": *"[^"]*&lt;|"abstract": *"[^"]*<'),
    "comments before the channel": ("us-pacer-rss", "rss_outside.xml", rb"<!--[\s\S]*<channel"),
}  # fmt: skip


def one(id: str, file: str) -> Response:
    return next(response for response in responses(FIXTURES / id) if response.name == file)


def told(response: Response, id: str) -> list[Matter]:
    """The matters without what only says which bytes were read."""
    return [
        with_(
            matter,
            snapshot="",
            events=tuple(with_(event, snapshot="") for event in matter.events),
            texts=tuple(with_(text, snapshot="") for text in matter.texts),
        )
        for matter in imports.read(response, watched().source(id))
    ]


@pytest.mark.parametrize("quirk", KEPT)
def test_a_fixture_keeps_the_quirk_and_is_read(quirk: str) -> None:
    id, file, sign = KEPT[quirk]
    response = one(id, file)
    assert re.search(sign, response.body), f"fixtures/{id}/{file} has lost its quirk"
    assert (FIXTURES / id / "expected.json").exists()
    assert told(response, id)


def _text_files(id: str) -> list[Response]:
    """Those in UTF-8 that give matters."""
    found = []
    for response in responses(FIXTURES / id):
        try:
            response.body.decode("utf-8")
            found += [response] if imports.read(response, watched().source(id)) else []
        except (UnicodeDecodeError, Unreadable):
            continue
    return found


@pytest.mark.parametrize("id", sources())
def test_a_byte_order_mark_changes_nothing(id: str) -> None:
    for response in _text_files(id):
        marked = replace(response, body=b"\xef\xbb\xbf" + response.body.removeprefix(b"\xef\xbb\xbf"))
        assert told(marked, id) == told(response, id), response.name


@pytest.mark.parametrize("id", sources())
def test_line_ends_of_windows_change_nothing(id: str) -> None:
    for response in _text_files(id):
        ends = replace(response, body=response.body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        assert told(ends, id) == told(response, id), response.name


@pytest.mark.parametrize(
    ("id", "file", "encoding"),
    [
        ("ad-bopa", "llei.html", "utf-8"),
        ("mx-dof", "nota.html", "cp1252"),
        ("fr-senat", "dossier.html", "cp1252"),
        ("br-camara", "proposicoes.json", "cp1252"),
        ("es-boe", "texto.xml", "cp1252"),
        ("us-scotus", "24-9902.html", "cp1252"),
    ],
)
def test_the_same_page_in_another_encoding_says_the_same(id: str, file: str, encoding: str) -> None:
    response = one(id, file)
    words = response.body.decode("utf-16" if response.body[:2] == b"\xff\xfe" else "utf-8")
    undeclared = re.sub(r"""\s*encoding=["'][^"']*["']|<meta[^>]*charset[^>]*>""", "", words)
    plain, other = (replace(response, body=undeclared.encode(name)) for name in ("utf-8", encoding))
    assert told(other, id) == told(plain, id)


def test_a_case_number_may_end_in_a_space() -> None:
    response = one("us-scotus", "25-9901.json")
    spaced = replace(response, body=response.body.replace(b"25-9901 *** CAPITAL CASE ***", b"25-9901 "))
    assert [matter.id for matter in told(spaced, "us-scotus")] == ["us/scotus/25-9901"]


@pytest.mark.parametrize(
    "lob",
    [
        b'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN" [<!ENTITY>\n<html><pre>SECTION 1. The shelf.</pre></html>',
        b"SECTION 1.  The shelf is \x93open\x94.\r\n\r\nSEC. 2.  It stays so.\r\n",
    ],
)
def test_words_of_a_bill_may_be_old_html_or_plain_lines(lob: bytes) -> None:
    response = replace(one("us-ca-leginfo", "BILL_VERSION_TBL.dat"), beside=lambda _name: lob)
    (matter,) = told(response, "us-ca-leginfo")
    assert "shelf" in matter.texts[0].provisions[0].text
    assert "texts" not in matter.missing


def test_a_bill_whose_words_cannot_be_read_says_so() -> None:
    response = replace(
        one("us-ca-leginfo", "BILL_VERSION_TBL.dat"), beside=lambda _name: b'<caml:MeasureDoc xmlns:caml="caml#">'
    )
    assert "texts" in told(response, "us-ca-leginfo")[0].missing


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("03/04/2031", "dmy", "2031-04-03"), ("03/04/2031 14:00:05", "dmy", "2031-04-03"), ("2031-04-03T14:00:05", "", "2031-04-03"),
        ("20310403", "", "2031-04-03"), ("03/04/2031 as 14h00", "dmy", "2031-04-03"), ("2031-04-03T17:58", "", "2031-04-03"),
        ("3.4.2031", "", "2031-04-03"), ("April 3, 2031", "", "2031-04-03"), ("3 avril 2031", "", "2031-04-03"),
        ("3 de abril de 2031", "", "2031-04-03"), ("Thu, 03 Apr 2031 09:00:00 EST", "", "2031-04-03"),
        ("0001-01-01T00:00:00Z", "", ""), ("1001-01-01", "", ""), ("9999-12-31", "", ""), ("2999-12-31", "", ""), ("nulldate", "", ""),
        ("99999999", "", ""),
    ],
)  # fmt: skip
def test_every_way_to_write_a_day_or_none(words: str, order: str, day: str) -> None:
    assert dates.when(words, "America/Sao_Paulo", order).date == day


_ABOVE_ROOT = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?>", re.DOTALL)
_ROOT = re.compile(rb"<([A-Za-z\x80-\xff][^\s>/:]*)(\s[^>]*)?>")
_PAGE_OR_FEED = re.compile(rb"(?i)<(?:html|!doctype html|rss|feed|rdf:RDF)")


def renamed(body: bytes) -> bytes | None:
    """The same XML in a namespace of another, relative name; None where elements below the root name theirs again."""
    root = _ROOT.search(_ABOVE_ROOT.sub(lambda found: b" " * len(found[0]), body))
    if _PAGE_OR_FEED.search(body[:3_000]) or root is None or b' xmlns="' in body[root.end() :]:
        return None
    facts = re.sub(rb'\sxmlns="[^"]*"', b"", root[2] or b"")
    return (
        body[: root.start()] + b"<" + root[1] + b' xmlns="../schema/other-9.9.xsd"' + facts + b">" + body[root.end() :]
    )


@pytest.mark.parametrize("id", sources())
def test_a_namespace_of_another_version_or_a_relative_one_changes_nothing(id: str) -> None:
    for response in _text_files(id):
        other = renamed(response.body) if response.body.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<") else None
        if other is not None:
            assert told(replace(response, body=other), id) == told(response, id), response.name


def test_welsh_and_english_of_one_act_are_texts_of_one_matter() -> None:
    english = one("uk-legislation", "uksi.xml")
    welsh = replace(english, body=re.sub(rb"<Legislation ", b'<Legislation xml:lang="cy" ', english.body, count=1))
    if b'xml:lang="en"' in english.body:
        welsh = replace(english, body=english.body.replace(b'xml:lang="en"', b'xml:lang="cy"'))
    (one_,), (other,) = told(english, "uk-legislation"), told(welsh, "uk-legislation")
    assert one_.id == other.id


def test_entities_of_a_document_are_capped_and_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("never")
    body = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><publicwhip>&x;</publicwhip>'.encode()
    with pytest.raises(Unreadable, match="external entities"):
        imports.read(Response(url="", body=body, name="a.xml"), watched().source("de-gii"))


@pytest.mark.parametrize(("zone", "hour"), [("GMT", "05:00"), ("EST", "10:00"), ("MST", "12:00")])
def test_a_feed_of_a_court_writes_the_hours_of_its_own_zone(zone: str, hour: str) -> None:
    assert dates.when(f"Thu, 03 Apr 2031 09:00:00 {zone}", "America/New_York").time == hour


def test_a_page_under_the_name_of_xml_is_refused_as_a_page() -> None:
    page = replace(one("us-bills", _first("us-bills")), body=b"<html><body><p>Not found<br></body></html>")
    with pytest.raises(Unreadable, match="HTML page, not XML"):
        imports.read(page, watched().source("us-bills"))


def test_a_list_of_congress_says_where_it_goes_on() -> None:
    following = "https://api.congress.gov/v3/bill?offset=250&limit=250&format=json"
    body = json.dumps({"bills": [], "pagination": {"count": 251, "next": following}, "request": {"format": "json"}})
    found = list(us_congress.parse(Response(url="", body=body.encode()), watched().source("us-congress-gov")))
    assert [one.url for one in found if isinstance(one, Request)] == [following]


_PLACE = "<BIB.INSTANCE><DOCUMENT.REF FILE='{}'><COLL>L</COLL><NO.OJ>051</NO.OJ><YEAR>2099</YEAR><LG.OJ>EN</LG.OJ><PAGE.FIRST>9</PAGE.FIRST><PAGE.SEQ>1</PAGE.SEQ></DOCUMENT.REF><DATE ISO='20990203'/><LG.DOC>EN</LG.DOC></BIB.INSTANCE>"
_TITLE = "<TITLE><TI><P>Regulation (EU) 2099/7 of 3 February 2099</P></TI></TITLE>"
_ARTICLE = "<ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Burn.</ALINEA></ARTICLE></ENACTING.TERMS>"
_CONSOLIDATED = "<INFO.CONSLEG CONSLEG.REF='2099R0007' START.DATE='20990401'/><CONS.DOC>{}</CONS.DOC>"


@pytest.mark.parametrize(
    ("root", "inside", "id"),
    [
        ("ACT", _PLACE + _TITLE + _ARTICLE, "eu/celex/32099R0007"),
        ("CORR", _PLACE + _TITLE.replace("Regulation", "Corrigendum to Regulation") + "<P>Read: lamps.</P>", "eu/oj/L/2099/51/9"),
        ("ANNEX", _PLACE + "<TITLE><TI><P>ANNEX I</P></TI></TITLE><P>Oil.</P>", "eu/oj/L/2099/51/9"),
        ("CONS.ACT", _CONSOLIDATED.format(_PLACE + _TITLE + _ARTICLE), "eu/celex/32099R0007"),
        ("COMBINED.FMX", f"<ACT>{_PLACE}{_TITLE}{_ARTICLE}</ACT>", "eu/celex/32099R0007"),
    ],
)  # fmt: skip
def test_every_root_of_formex_is_read_in_its_way(root: str, inside: str, id: str) -> None:
    body = f"<{root}>{inside.format('L_2099051EN.01000901.xml')}</{root}>".encode()
    (matter,) = imports.read(Response(url="", body=body, name="a.fmx.xml"), watched().source("eu-eur-lex"))
    assert matter.id == id
    assert matter.texts[0].provisions


def test_the_name_of_a_file_of_bill_status_does_not_matter() -> None:
    file = one("us-billstatus", "BILLSTATUS-119s9901.xml")
    assert told(replace(file, name=f"DEV-{file.name}"), "us-billstatus") == told(file, "us-billstatus")


def _first(id: str) -> str:
    return next(response.name for response in responses(FIXTURES / id) if response.name.endswith(".xml"))

"""References in the words of laws, and the matters they lead to."""

from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from crawlers.matter import Citation, Matter
from index.references import cited, held
from index.store.stored import card, read_card
from nlp.cites.references import place, references
from tests.library import library

CITED = yaml.safe_load(Path(__file__).with_name("cited.yaml").read_text(encoding="utf-8"))
CASES = [
    ("en", "eu", "as laid down in Article 16(2)(a) of Regulation (EU) 2022/2065.", "Article 16(2)(a) of Regulation (EU) 2022/2065", "eu/celex/32022R2065"),
    ("en", "eu", "under Regulation (EC) No 45/2001 only", "Regulation (EC) No 45/2001", "eu/celex/32001R0045"),
    ("en", "eu", "amending Directive 2000/31/EC.", "Directive 2000/31/EC", "eu/celex/32000L0031"),
    ("en", "eu", "Council Framework Decision 2008/913/JHA applies", "Council Framework Decision 2008/913/JHA", "eu/celex/32008F0913"),
    ("en", "eu", "Regulation (EU) No 910/2014 and", "Regulation (EU) No 910/2014", "eu/celex/32014R0910"),
    ("en", "eu", "see 32016R0679, recital 4", "32016R0679", "eu/celex/32016R0679"),
    ("en", "eu", "http://data.europa.eu/eli/dir/2019/790/oj", "data.europa.eu/eli/dir/2019/790/oj", "eu/celex/32019L0790"),
    ("de", "de", "nach Artikel 5 Absatz 1 der Verordnung (EU) 2016/679 ist", "Artikel 5 Absatz 1 der Verordnung (EU) 2016/679", "eu/celex/32016R0679"),
    ("fr", "eu", "l'article 6 du règlement (UE) 2022/2065 s'applique", "article 6 du règlement (UE) 2022/2065", "eu/celex/32022R2065"),
    ("de", "de", "gilt § 4 Absatz 2 UrhG entsprechend", "§ 4 Absatz 2 UrhG", "UrhG"),
    ("de", "de", "folgt aus Art. 2 Abs. 1 i. V. m. Art. 1 Abs. 1 GG, wonach", "Art. 2 Abs. 1 i. V. m. Art. 1 Abs. 1 GG", "GG"),
    ("de", "de", "nach § 14 Sozialgesetzbuch Neuntes Buch ist", "§ 14 Sozialgesetzbuch Neuntes Buch", "Sozialgesetzbuch Neuntes Buch"),
    ("de", "de", "verstößt gegen Art. 3 EMRK.", "Art. 3 EMRK", "EMRK"),
    ("en", "uk", "Under section 9 of the Lighthouse and Piers Act 1987 a keeper", "section 9 of the Lighthouse and Piers Act 1987", "Lighthouse and Piers Act 1987"),
    ("en", "uk", "The Ferry Tolls Regulations 2015 (S.I. 2015/77) apply", "S.I. 2015/77", "uk/uksi/2015/77"),
    ("fr", "fr", "l'article 6 de la loi n° 2004-575 du 21 juin 2004 pour", "article 6 de la loi n° 2004-575 du 21 juin 2004", "fr/loi/2004-575"),
    ("fr", "fr", "le décret n° 2021-9 du 3 mai 2021", "décret n° 2021-9 du 3 mai 2021", "fr/decret/2021-9"),
    ("fr", "fr", "l'article L. 32-3 du code des postes", "article L. 32-3 du code des postes", "code des postes"),
    ("es", "es", "el artículo 10 de la Ley 34/2002, de 11 de julio, de", "artículo 10 de la Ley 34/2002, de 11 de julio", "Ley 34/2002"),
    ("es", "es", "el Real Decreto-ley 24/2021, de 2 de noviembre", "Real Decreto-ley 24/2021, de 2 de noviembre", "Real Decreto Ley 24/2021"),
    ("it", "it", "del decreto legislativo 9 aprile 2003, n. 70, e", "decreto legislativo 9 aprile 2003, n. 70", "it/dlgs/2003-70"),
    ("it", "it", "ai sensi dell'articolo 2 della legge 22 aprile 1941, n. 633", "articolo 2 della legge 22 aprile 1941, n. 633", "it/legge/1941-633"),
    ("it", "it", "il d.lgs. 70/2003 prevede", "d.lgs. 70/2003", "it/dlgs/2003-70"),
    ("pt", "pt", "o Decreto-Lei n.º 7/2004, de 7 de janeiro", "Decreto-Lei n.º 7/2004, de 7 de janeiro", "pt/decreto-lei/2004-7"),
    ("pt", "br", "nos termos da Lei nº 12.965, de 23 de abril de 2014", "Lei nº 12.965, de 23 de abril de 2014", "br/lei/2014-12965"),
    ("en", "us", "under 47 U.S.C. § 230(c)", "47 U.S.C. § 230", "us/usc/47/230"),
    ("en", "us", "section 512(c) of title 17, United States Code, is", "section 512(c) of title 17, United States Code", "us/usc/17/512"),
    ("en", "us", "Public Law 105-304 enacted", "Public Law 105-304", "us/plaw/105/304"),
    ("en", "us", "Doe v. Roe, 999 U.S. 123 (2031), held", "999 U.S. 123", "999 U.S. 123"),
    ("en", "us-ca", "See 45 C.F.R. § 164.512 for", "45 C.F.R. § 164.512", "45 C.F.R. § 164.512"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "jurisdiction", "words", "quote", "target"), CASES, ids=[case[3] for case in CASES]
)
def test_a_reference_is_found_with_its_place_and_names_its_law(
    language: str, jurisdiction: str, words: str, quote: str, target: str
) -> None:
    found = {words[each.start : each.end]: each.target for each in references(words, language, jurisdiction)}
    assert found.get(quote) == target, found


@pytest.mark.parametrize("case", CITED, ids=[case["words"] for case in CITED])
def test_laws_are_cited_as_their_drafters_print_it(case: dict[str, Any]) -> None:
    found = references(case["words"], *case["in"].split())
    assert [(case["words"][each.start : each.end], each.target) for each in found] == list(case["finds"].items())


@pytest.mark.parametrize(
    "words",
    ["Article 1, " * 3000 + "Regulation (EU) 2016/679", "I de l'article 6 de la " * 3000 + "loi n° 2004-575", "A, " * 9000 + "Act 2000"],
    ids=["articles", "links", "capitals"],
)  # fmt: skip
def test_words_that_only_lead_to_a_law_are_read_in_time(words: str) -> None:
    begun = process_time()
    for language, jurisdiction in (("en", "uk"), ("fr", "fr"), ("en", "us")):
        references(words, language, jurisdiction)
    assert process_time() - begun < 5


@pytest.mark.parametrize(
    ("language", "jurisdiction", "words"),
    [
        ("en", "eu", "The Regulation of 2022 has 65 pages, and 24/7 service."),
        ("en", "uk", "Act 2023 by all means."),
        ("fr", "fr", "La loi du marché compte 12-15 articles."),
        ("es", "es", "La ley de la gravedad, 9/10 veces."),
        ("it", "it", "La legge prevede 3 casi nel 2003."),
        ("pt", "pt", "A lei tem 7 artigos."),
        ("de", "de", "Das Gericht tagt um 5 Uhr."),
        ("de", "de", "Vgl. Kapitän in Hafen, BootsG, 3. Aufl. Die Foto-AG zahlt."),
        ("en", "us", "Section by section, 12 members met 45 guests."),
        ("en", "eu", "Article 5 is to be read with Article 6, and that Directive is old."),
        ("it", "it", "Il codice penale punisce chi ruba."),
        ("en", "us", "The Building Code of the town has 12 parts."),
    ],
)
def test_what_only_looks_like_one_is_none(language: str, jurisdiction: str, words: str) -> None:
    assert references(words, language, jurisdiction) == []


def citing(one: Matter, target: str) -> Matter:
    return replace(
        one, citations=(Citation(text="t", provision="p", start=0, end=1, quote="x", target=target, rule="ref"),) * 2
    )


@pytest.mark.parametrize(
    ("id", "title", "from_place", "target"),
    [
        ("eu/celex/32099R0001", "A regulation", "de/gii/plattg", "eu/celex/32099R0001"),
        ("es/boe/BOE-A-2099-9", "Ley 9/2099, de 1 de marzo, de faros", "es/boe/BOE-A-2099-8", "Ley 9/2099"),
        ("uk/ukpga/2099/9", "Lighthouse and Piers Act 2099", "uk/ukpga/2099/8", "Lighthouse and Piers Act 2099"),
    ],
)
def test_a_reference_leads_to_the_matter_we_hold(id: str, title: str, from_place: str, target: str) -> None:
    language = "es" if id.startswith("es") else "en"
    law = replace(library(1)[0], id=id, title=title, language=language, jurisdiction=id[:2], aliases=())
    other = citing(replace(law, id=from_place, title="Another", aliases=()), target)
    assert list(cited(read_card(id, card(other)), held([law, other]))) == [id]
    assert cited(replace(other, id="fr/loi/2099-1"), held([law])).keys() == ({id} if id.startswith("eu") else set())


def test_a_name_of_two_matters_names_neither() -> None:
    law = replace(library(1)[0], id="uk/ukpga/2099/9", title="Lighthouse and Piers Act 2099", aliases=())
    twin = replace(law, id="uk/ukpga/2098/9")
    assert not cited(citing(replace(law, id="uk/bill/1"), law.title), held([law, twin]))


@pytest.mark.parametrize(
    ("quote", "path"),
    [
        ("Article 16(2)(a) of Regulation (EU) 2022/2065", "art_16/par_2/pnt_a"),
        ("Artikel 5 Absatz 1 Buchstabe f der Verordnung (EU) 2016/679", "art_5/par_1/pnt_f"),
        ("artículo 10 de la Ley 34/2002", "art_10"),
        ("Regulation (EU) 2022/2065", ""),
    ],
)
def test_the_place_in_the_law_is_a_path(quote: str, path: str) -> None:
    assert place(quote) == path

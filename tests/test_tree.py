"""Vocabularies whose element names say the level: no footnote within a sentence, tables in rows, what is quoted as it is printed."""

from lxml import etree

from crawlers.matter import Provision
from crawlers.texts import bwb, egov, lexml, outline, tree


def by_id(units: list[outline.Unit]) -> dict[str, Provision]:
    return {one.id: one for one in outline.provisions(units)}


def dutch(inner: str) -> dict[str, Provision]:
    return by_id(tree.units(etree.fromstring(f"<wettekst>{inner}</wettekst>"), bwb.SHAPE))


def japanese(inner: str) -> dict[str, Provision]:
    return by_id(egov.units(etree.fromstring(f"<LawBody>{inner}</LawBody>")))


def brazilian(inner: str) -> dict[str, Provision]:
    return by_id(lexml.units(etree.fromstring(f"<Articulacao>{inner}</Articulacao>")))


def test_a_footnote_is_left_out_of_its_sentence() -> None:
    note = "<noot><noot.nr>1</noot.nr><noot.al>Stb. 1</noot.al></noot>"
    found = dutch(
        f"<artikel><kop><label>Artikel</label> <nr>1</nr></kop><al>Lampen{note} branden <nadruk>altijd</nadruk>.</al></artikel>"
    )
    assert found["art_1"].text == "Lampen branden altijd."


def test_a_level_without_a_name_of_ours_keeps_its_own_heading() -> None:
    inner = "<artikel><kop><nr>1</nr></kop><al>Licht.</al></artikel>"
    found = dutch(
        f"<hoofdstuk><kop><nr>1</nr></kop><sub-afdeling><kop><nr>2</nr><titel>Lampen</titel></kop>{inner}</sub-afdeling></hoofdstuk>"
    )
    assert (found["chp_1"].number, found["chp_1/div_2"].heading, found["art_1"].parent) == (
        "1",
        "Lampen",
        "chp_1/div_2",
    )


def test_a_table_is_told_row_by_row() -> None:
    rows = "<row><entry><al>a</al></entry><entry><al>b</al></entry></row><row><entry><al>c</al></entry><entry><al>d</al></entry></row>"
    found = dutch(f"<artikel><kop><nr>1</nr></kop><table><tgroup><tbody>{rows}</tbody></tgroup></table></artikel>")
    assert found["art_1"].text == "a | b\nc | d"


def test_columns_are_parted_and_readings_left_out() -> None:
    item = "<Item><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>法令</Sentence></Column><Column><Sentence>命令。</Sentence></Column></ItemSentence></Item>"
    found = japanese(
        f"<Article><ArticleTitle>第一条</ArticleTitle><ArticleCaption>（<Ruby>燈<Rt>とう</Rt></Ruby>）</ArticleCaption>{item}</Article>"
    )
    assert (found["art_1"].heading, found["art_1/pnt_1"].text) == ("（燈）", "法令 命令。")


def test_supplements_say_by_which_law_they_were_made_and_annexes_their_articles() -> None:
    table = "<TableStruct><Table><TableRow><TableColumn><Sentence>甲</Sentence></TableColumn><TableColumn><Sentence>乙</Sentence></TableColumn></TableRow></Table></TableStruct>"
    found = japanese(
        '<SupplProvision AmendLawNum="令和九年法律第一号"><SupplProvisionLabel>附則</SupplProvisionLabel></SupplProvision><AppdxTable>'
        f"<AppdxTableTitle>別表</AppdxTableTitle><RelatedArticleNum>（第三条関係）</RelatedArticleNum>{table}</AppdxTable>"
    )
    assert found["suppl_1"].heading == "附則（令和九年法律第一号）"
    assert (found["annex_1"].heading, found["annex_1"].text) == ("別表 （第三条関係）", "甲 | 乙")


def test_a_quoted_article_has_its_marks_and_lines() -> None:
    quoted = (
        '<Alteracao><Artigo abreAspas="s"><Rotulo>Art. 9º</Rotulo><Caput><Omissis/></Caput><Paragrafo fechaAspas="s" notaAlteracao="NR">'
        "<Rotulo>§ 1º</Rotulo><p>Acendam-se.</p> </Paragrafo></Artigo></Alteracao>"
    )
    found = brazilian(f"<Artigo><Rotulo>Art. 1º</Rotulo><Caput><p>A Lei passa a vigorar:</p>{quoted}</Caput></Artigo>")
    assert found["art_1"].text == "A Lei passa a vigorar:\n“Art. 9º\n(...)\n§ 1º Acendam-se.” (NR)"

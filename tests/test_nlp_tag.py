"""Tagging a matter: exact quotes, reasons for every norm, the same answer for the same words."""

# mypy: allow-untyped-defs, allow-untyped-calls
import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crawlers.matter import Matter, Provision, Text, TopicTag, check, to_json
from crawlers.vocabulary import Bearer, Duty, Kind, Modality, Origin, ReviewState, Status, Topic
from nlp.review import Verdict, record, reviewed, text_hash, verdicts
from nlp.tag import tag
from nlp.units import tag_units
from tests.tagged import unsound

LAW = (
    Provision(id="art_1", number="Article 1", heading="Complaints"),
    Provision(id="art_1/par_1", number="1", text="Providers of online platforms shall:", parent="art_1"),
    Provision(
        id="art_1/par_1/pnt_a",
        number="(a)",
        text="answer every complaint within 14 days of receipt;",
        parent="art_1/par_1",
    ),
    Provision(
        id="art_1/par_1/pnt_b", number="(b)", text="tell the user why content was removed.", parent="art_1/par_1"
    ),
    Provision(
        id="art_2",
        text="A fine of up to 6 % of annual worldwide turnover may be imposed. See Regulation (EU) 2022/2065.",
    ),
    Provision(id="rec_1", text="Hosts shall be praised."),
)


def matter(provisions=LAW, language="en"):
    text = Text(id=f"2031-01-01.{language}", language=language, provisions=provisions)
    return Matter(
        id="zz/act/1", source="zz-acts", jurisdiction="zz", kind=Kind.ACT, title="Harbour Platforms Act",
        language=language, status=Status.ENACTED, texts=(text,),
    )  # fmt: skip


def norms(text, language="en", **more):
    row = {"id": "1", "law": "", "language": language, "heading": "", "text": text, **more}
    return next(iter(tag_units([row])))["norms"]


def test_a_chapeau_bears_the_duty_of_its_items():
    tagged = tag(matter())
    assert unsound(tagged) == []
    first = tagged.norms[0]
    assert (first.provision, first.bearer, first.modality) == ("art_1/par_1", Bearer.HOST, Modality.OBLIGATION)
    assert first.host_duty
    assert first.duty == Duty.INTERNAL_COMPLAINTS


def test_a_time_limit_is_shown_only_where_its_words_stand():
    rows = (
        ("sec_1", "", "", "Section 9 is amended—"),
        ("sec_1/par_2", "(2)", "sec_1", "by inserting the following:"),
        ("par_1", "“(1)", "sec_1/par_2", "Within 90 days of the report, the Office shall see that the system—"),
        ("par_1/pnt_A", "“(A)", "par_1", "counts inspections; and"),
        ("par_1/pnt_B", "“(B)", "par_1", "counts repairs that air carriers must carry out."),
    )
    tagged = tag(matter(tuple(Provision(id=id, number=n, parent=parent, text=text) for id, n, parent, text in rows)))
    assert unsound(tagged) == []
    assert [norm.provision for norm in tagged.norms if norm.deadline] == ["par_1"]


def test_recitals_state_no_norms():
    assert not [norm for norm in tag(matter()).norms if norm.provision == "rec_1"]


def test_tagging_twice_gives_the_same_bytes():
    once = tag(matter())
    assert to_json(tag(once)) == to_json(once)


def test_the_words_of_a_language_are_no_work_for_the_collector_of_garbage():
    tag(matter())
    assert gc.get_freeze_count() > 100_000


def test_topics_that_a_source_or_a_person_gave_stay_when_tagged_again():
    by_source = TopicTag(topic=Topic.BLOCKING_ACCESS, origin=Origin.SOURCE)
    said = (by_source, TopicTag(topic=Topic.AI_KNOWLEDGE, origin=Origin.HUMAN))
    assert tag(tag(replace(matter(), topics=said))).topics[:2] == said


def test_a_cited_act_is_named_by_its_id():
    assert "eu/celex/32022R2065" in {cited.target for cited in tag(matter()).citations}


ELSEWHERE = {
    "nl": "De hostingdienst wijst op illegale inhoud. Het bloemenauteursrecht blijft bestaan.",
    "pl": "Dostawca usług hostingu usuwa nielegalną treść; prawa autorskie pozostają.",
    "cs": "Poskytovatel hostingové služby nezveřejní nezákonný obsah ani díla, jimž svědčí autorské právo.",
    "sk": "Poskytovateľ hostingovej služby odstráni nezákonný obsah. Autorský zákon platí.",
    "sv": "En värdtjänst tar bort olagligt innehåll. Upphovsrätten består.",
    "da": "En hostingtjeneste fjerner ulovligt indhold. Ophavsretten består.",
    "fi": "Säilytyspalvelun on poistettava laitonta sisältöä. Tekijänoikeuksia ei muuteta.",
    "lv": "Mitināšanas pakalpojuma sniedzējs dzēš nelikumīgu saturu. Autortiesības paliek.",
    "ro": "Furnizorii de servicii de găzduire elimină conţinutul ilegal. Drepturile de autor rămân.",
    "ca": "L'allotjament de dades exclou el contingut il·lícit. Els drets d'autor es mantenen.",
    "ja": "特定電気通信役務提供者は、違法情報を削除する。著作権は存続する。",
    "ko": "온라인서비스제공자는 불법정보를 지운다. 저작권은 그대로다.",
    "zh-Hant": "網路服務提供者應移除違法內容。著作權不受影響。",
    "id": "Penyelenggara platform menghapus konten ilegal. Hak cipta tetap berlaku.",
}


@pytest.mark.parametrize("language", ELSEWHERE)
def test_a_language_without_lexicon_gets_topics_where_its_words_stand(language):
    said = tuple(Provision(id=f"art_{n}", text=ELSEWHERE[language]) for n in range(4))
    tagged = check(tag(matter(said, language)))
    assert {one.topic for one in tagged.topics} >= {
        Topic.INTERMEDIARY_LIABILITY, Topic.ILLEGAL_HARMFUL_CONTENT, Topic.COPYRIGHT_OPEN,
    }  # fmt: skip
    assert all(one.evidence for one in tagged.topics)
    assert not tagged.norms


def test_words_of_another_language_that_only_contain_a_cue_are_no_topic():
    text = "De pseudonimisering van de kwekerij en de versmading van het aanbod. " * 9
    assert not tag(replace(matter((Provision(id="art_1", text=text),), "nl"), title="Wet bloemen")).topics


def test_a_language_without_cues_gets_citations_only():
    tagged = tag(matter((Provision(id="art_1", text="Lásd a 2000/31/EK irányelvet, 32000L0031."),), "hu"))
    assert not tagged.norms
    assert {cited.target for cited in tagged.citations} == {"eu/celex/32000L0031"}


def test_a_right_of_users_against_a_host_is_its_duty():
    found = norms("Users have the right to obtain from the provider of the online platform a copy of their complaint.")
    assert [(norm["modality"], norm["host_duty"]) for norm in found] == [(Modality.RIGHT, True)]


def test_what_states_must_see_hosts_do_is_a_hosts_duty():
    found = norms("Member States shall ensure that providers of online platforms publish a transparency report.")
    assert [(norm["bearer"], norm["host_duty"]) for norm in found] == [(Bearer.STATE, True)]


def test_a_rejected_norm_stays_rejected_when_tagged_again(tmp_path):
    tagged = tag(matter())
    first, file = tagged.norms[0], tmp_path / "reviews.jsonl"
    record(
        Verdict(
            provision=text_hash(LAW[1].text), start=first.start, was=first.modality, end=first.end,
            state=ReviewState.REJECTED, by="lawyer", at="2031-01-02T09:00:00Z", version="1",
        ),
        file,
    )  # fmt: skip
    again = reviewed(tag(matter()), verdicts(file))
    assert again.norms[0].review.state == ReviewState.REJECTED
    assert not again.norms[0].host_duty
    assert again.norms[1:] == tagged.norms[1:]


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["en", "de", "fr", "es", "it", "pt"]))
def test_tagging_never_fails_on_any_characters(words, language):
    provisions = (Provision(id="art_1", text=words), Provision(id="art_2", text=f"The host shall {words}:"))
    assert unsound(tag(matter(provisions, language))) == []


def test_a_quote_takes_in_a_hyphened_subject_and_stops_where_its_clause_does():
    words = (
        "Certified out-of-court dispute bodies shall publish every year, in a form that machines can read and that each"
        " user of the service can open free of charge on the first page of the site of the body concerned and of the"
        " register, a report on the disputes that came before them."
    )
    found = norms(words)[0]
    quote = words[found["start"] : found["end"]]
    assert quote.startswith("Certified out-of-court dispute bodies")
    assert quote.endswith("register")


def test_a_quote_takes_in_the_paragraph_that_its_subject_refers_to():
    words = "A hosting service provider that receives a notice under subsection (a) must remove the content."
    found = norms(words)[0]
    assert words[found["start"] : found["end"]] == words


def test_a_law_or_its_aim_binds_nobody():
    for words in (
        "This Regulation shall not affect the rules on harbour dues of hosting services.",
        "The aim of this Directive is to help providers of hosting services to grow.",
    ):
        assert not norms(words), words


def test_nor_goes_on_with_what_was_denied():
    found = norms(
        "No general obligation to monitor what users store, nor actively to look for traces of wrongs shall be imposed"
        " on providers of hosting services."
    )
    assert [norm["host_duty"] for norm in found] == [False]


def test_a_duty_of_nobody_named_is_a_hosts_only_where_the_words_around_speak_of_hosts():
    law = {"law": "Act on Online Platforms"}
    assert not norms("The report shall contain an overview of the fees.", **law)[0]["host_duty"]
    around = norms("Online platforms shall publish a report. The report shall contain an overview of the fees.", **law)
    assert around[1]["host_duty"]


def test_a_preamble_states_no_norms_unless_it_is_all_there_is():
    preamble = Provision(id="pbl_1", text="Hosting providers shall be free. Article 1 Platforms shall keep a list.")
    article = Provision(id="art_1", text="Platforms shall keep a list.")
    assert {norm.provision for norm in tag(matter(provisions=(preamble, article))).norms} == {"art_1"}
    assert {norm.provision for norm in tag(matter(provisions=(preamble,))).norms} == {"pbl_1"}

"""What trackers and digests tell of: what concerns hosts, not every law of a place."""

import pytest

from crawlers.matter import Matter, Relevance, Term, TopicTag
from crawlers.vocabulary import Origin, Topic
from dashboard.public.relevant import ours
from nlp.tag import tag
from tests.made import law


def act(topic: Topic | None = None, source: str = "uk-bills", **terms: float) -> Matter:
    named = tuple(Term(name=name.replace("_", " "), value=value, contribution=1.0) for name, value in terms.items())
    return law(
        id="uk/ukpga/2031/7",
        jurisdiction="uk",
        source=source,
        norms=(),
        topics=(TopicTag(topic=topic, origin=Origin.RULE),) if topic else (),
        relevance=Relevance(score=0.51, terms=named),
    )


@pytest.mark.parametrize("topic", [Topic.CHILD_SAFETY_AGE, Topic.COPYRIGHT_OPEN])
def test_a_topic_of_hosts_is_enough(topic: Topic) -> None:
    assert ours(act(topic, topics=1.0))


def test_audits_and_risks_alone_make_no_law_on_banks_ours() -> None:
    assert not ours(act(Topic.TRANSPARENCY_OVERSIGHT_COST, topics=1.0, best_provisions=0.06))


def test_audits_and_risks_of_those_who_host_are_ours() -> None:
    assert ours(act(Topic.TRANSPARENCY_OVERSIGHT_COST, topics=1.0, best_provisions=0.8))


def test_what_a_person_chose_is_ours() -> None:
    assert ours(act(source="manual"))


def notice(title: str, language: str = "en") -> Matter:
    """A paper of which only the title is known."""
    return tag(law(jurisdiction="uk", source="uk-bills", title=title, language=language, norms=(), topics=(), texts=()))


@pytest.mark.parametrize(
    "title", ["Notice of Meeting; Fisheries", "Request for Comments", "Recommendation No. 5", "eComments Requested"]
)
def test_what_a_paper_is_makes_it_not_ours(title: str) -> None:
    assert not ours(notice(title))


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Removal of online content", "en"),
        ("Projet de loi pour une République numérique", "fr"),
        ("Comments on websites", "en"),
    ],
)
def test_what_a_title_names_makes_it_ours(title: str, language: str) -> None:
    assert ours(notice(title, language))

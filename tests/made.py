"""Matters made by hand for tests of what people see."""

from crawlers.matter import (
    Deadline,
    Event,
    Evidence,
    Exemption,
    Identifier,
    Link,
    Matter,
    Norm,
    Provision,
    Relevance,
    Text,
    TopicTag,
)
from crawlers.vocabulary import Bearer, Duty, EventKind, Kind, LinkKind, Modality, Origin, Status, Topic

ID = "zz/act/2026/7"
FIRST = "A hosting service shall remove listed items within 24 hours of an order."
SECOND = "Section 2 does not apply to an encyclopaedia written by volunteers."


def norm(text: str, provision: str, words: str, whole: str, modality: Modality, **more: object) -> Norm:
    """A statement whose span is where its words stand in the provision."""
    start = whole.index(words)
    evidence = Evidence(
        start=start, end=start + len(words), label="trigger", origin=Origin.RULE, rule="en.test.01", version="1"
    )
    return Norm(
        text=text,
        provision=provision,
        modality=modality,
        start=start,
        end=start + len(words),
        quote=words,
        evidence=(evidence,),
        **more,  # type: ignore[arg-type]
    )


def law(**changes: object) -> Matter:
    """An act with two provisions, one duty with a time limit, one exemption, dates past and ahead of 25 Nov 2026."""
    provisions = (
        Provision(id="sec_2", number="Section 2", heading="Removal"),
        Provision(id="sec_2/sub_1", number="(1)", text=FIRST, parent="sec_2"),
        Provision(id="sec_3", number="Section 3", heading="Who is left out", text=SECOND),
    )
    at = FIRST.index("within 24 hours")
    facts: dict[str, object] = {
        "id": ID,
        "source": "zz-gazette",
        "jurisdiction": "zz",
        "kind": Kind.ACT,
        "title": "Hosting Services Act 2026",
        "language": "en",
        "status": Status.IN_FORCE,
        "status_as_of": "2026-11-20",
        "source_status": "in operation",
        "url": "https://gazette.example/acts/7",
        "published": "2026-03-02",
        "identifiers": (Identifier(scheme="printed", value="Act 7 of 2026"),),
        "events": (
            Event(date="2025-09-01", kind=EventKind.INTRODUCED),
            Event(date="2026-03-01", kind=EventKind.ENACTED),
            Event(date="2026-06-01", kind=EventKind.IN_FORCE),
            Event(
                date="2026-12-04",
                kind=EventKind.COMMENT_CLOSES,
                time="23:59",
                zone="Europe/London",
                label="Call for views",
            ),
            Event(date="2026-12-09", kind=EventKind.HEARING, cancelled=True),
        ),
        "texts": (
            Text(id="2026-03-01.en", label="As passed", date="2026-03-01", language="en", provisions=provisions),
        ),
        "links": (Link(kind=LinkKind.AMENDS, target="zz/act/2001/1"),),
        "norms": (
            norm(
                "2026-03-01.en",
                "sec_2/sub_1",
                "A hosting service shall remove",
                FIRST,
                Modality.OBLIGATION,
                bearer=Bearer.HOST,
                bearer_text="A hosting service",
                host_duty=True,
                duty=Duty.REMOVAL_TIMEFRAME,
                deadline=Deadline(text="within 24 hours", start=at, end=at + 15, duration="PT24H"),
            ),
            norm(
                "2026-03-01.en",
                "sec_3",
                "does not apply to an encyclopaedia",
                SECOND,
                Modality.EXEMPTION,
                bearer=Bearer.HOST,
                exemption=Exemption(text="an encyclopaedia", start=26, end=42, kind="encyclopaedia"),
            ),
        ),
        "topics": (TopicTag(topic=Topic.INTERMEDIARY_LIABILITY),),
        "relevance": Relevance(score=0.9),
    }
    return Matter(**{**facts, **changes})  # type: ignore[arg-type]

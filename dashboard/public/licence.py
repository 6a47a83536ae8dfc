"""What may leave this machine of a matter: the licence of its source says words, excerpts or a link."""

from msgspec.structs import replace

from crawlers.matter import Matter, Norm
from crawlers.sources import Republish, watched
from dashboard.public.relevant import CHOSEN


def allowed(matter: Matter) -> Republish:
    """A matter entered by hand, or of a source that is no more, is given as facts and link only."""
    source = watched().sources.get(matter.source)
    return source.republish if source else Republish.LINK


def public(matter: Matter) -> Matter:
    """The matter as an exporter may give it. Quotes are excerpts; snapshots and what reviewers noted stay here."""
    may = allowed(matter)
    texts = tuple(
        replace(text, snapshot="", provisions=text.provisions if may is Republish.TEXT else ()) for text in matter.texts
    )
    norms = tuple(map(_without_note, matter.norms)) if may is not Republish.LINK else ()
    events = tuple(replace(event, snapshot="") for event in matter.events)
    citations = matter.citations if may is not Republish.LINK else ()
    summary = matter.summary if may is not Republish.LINK or matter.source in CHOSEN else ""
    given = {"texts": texts, "norms": norms, "events": events, "citations": citations, "summary": summary}
    return replace(matter, snapshot="", **given)


def _without_note(norm: Norm) -> Norm:
    return replace(norm, review=replace(norm.review, note="")) if norm.review.note else norm

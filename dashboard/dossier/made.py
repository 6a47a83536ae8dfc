"""The dossier of one matter in our records, and its three formats."""

from collections.abc import Mapping

from dashboard.dossier.chance import paper
from dashboard.dossier.outline import Paper
from dashboard.words.tongue import Tongue
from index.phrase import Told, phrase

FORMATS = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "wiki": "text/plain; charset=utf-8",
}


def made(
    id: str,
    tongue: Tongue,
    answers: Mapping[str, tuple[str, str]] | None = None,
    scores: Mapping[str, int] | None = None,
) -> Paper:
    """Raises Told where we hold no such matter, or nothing can be filed in it. What persons wrote is only what is given."""
    from crawlers.sources import Republish, watched
    from dashboard.today import today
    from index.advice.dossier import dossier
    from index.advice.opportunities import opportunity
    from index.records import open_records

    records = open_records()
    matter = records.get(id)
    if not matter:
        raise Told(phrase("{id}: we hold no such matter", id=id))
    found = opportunity(matter, today())
    if not found:
        raise Told(phrase("{id}: nothing can be filed in this matter now", id=id))
    source = watched().sources.get(matter.source)
    own = matter.source == "manual"
    republish = source.republish if source else Republish.EXCERPT if own else Republish.LINK
    cases = records.cards(kind="case")
    return paper(dossier(matter, found, cases, today(), republish, dict(answers or {}), dict(scores or {})), tongue)


def drawn(paper: Paper, ending: str) -> bytes:
    """As html, docx or wiki."""
    from dashboard.dossier.docx import docx
    from dashboard.dossier.html import html
    from dashboard.dossier.wikitext import wikitext

    if ending == "docx":
        return docx(paper)
    return (html if ending == "html" else wikitext)(paper).encode()

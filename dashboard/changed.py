"""A change of the records as a fact that people are told; clerical changes are not told."""

from crawlers.matter import Norm
from dashboard.mail.news import News, Note
from dashboard.mail.news import Sort as Part
from index.changes import Change, Sort, What

PARTS = {What.NEW: Part.NEW, What.NORM: Part.LAW}


def news_of(change: Change) -> News | None:
    if change.sort is Sort.CLERICAL:
        return None
    status = change.what is What.STATUS
    return News(
        key=change.key,
        sort=Part.CORRECTION if change.sort is Sort.CORRECTION else PARTS.get(change.what, Part.MOVED),
        matter=change.matter,
        title=change.title,
        jurisdiction=change.jurisdiction,
        learned=change.learned,
        day=change.day,
        label=change.label if change.what is What.NORM else "",
        says=_says(change),
        event=change.event.kind if change.event else "",
        status=change.now if status else "",
        was_status=change.was if status else "",
        cancelled=change.label == "cancelled",
        was="" if status else change.was,
        now="" if status or change.what is What.NEW else change.now,
        topics=change.topics,
        duties=tuple(str(norm.duty) for norm in _norms(change) if norm.duty),
        note=_note(change),
    )


def _says(change: Change) -> str:
    if change.event:
        return change.event.label
    return change.provision if change.what is What.NORM else change.now if change.what is What.TEXT else ""


def _norms(change: Change) -> list[Norm]:
    return [norm for norm in (change.norm.after, change.norm.before) if norm] if change.norm else []


def _note(change: Change) -> Note | None:
    norms = _norms(change)
    if not norms:
        return None
    evidence = norms[0].evidence
    rule = f"{evidence[0].rule}, {evidence[0].version}" if evidence else ""
    return Note(quote=norms[0].quote, source=change.text, rule=rule)

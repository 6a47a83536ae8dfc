"""The procedure files of the Legislative Observatory, as HTML."""

from crawlers.eu.parliament import observatory, procedures
from crawlers.parsing import Element, Matter, reading
from crawlers.record import links, numbers, record, timeline
from crawlers.values.words import Words
from crawlers.vocabulary import Kind, LinkKind, Status

_WORDS = Words("eu_oeil_file")


def procedure(page: Element, reference: str, title: str) -> Matter:
    heads = (reading.words(line) for line in page.iter("h2") if "es_title-h2" in line.get("class", ""))
    own = procedures.procedure(reference)
    law = procedures.legislative(own)
    steps = list(observatory.steps(page))
    days = [day for day, _, _ in steps]
    proposal = next((number for _, _, words in steps if (number := procedures.proposal(words))), "") if law else ""
    said = observatory.field(page, "Status")
    form = f"proposal for a {observatory.field(page, 'Legislative instrument').lower()}".removesuffix(" a ")
    return record(
        language="en",
        id=proposal or own,
        aliases=(own, *procedures.names(own)) if proposal else procedures.names(own),
        provisional=law and not proposal,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=form if law else own[-3:],
        title=next(filter(None, heads), title),
        url=procedures.file(own),
        status=stage(said, law, bool(steps)),
        status_as_of=max(days, default=""),
        source_status=said,
        published=min(days, default=""),
        events=timeline(((day, _WORDS.event(what), what) for day, what, _ in steps)),
        links=(
            *links(LinkKind.BECOMES, observatory.became(page) if law else []),
            *links(LinkKind.RELATED, observatory.documents(page)),
        ),
        people=tuple(sorted(set(observatory.people(page)), key=lambda person: (person.role, person.name))),
        identifiers=numbers(("procedure", procedures.printed(own))),
    )


def stage(words: str, law: bool, begun: bool) -> Status:
    """What a stage of the Observatory is for us; what only Parliament decides is passed when it is completed."""
    if begun and not words:
        return Status.INTRODUCED
    known = _WORDS.status(words.replace("’", "'"))
    return Status.PASSED if known is Status.ENACTED and not law else known

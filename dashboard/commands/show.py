"""`amicus show`: one matter, now or as it was known on a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from crawlers.matter import Matter, Norm
    from index.store.located import Place
    from index.store.origins import Origin


def show(
    id: Annotated[str, typer.Argument(help="e.g. eu/celex/32022R2065")],
    as_of: Annotated[str, typer.Option(help="as it was known on this day, YYYY-MM-DD")] = "",
    text: Annotated[bool, typer.Option("--text", help="also the words of the newest version")] = False,
    files: Annotated[list[Path] | None, typer.Option(help="imported files or folders: say where in them")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="the whole record")] = False,
) -> None:
    """Show a matter: where it stands, its dates, its duties, and where each fact is from."""
    from crawlers.fault import Fault
    from crawlers.matter import to_json
    from dashboard.digest.span import asked
    from dashboard.today import today
    from index.in_force import standing
    from index.records import open_records
    from index.store.located import archived, imported, places

    as_of = asked(as_of) if as_of else ""
    records = open_records()
    matter = records.get(id, as_of)
    if matter is None:
        raise Fault(f"there is no matter {id!r}{f' known on {as_of}' if as_of else ''}; find it with `amicus search`")
    if as_json:
        typer.echo(to_json(matter).decode())
        return
    day = date.fromisoformat(as_of[:10]) if as_of else today()
    origins = records.origins(matter, as_of)
    found = places(matter, origins, imported(files) if files else archived)
    for line in (*_lines(standing(matter, day)), *_origins(origins), *_places(found, "files" if files else "archive")):
        tell(line)
    for line in _words(matter) if text else ():
        tell(line)


def _lines(matter: "Matter") -> Iterator[str]:
    yield matter.title
    if matter.title_native and matter.title_native != matter.title:
        yield matter.title_native
    yield f"{matter.id} · {matter.kind} · {matter.jurisdiction}"
    yield _status(matter)
    yield f"Source: {matter.source} {matter.url}"
    if matter.missing:
        yield f"Not read yet: {', '.join(matter.missing)}"
    for event in matter.events:
        off = " (cancelled)" if event.cancelled else ""
        read = f" [{event.snapshot[:12]}]" if event.snapshot else ""
        yield f"  {event.date} {event.time:5} {event.kind.replace('_', ' ')}{off} {event.label}".rstrip() + read
    yield from (_norm(norm) for norm in matter.norms if norm.host_duty)


def _origins(found: "list[Origin]") -> Iterator[str]:
    """Source, snapshot and parser of each fact, and what it took the place of."""
    if found:
        yield "Where the facts are from:"
    for one in found:
        read = f", snapshot {one.snapshot[:12]} read by {one.parser}" if one.snapshot else ""
        before = f"; before: “{one.instead[0][:80]}” ({one.instead[1]})" if one.instead[0] else ""
        yield f"  {one.field.replace('_', ' ')}: {one.source}{read}, known since {one.learned[:10]}{before}"


def _places(found: "list[Place]", among: str) -> Iterator[str]:
    """Of each fact that is found again in the bytes it was read from, where it stands."""
    if found:
        yield f"Where they stand in the {among}:"
    for one in found:
        yield f"  {one.fact.replace('_', ' ')}: [{one.snapshot[:12]}] {one.path}"


def _status(matter: "Matter") -> str:
    from index.in_force import by_its_dates

    day = f" as of {matter.status_as_of}" if matter.status_as_of else ""
    own = f"; the source says “{matter.source_status}”" if matter.source_status else ""
    dates = "; by its own dates, a later repeal would not be known" if by_its_dates(matter) else ""
    unverified = " (unverified)" if matter.mark == "m" else ""
    return f"Status: {matter.status.replace('_', ' ')}{day}{own}{dates}{unverified}"


def _norm(norm: "Norm") -> str:
    rule = f" [{norm.evidence[0].rule}]" if norm.evidence else ""
    return f"  {norm.duty or norm.modality}: “{norm.quote}” ({norm.text} {norm.provision}){rule}"


def _words(matter: "Matter") -> Iterator[str]:
    newest = max(matter.texts, key=lambda text: (text.date, text.language == matter.language), default=None)
    for provision in newest.provisions if newest else ():
        yield f"{provision.number} {provision.heading}".strip()
        yield provision.text

"""`amicus search`: find matters by words, names, numbers, duties and fields."""

from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from index.search import Found, FoundMatter, Search

# below so many matters other words are offered
FEW = 20


def search(
    query: Annotated[str, typer.Argument(help='e.g. "notice and action" jurisdiction:eu date:[2022 TO 2024]')] = "",
    limit: Annotated[int, typer.Option(help="at most so many matters")] = 20,
    after: Annotated[str, typer.Option(help="the next page, as the page before named it")] = "",
    sort: Annotated[str, typer.Option(help="relevance, newest or oldest")] = "relevance",
    sample: Annotated[bool, typer.Option("--sample", help="also the invented jurisdiction")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Find laws, bills, cases and consultations."""
    from dashboard.today import today
    from index import query as language
    from index.intake import ready

    asked = language.read(query, sample)
    door = ready(today())
    found = door.find(asked, limit, after, sort)
    if as_json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(_shape(found)), indent=2).decode())
        return
    for line in (*_lines(found), *_hints(door, query, found)):
        tell(line)


def _shape(found: "Found") -> dict[str, object]:
    import msgspec

    return {**msgspec.to_builtins(found), "hits": [msgspec.to_builtins(hit) for hit in found.hits]}


def _lines(found: "Found") -> list[str]:
    matters = "1 matter" if found.total == 1 else f"{found.total:,} matters"
    said = [f"{matters}, {found.provisions:,} passages"]
    if found.relaxed:
        whole = f"Only {found.whole:,} of them have" if found.whole else "Nothing has"
        said.append(f"{whole} all words; the nearest do without: {', '.join(found.relaxed)}")
    said += [f"“{typed}” was read as “{read}”" for typed, read in found.corrected]
    if found.translated:
        learnt = "; ".join(f"{typed} ({', '.join(words)})" for typed, words in found.translated)
        said.append(f"Also looked for in other languages, in words learnt from translated acts: {learnt}")
    if found.tags:
        said.append(f"Also what is tagged {', '.join(found.tags)}")
    said += [line for hit in found.hits for line in _hit(hit)]
    if found.next:
        said += ["", f"More: --after {found.next}"]
    return said


def _hints(door: "Search", query: str, found: "Found") -> list[str]:
    """Of a short list, the same in other words; of an empty one, words that begin as typed."""
    from index.queries import hints

    if not query or found.total >= FEW:
        return []
    said = [] if found.total else [f"  {hint.query} ({hint.matters:,})" for hint in hints.suggest(door, query)]
    other = [f"  {hint.query} ({hint.matters:,})" for hint in hints.alternatives(door, query)]
    return [*(["", "Close words:", *said] if said else []), *(["", "In other words:", *other] if other else [])]


def _hit(hit: "FoundMatter") -> list[str]:
    place = f" {hit.provision}" if hit.provision else ""
    return [
        "",
        f"{hit.jurisdiction.upper()}  {hit.date or 'no date'}  {hit.title}",
        f"  {hit.snippet}",
        f"  {hit.matter}{place}",
        *([f"  without: {', '.join(hit.lacks)}"] if hit.lacks else []),
    ]

"""`amicus changes`: what we learned since a day, and of what class it is."""

from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from index.changes import Change


def changes(
    since: Annotated[str, typer.Option(help="learned from this day on, YYYY-MM-DD")],
    until: Annotated[str, typer.Option(help="and before this day")] = "",
    jurisdiction: Annotated[str, typer.Option(help="only this place, e.g. eu")] = "",
    everything: Annotated[bool, typer.Option("--all", help="also clerical changes")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """List what changed, by the day we learned it."""
    from index.changes import Sort
    from index.records import open_records

    found = open_records().changes(since, until, jurisdiction)
    kept = [change for change in found if everything or change.sort is not Sort.CLERICAL]
    if as_json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(kept), indent=2).decode())
        return
    for change in kept:
        tell(_line(change))
    if not kept:
        typer.echo(f"Nothing that matters was learned since {since}.")


def _line(change: "Change") -> str:
    moved = " → ".join(filter(None, (change.was, change.now)))
    sort = "" if change.sort == "substantive" else f" ({change.sort})"
    return f"{change.learned[:10]}  {change.jurisdiction.upper():5} {change.title[:80]}: {_what(change)}{sort} {moved}\n       {change.matter}"


def _what(change: "Change") -> str:
    """A change in law with where it stands."""
    words = f"{change.what} {change.label}".strip().replace("_", " ")
    if not change.norm:
        return words
    return f"{change.what} {change.norm.where}" if change.norm.places else f"{words} in {change.norm.where}"

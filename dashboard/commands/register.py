"""amicus register: duties of the laws that bind us, when each is due, and what was done."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawlers.fault import Fault
from dashboard.terminal import tell

if TYPE_CHECKING:
    from crawlers.matter import Matter
    from index.advice.register import Row
    from index.binding.verdict import Verdict


def register(
    profile: Annotated[str, typer.Option(help="whom the laws bind; profiles stand in profile.yaml")] = "foundation",
    csv: Annotated[Path | None, typer.Option(help="write the table for an auditor here")] = None,
    done: Annotated[str, typer.Option(help="key of the duty that was done")] = "",
    on: Annotated[str, typer.Option(help="with --done: the day, e.g. 12 Nov 2026")] = "",
    evidence: Annotated[str, typer.Option(help="with --done: link to what proves it")] = "",
    owner: Annotated[str, typer.Option(help="with --done: role of who owns the duty")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """List the duties that bind us with their next day, record what was done, write the CSV for an auditor."""
    from dashboard.today import today
    from index.advice.laws import binding, left_out, undetermined
    from index.advice.register import recorded, table
    from index.advice.register import register as rows
    from index.binding.profile import profiles
    from index.private import open_private
    from index.records import open_records

    if profile not in profiles():
        raise Fault(f"there is no profile {profile!r}; profile.yaml has {', '.join(profiles())}")
    private = open_private()
    records = open_records()
    laws = list(binding(records, profiles()[profile]))
    if done:
        _record(done, {row.key for row in rows(laws, {}, today())}, on, evidence, owner)
    found = rows(laws, recorded(private), today())
    if csv:
        csv.write_text(table(found), encoding="utf-8", newline="")
        typer.echo(f"{csv}: {len(found)} duties")
        return
    aside, open_ = left_out(records), undetermined(records, profiles()[profile])
    if as_json:
        typer.echo(_json(found, open_, aside))
        return
    said = [*map(_line, found), *map(_left_out, aside), *(_unsure(matter, told) for matter, told in open_)]
    nothing = f"No duty of a law we hold binds {profile}: none was found, which is not proof of none."
    tell("\n".join(said if found or open_ else [nothing, *said]))


def _json(rows: Sequence["Row"], unsure: Sequence[tuple["Matter", "Verdict"]], aside: Sequence["Matter"]) -> str:
    """As in words: the duties, the laws of which it cannot be said, and those left out with the acts that they correct."""
    import msgspec

    from index.advice.laws import corrected

    answer = {
        "duties": msgspec.to_builtins(rows),
        "undetermined": [{"id": law.id, "title": law.title, "missing": told.missing} for law, told in unsure],
        "left_out": [{"id": law.id, "title": law.title, "corrects": corrected(law)} for law in aside],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _record(key: str, keys: set[str], on: str, evidence: str, owner: str) -> None:
    """What is not given stays as it was recorded."""
    from index.advice.register import Done, record, recorded, told
    from index.private import open_private

    if key not in keys:
        raise Fault(f"{key}: no duty has this key; amicus register lists them")
    record(open_private(), key, told(recorded(open_private()).get(key, Done()), on, evidence, owner))


def _unsure(matter: "Matter", told: "Verdict") -> str:
    return f"UNDETERMINED {matter.title}: missing {', '.join(told.missing) or 'a duty that we can read'}"


def _left_out(card: "Matter") -> str:
    from index.advice.laws import corrected

    if corrects := corrected(card):
        return f"LEFT OUT {card.title}: it corrects {', '.join(corrects)}, where its duties stand"
    return (
        f"LEFT OUT {card.title}: as a whole it is hardly about hosts; read what was found in it: amicus show {card.id}"
    )


def _line(row: "Row") -> str:
    said = f"{row.due.upper():8} {row.next or '-':10}  {row.duty.replace('_', ' ')}: {row.law}, {row.article}"
    owned = f"; owner {row.owner}" if row.owner else "; no owner yet"
    last = f"; last done {row.last_done}, {row.evidence}" if row.last_done else ""
    return f"{said}\n         {row.counted}{owned}{last}\n         “{row.quote}”\n         {row.key}"

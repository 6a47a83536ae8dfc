"""amicus deadline: the answer to one rule for the days that a person types."""

import json
from typing import Annotated

import typer

from crawlers.fault import Fault


def deadline(
    rule: Annotated[str, typer.Argument(help="id of a rule, e.g. us.scotus.cert.petitioner; --rules lists them")] = "",
    facts: Annotated[list[str] | None, typer.Argument(help="EVENT=VALUE, e.g. docketed=2026-11-12")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="list every rule with the facts it reads")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Work out the last day to act under a rule, from dates you type."""
    if rules or not rule:
        typer.echo(_listed(as_json))
        return
    from index.clock.answer import deadline as work_out
    from index.clock.given import BadDay

    try:
        answer = work_out(rule, _pairs(facts or []))
    except BadDay as bad:
        raise Fault(f"{rule}: {bad}") from bad
    typer.echo(json.dumps(answer.shape(), ensure_ascii=False, indent=2) if as_json else _words(answer.shape()))


def _pairs(facts: list[str]) -> dict[str, str]:
    pairs = [fact.partition("=") for fact in facts]
    for name, equals, value in pairs:
        if not equals or not name:
            raise Fault(f"{name or value!r}: write EVENT=VALUE, e.g. docketed=2026-11-12")
    return {name.strip(): value for name, _, value in pairs}


def _listed(as_json: bool) -> str:
    from index.clock.rules import facts_of, rules

    rows = [
        {"id": rule.id, "court": rule.court, "stage": rule.stage, "side": rule.side, "facts": list(facts_of(rule))}
        for rule in rules().values()
    ]
    if as_json:
        return json.dumps(rows, ensure_ascii=False, indent=2)
    return "\n".join(f"{row['id']:34} {row['court']}, {row['stage']}: {' '.join(row['facts'])}" for row in rows)


def _words(shape: dict[str, object]) -> str:
    """As a page of text: the days first, then the sum, the note, the rule."""
    from datetime import date

    from index.clock.step import said

    flag = "" if shape["verified"] else "  [unverified rule]"
    days = (("Tell counsel by", "notify_by"), ("To be safe, by", "safe"), ("File by", "date"))
    lines = [f"{label:16} {said(date.fromisoformat(str(shape[key])))}{flag}" for label, key in days if shape[key]]
    lines += [f"{'Clock':16} {shape['time']} {shape['zone']}"] if shape["time"] else []
    sums = [f"  {line}" for line in shape["arithmetic"]] if isinstance(shape["arithmetic"], list) else []
    rule = f"Rule: {shape['rule']}, {shape['citation']}. Source: {shape['source'] or 'none seen'}. Not legal advice."
    asked = (*_missing(shape["missing"]), *_needed(str(shape["rule"])))
    return "\n".join(part for part in (*lines, str(shape["note"]), *sums, *asked, rule) if part)


def _missing(names: object) -> list[str]:
    """How to type what is missing."""
    from index.clock.rules import known_facts

    listed = names if isinstance(names, list) else []
    kinds = [f"{name}={'DAY' if known_facts()[name].kind == 'day' else 'WORDS'}" for name in listed]
    return [f"To work it out, add {' or '.join(kinds)}."] if kinds else []


def _needed(id: str) -> list[str]:
    """What a brief needs beside its day, in the words of the rule."""
    from index.clock.rules import rule

    asked = rule(id)
    parts = (("Leave", asked.leave), ("Notice", asked.notice), ("Who", asked.who), ("Length", asked.length))
    return [f"{name}: {words}." for name, words in parts if words not in {"", "-"}]

"""Every rule as one Markdown table: what docs/windows.md holds (`python -m index.clock.listing` writes it)."""

from collections.abc import Iterator
from pathlib import Path

from index.clock.rules import Direction, Kind, Roll, Rule, Span, rules

DOCS = Path(__file__).resolve().parent.parent.parent / "docs/windows.md"
HEAD = (
    "# Every window to act\n\nWritten by `make docs` from `index/windows/*.yaml`; how the clock reads it stands in"
    " [clock.md](clock.md). Seen: S in an official text, S2 second hand, m from memory and shown as “unverified rule”."
    " A part that is from memory makes a date unverified even where the rule as a whole is not.\n\n"
)
COLUMNS = ("rule", "court", "stage, side", "answer", "period", "last day closed", "in force", "seen")
ROLLS = {Roll.NEXT: "next open day", Roll.PREVIOUS: "open day before", Roll.NONE: "stays", Roll.UNKNOWN: "not read"}


def table() -> str:
    """One line a rule, in the order of the files."""
    lines = [COLUMNS, tuple("---" for _ in COLUMNS), *(_row(rule) for rule in rules().values())]
    return HEAD + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _row(rule: Rule) -> tuple[str, ...]:
    dated = rule.answer is Kind.DATE and bool(rule.period)
    return (
        f"`{rule.id}`",
        rule.court,
        f"{rule.stage}, {rule.side}",
        rule.answer.replace("_", " "),
        "; ".join(_period(rule)) or "-",
        ROLLS[rule.roll] if dated else "-",
        f"{rule.valid_from or '…'} to {rule.valid_to or '…'}" if rule.valid_from or rule.valid_to else "-",
        str(rule.mark),
    )


def _period(rule: Rule) -> Iterator[str]:
    way = "before" if rule.direction is Direction.BEFORE else "after"
    spans = " + ".join(_span(span) for span in rule.period)
    names = _anchors(rule)
    if not spans and (used := [f"`{condition.use}`" for condition in rule.conditions if condition.use]):
        yield f"as {' or '.join(dict.fromkeys(used))}"
    elif names and rule.minimum:
        yield f"at least {_span(rule.minimum)} {way} {names}"
    elif names:
        yield f"{spans} {way} {names}" if spans else f"the day itself: {names}"


def _span(span: Span) -> str:
    number = str(span.count) if span.count else "as many as printed"
    return f"{number} {span.unit.replace('_', ' ')}{'' if span.count == 1 else 's'}"


def _anchors(rule: Rule) -> str:
    if not rule.anchor:
        return ""
    several = (
        (" or later ", rule.anchor.latest),
        (" or earlier ", rule.anchor.earliest),
        (", else ", rule.anchor.first),
    )
    return next((word.join(name.replace("_", " ") for name in names) for word, names in several if names), "")


if __name__ == "__main__":
    DOCS.write_text(table(), encoding="utf-8")

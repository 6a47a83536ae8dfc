"""Run the sets and write docs/accuracy.md, bad figures included."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from crawlers.fault import Fault
from nlp.evaluate.measures import Figure
from nlp.version import VERSION

SETS = ("hostbench", "sentences", "citations", "statements", "projected", "us")
HEAD = f"""# How accurate the tagger is

Written by `amicus eval` with tagger version {VERSION}; not edited by hand. HostBench is only measured, never learnt from.
Rules were written while reading errors of a random half of HostBench's public part; the other half was only scored.
A goal that is missed is shown like one that is met. An interval is a 95 % bootstrap. Tags are not legal advice.

| set | part | figure | value | 95 % | count | goal | holds |
|---|---|---|---|---|---|---|---|
"""


def run(name: str, shared: Path, gold: Path | None) -> Iterator[Figure]:
    """Raises Fault where the labelled texts or the development tools are not there."""
    from nlp.evaluate import hostbench, learned

    path = gold or shared / "gold/hostbench/provisions.jsonl"
    if name == "hostbench" and not path.exists():
        raise Fault(f"{path} is not there: give the labelled provisions with --gold FILE")
    if name != "hostbench" and not (shared / "gold").exists():
        raise Fault(f"{shared}/gold is not there: only sets under it can be measured")
    kinds = {
        "sentences": learned.sentences,
        "citations": learned.german_citations,
        "statements": learned.eu_statements,
        "projected": learned.projected,
        "us": learned.us_bills,
    }
    return hostbench.measure(path) if name == "hostbench" else kinds[name](shared)


def page(figures: Iterable[Figure]) -> str:
    return HEAD + "".join(map(row, figures))


def row(figure: Figure) -> str:
    between = f"{figure.low:.3f} to {figure.high:.3f}" if figure.low is not None and figure.high is not None else ""
    goal = f"{figure.goal:.2f}" if figure.goal is not None else ""
    holds = "" if figure.goal is None else "yes" if figure.value >= figure.goal else "no"
    value = f"{figure.value:.3f}" if figure.value < 100 else f"{figure.value:,.0f}"
    return f"| {figure.set} | {figure.part} | {figure.name} | {value} | {between} | {figure.size or ''} | {goal} | {holds} |\n"

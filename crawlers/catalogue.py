"""The page of sources in docs/, made from jurisdictions.yaml: what, how often, on or off and why, licence, evidence."""

from collections.abc import Iterator

from crawlers.sources import Default, Proof, Source, Watched, watched

_ASKED = {Default.ON: "yes", Default.KEY: "with a key", Default.OFF: "no"}
_SEEN = {Proof.BYTES: "real output parsed", Proof.DOCUMENTATION: "documentation only: not yet seen live"}
_HEAD = "| source | what | format | asked by default | brings news | licence | we may republish | evidence |\n|---|---|---|---|---|---|---|---|"


def page(all_: Watched) -> str:
    """Markdown; the same for the same file."""
    shown = [source for source in all_.sources.values() if source.jurisdiction != "zz"]
    seen = sum(source.evidence is Proof.BYTES for source in shown)
    places = {source.jurisdiction for source in shown}
    lines = [
        "# Sources",
        "",
        "Made from `jurisdictions.yaml` by `make docs`; not written by hand. When each was last asked, and what it answered, is on the page Sources",
        "of the dashboard and in `amicus sources`.",
        "",
        f"{len(shown)} sources in {len(places)} places; real output of {seen} has been parsed, the others follow their documentation.",
    ]
    return "\n".join([*lines, *_places(all_), ""])


def _places(all_: Watched) -> Iterator[str]:
    for code, place in all_.jurisdictions.items():
        own = [source for source in all_.sources.values() if source.jurisdiction == code and code != "zz"]
        if own:
            yield from ("", f"## {place.name} ({code})", "", _HEAD, *(_row(source) for source in own))


def _row(source: Source) -> str:
    asked = _ASKED[source.default] + (f": {source.reason}" if source.reason else "")
    what = f"[{source.name}](https://{source.hosts[0]})" if source.hosts else source.name
    cells = (
        f"`{source.id}`",
        what,
        source.format,
        asked,
        f"every {source.cadence}",
        source.licence,
        source.republish,
        _SEEN[source.evidence],
    )
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


if __name__ == "__main__":
    import sys

    sys.stdout.write(page(watched()))

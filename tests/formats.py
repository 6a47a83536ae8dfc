"""The table of formats, as Markdown: docs/formats.md.

`python -m tests.formats` writes it where the recorded files are; tests hold its rows to what the parsers do now.
"""

import logging
from pathlib import Path

from crawlers import facts, imports
from crawlers.imports import Outcome
from crawlers.joining.merge import merge_all
from crawlers.matter import Matter
from crawlers.sources import watched
from crawlers.vocabulary import Kind, Status
from tests.leftout import left_out
from tests.shared import CORPUS

DOCS = Path(__file__).resolve().parent.parent / "docs/formats.md"
FOLDERS = facts.load(Path(__file__).with_name("corpus.yaml"))
_STANDING = {Kind.BILL, Kind.ACT, Kind.REGULATION, Kind.CONSULTATION, Kind.CASE}  # what moves through a lifecycle
_COLUMNS = ("source", "format", "recorded in", "files", "read", "refused", "records", "title", "status", "dates", "text",
            "address", "lifecycle words understood", "values that appear in no record, by name")  # fmt: skip
_OPENING = """# Formats

Written by `python -m tests.formats` from the recorded official files; tests hold it to what the parsers do now. A refused file
is one that holds no matter, or nothing that can be read: each with a reason, which `amicus import --dry-run` says.

Title, dates (published, an event, or a dated text), text (provisions) and address are shares of the records; status is the share
of those that have a place in a lifecycle (bills, acts, regulations, consultations, cases; not gazette notices and signals).
Lifecycle words are the source's own words for where a matter stands: those that have one of ours, of all that were seen. In the
last column stand up to eight names of elements or keys, the most frequent first, of which no value appears as it stands in any
record: what a parser leaves out, or tells in other words.
"""


def row(folder: str) -> tuple[str, ...]:
    source = watched().source(FOLDERS[folder])
    found = list(imports.outcomes(source, [CORPUS / folder]))
    matters = list(merge_all((matter for outcome in found for matter in outcome.matters), source.languages))
    read, refused = sum(bool(one.matters) for one in found), sum(bool(one.refused) for one in found)
    counts = (str(number) for number in (len(found), read, refused, len(matters)))
    return (f"`{source.id}`", source.format, folder, *counts, *_shares(matters), _words(matters), _left(found))


def _shares(matters: list[Matter]) -> tuple[str, ...]:
    standing = [matter for matter in matters if matter.kind in _STANDING]
    return (
        _share([bool(matter.title) for matter in matters]),
        _share([matter.status is not Status.UNKNOWN for matter in standing]),
        _share([_dated(matter) for matter in matters]),
        _share([any(text.provisions for text in matter.texts) for matter in matters]),
        _share([bool(matter.url) for matter in matters]),
    )


def _share(held: list[bool]) -> str:
    return f"{100 * sum(held) // len(held)} %" if held else "–"


def _dated(matter: Matter) -> bool:
    return bool(matter.published or matter.events) or any(text.date for text in matter.texts)


def _words(matters: list[Matter]) -> str:
    """Known of seen, and the unknown ones by name."""
    said = {
        (matter.source_status, matter.status) for matter in matters if matter.source_status and matter.kind in _STANDING
    }
    known = {word for word, status in said if status is not Status.UNKNOWN}
    unknown = sorted({word for word, _ in said} - known)
    told = f"{len(known)} of {len(known) + len(unknown)}" if said else "–"
    return told + (f": not {', '.join(f'“{word[:40]}”' for word in unknown[:4])}" if unknown else "")


def _left(found: list[Outcome]) -> str:
    return ", ".join(left_out((Path(one.file), one.matters) for one in found if one.matters)) or "–"


def line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def page() -> str:
    told = list(map(row, FOLDERS))
    sums = [sum(int(cells[place]) for cells in told) for place in (3, 4, 5)]
    total = f"{sums[0]:,} files: {sums[1]:,} read, {sums[2]:,} refused with a reason, {sums[0] - sums[1] - sums[2]:,} neither."
    return "\n".join([_OPENING, total, "", line(_COLUMNS), line(("---",) * len(_COLUMNS)), *map(line, told), ""])


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    DOCS.write_text(page(), encoding="utf-8")

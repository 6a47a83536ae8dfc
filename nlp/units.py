"""Tag loose provisions: rows in, rows out, in the same order; rows of one law are read together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from crawlers.matter import Relevance
from nlp.grammar.reader import known
from nlp.reading import Found, Reading, Unit, read
from nlp.scores.relevance import relevances
from nlp.version import VERSION


def tag_units(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows of {id, law, language, heading, text …}. Raises KeyError naming the field that a row lacks."""
    held = list(rows)
    laws: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, row in enumerate(held):
        laws[row["law"], row["language"]].append(i)
    done: dict[int, dict[str, Any]] = {}
    for (law, language), places in laws.items():
        units = [Unit(held[i]["id"], held[i].get("heading") or "", held[i]["text"]) for i in places]
        if known(language):
            readings = read(units, language, law)
            done |= dict(zip(places, map(_row, readings, relevances(readings)), strict=True))
        else:
            done |= {i: {"id": held[i]["id"], "relevance": 0.0, "terms": {}, "norms": []} for i in places}
    yield from (done[i] for i in range(len(held)))


def _row(reading: Reading, relevance: Relevance) -> dict[str, Any]:
    return {
        "id": reading.unit.id,
        "relevance": relevance.score,
        "terms": {term.name: term.value for term in relevance.terms},
        "norms": [norm(reading, found) for found in reading.found],
    }


def norm(reading: Reading, found: Found) -> dict[str, Any]:
    """A norm that was found, as HostBench tells norms, with its rule; places count characters of the unit."""
    statement, passage = found.statement, reading.passage
    start, end = passage.offsets[statement.start], passage.ends[statement.end - 1]
    trigger = statement.trigger
    return {
        "modality": statement.modality,
        "bearer": statement.who.bearer,
        "host_duty": found.host_duty,
        "duty": found.duty,
        "start": start,
        "end": end,
        "evidence": [
            {
                "start": passage.offsets[trigger.start],
                "end": passage.ends[trigger.end - 1],
                "rule": trigger.entry.id,
                "version": VERSION,
            }
        ],
    }

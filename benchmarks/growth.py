"""How search grows with the collection: `python -m benchmarks.growth` puts the figures of bench.json in docs/search.md and draws them."""

import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.__main__ import OUT

PICTURE, PAGE = Path("docs/search-growth.svg"), Path("docs/search.md")
BEGIN, END = "<!-- figures: python -m benchmarks.growth -->", "<!-- end of figures -->"
ENGINES, BANDS = ("tantivy", "elasticsearch"), {"high": "#b32424", "mid": "#3366cc", "low": "#14866d"}
SIZES, TIMES = (10_000, 100_000, 1_000_000), (1, 10, 100, 1_000)
WIDE, HIGH, LEFT, TOP = 300, 220, 60, 50
_PAGE = re.compile(r"search page, (\w+), ([\d,]+) units, (\w+), p95")
_LINE = re.compile(r"^\| (\w+) \| ([\d,]+) \| (.+) \|$", re.MULTILINE)
_REBUILD = re.compile(r"rebuild, (\w+), ([\d,]+) units")


class Point(NamedTuple):
    engine: str
    units: int
    band: str
    ours: float
    bare: float


def told(page: str) -> list[Point]:
    """The figures that the page has: bench.json is not kept, and a size that is not run again stays."""
    found = []
    for engine, units, cells in _LINE.findall(page.partition(BEGIN)[2].partition(END)[0]):
        for band, cell in zip(("rebuild", *BANDS), cells.split(" | "), strict=True):
            ours, bare = map(float, cell.split(" / "))
            found.append(Point(engine, int(units.replace(",", "")), band, ours, bare))
    return found


def points(rows: Sequence[dict[str, Any]]) -> list[Point]:
    """p95 of the search page by band, and seconds of a rebuild under the band `rebuild`."""
    found = []
    for row in rows:
        if named := _PAGE.fullmatch(row["name"]) or _REBUILD.fullmatch(row["name"]):
            band = named[3] if named.re is _PAGE else "rebuild"
            units = int(named[2].replace(",", ""))
            found.append(Point(named[1], units, band, row["value"], round(row["value"] / row["ratio"], 1)))
    return found


def together(before: Sequence[Point], new: Sequence[Point]) -> list[Point]:
    """New figures in the place of those of the same kind; the smallest collection first."""
    by_kind = {(point.engine, point.units, point.band): point for point in (*before, *new)}
    return sorted(by_kind.values(), key=lambda point: (ENGINES.index(point.engine), point.units))


def table(found: Sequence[Point]) -> str:
    """A line an engine and size; each cell is ours / the bare engine in the same run."""
    lines = [
        "| engine | provisions | rebuild, s | frequent words, ms | middling, ms | rare, ms |",
        "|---|---|---|---|---|---|",
    ]
    for engine, units in dict.fromkeys((point.engine, point.units) for point in found):
        by_band = {point.band: point for point in found if (point.engine, point.units) == (engine, units)}
        cells = (f"{by_band[band].ours} / {by_band[band].bare}" for band in ("rebuild", *BANDS))
        lines.append(f"| {engine} | {units:,} | {' | '.join(cells)} |")
    return "\n".join(lines)


def svg(found: Sequence[Point]) -> str:
    panels = "\n".join(line for at, engine in enumerate(ENGINES) for line in _panel(at, engine, found))
    width, height = LEFT + 2 * (WIDE + LEFT), TOP + HIGH + 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" fill="#202122">\n'
        f"<title>95th percentile of the search page in milliseconds, by provisions: Amicus and the bare engine</title>\n"
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n{panels}\n</svg>\n'
    )


def _panel(at: int, engine: str, found: Sequence[Point]) -> Iterator[str]:
    left = LEFT + at * (WIDE + LEFT)
    yield f'<text x="{left}" y="20" font-weight="bold">{engine}: search page, p95, ms</text>'
    yield f'<text x="{left}" y="38">solid: Amicus, dashed: the bare engine in the same run</text>'
    yield from _grid(left)
    for row, (band, colour) in enumerate(BANDS.items()):
        line = [point for point in found if (point.engine, point.band) == (engine, band)]
        for values, dashes in (([p.ours for p in line], ""), ([p.bare for p in line], ' stroke-dasharray="5 4"')):
            path = " ".join(f"{_x(left, p.units)},{_y(value)}" for p, value in zip(line, values, strict=True))
            yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
        yield f'<text x="{left + 95 * row}" y="{TOP + HIGH + 45}" fill="{colour}">{_SAID[band]}</text>'


_SAID = {"high": "frequent words", "mid": "middling", "low": "rare"}


def _grid(left: int) -> Iterator[str]:
    for time in TIMES:
        yield f'<line x1="{left}" x2="{left + WIDE}" y1="{_y(time)}" y2="{_y(time)}" stroke="#eaecf0"/>'
        yield f'<text x="{left - 6}" y="{_y(time) + 4}" text-anchor="end">{time:,}</text>'
    for units in SIZES:
        yield f'<text x="{_x(left, units)}" y="{TOP + HIGH + 20}" text-anchor="middle">{units:,}</text>'


def _x(left: int, units: int) -> float:
    return round(left + WIDE * math.log10(units / SIZES[0]) / math.log10(SIZES[-1] / SIZES[0]), 1)


def _y(milliseconds: float) -> float:
    share = math.log10(max(milliseconds, TIMES[0]) / TIMES[0]) / math.log10(TIMES[-1] / TIMES[0])
    return round(TOP + HIGH * (1 - share), 1)


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else []
    found = together(told(page), points(rows))
    PICTURE.write_text(svg(found), encoding="utf-8")
    before, after = page.partition(BEGIN)[0], page.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(found)}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Run every measurement, or those named, and write bench.json: `python -m benchmarks [NAME…]`."""

import json
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import benchmarks

OUT = Path("bench.json")
SHAPE = ("name", "value", "unit", "ratio", "baseline", "goal", "holds")


def main(wanted: list[str]) -> None:
    """Rows of a name that is not run again stay as they were."""
    names = wanted or [
        module.name for module in iter_modules(benchmarks.__path__) if module.name not in {"__main__", "pictures"}
    ]
    kept = {row["name"]: row for row in json.loads(OUT.read_text(encoding="utf-8"))} if OUT.exists() and wanted else {}
    for name in names:
        module = import_module(f"benchmarks.{name}")
        for row in module.rows() if hasattr(module, "rows") else ():
            kept[row["name"]] = {key: row[key] for key in SHAPE}
            print(
                f"{'ok   ' if row['holds'] else 'SHORT'} {row['name']}: {row['value']} {row['unit']} (goal {row['goal']})",
                flush=True,
            )
            OUT.write_text(json.dumps(list(kept.values()), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

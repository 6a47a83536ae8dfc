"""Check or record a loopback source in a process of its own: `python -m tests.live check|record SOURCE FIXTURES`."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec

from crawlers.sources import Source
from tests.crawl import ROOT, TODAY


def ask(what: str, entry: Source, fixtures: Path) -> list[str]:
    """The sentences of `check`, or the names of the files that `record` saved."""
    command = [sys.executable, "-m", "tests.live", what, msgspec.json.encode(entry).decode(), str(fixtures)]
    environment = {**os.environ, "AMICUS_LOOPBACK": "1", "AMICUS_OFFLINE": "", "no_proxy": "*"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return msgspec.json.decode(done.stdout, type=list[str])


def main(what: str, entry: str, fixtures: str) -> None:
    import tests.loopback_parser
    from crawlers.crawl import live

    sys.modules["crawlers.parsers.loopback"] = tests.loopback_parser
    source, day, folder = msgspec.json.decode(entry, type=Source), date.fromisoformat(TODAY), Path(fixtures)
    if what == "check":
        said = list(live.check(source, day, folder).differs)
    else:
        said = [path.name for path in live.record(source, day, folder)]
    sys.stdout.buffer.write(msgspec.json.encode(said))


if __name__ == "__main__":
    main(*sys.argv[1:])

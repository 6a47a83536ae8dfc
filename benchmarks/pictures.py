"""Take the pictures of docs/pictures from the running dashboard over watch-list and sample: `make pictures`."""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import CHROMIUM, FLAGS, served

FOLDER = Path("docs/pictures")
LARGEST = 150_000
# name, address, width, height, colours
SHOTS = (
    ("thisweek", "/", 1280, 1500, "light"),
    ("thisweek-dark", "/", 1280, 1500, "dark"),
    ("thisweek-phone", "/", 390, 1400, "light"),
    ("search", "/search?q=age&kind=act", 1280, 1100, "light"),
    ("search-dark", "/search?q=age&kind=act", 1280, 1100, "dark"),
    ("matter", "/matter?id={law}", 1280, 1300, "light"),
    ("matter-text", "/matter?id={law}&part=text", 1280, 1000, "light"),
    ("permanent-phone", "/matter/{law}", 390, 1500, "light"),
    ("duties", "/duties", 1280, 1100, "light"),
    ("compare", "/compare?one={law}&two={bill}", 1280, 1500, "light"),
    ("compare-versions", "/compare?one={bill}&show=words", 1280, 1000, "light"),
    ("opportunities", "/opportunities", 1280, 1200, "light"),
    ("deadline", "/deadline?docketed=2026-11-12", 1280, 1300, "light"),
    ("calendar", "/calendar", 1280, 1300, "light"),
    ("assessments", "/assessments?id={law}", 1280, 1100, "light"),
    ("thisweek-german", "/?lang=de", 1280, 1500, "light"),
    ("trackers", "/tracker", 1280, 1200, "light"),
    ("tracker", "/tracker?place=uk", 1280, 1300, "light"),
    ("collections", "/collections", 1280, 1100, "light"),
    ("digest", "/digest", 1280, 1200, "light"),
    ("sources", "/sources", 1280, 1200, "light"),
    ("review", "/review?matter={law}", 1280, 1700, "light"),
)

# a folder as it may be worked on, with real matters of the watch-list
KEPT: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "folder",
        "Age checks",
        {"goal": "No editor has to show a passport.", "lead": "policy, Europe", "seen": "staff"},
    ),
    (
        "item",
        "Age checks#au/frl/C2024A00127",
        {"position": "Seek amendment", "lead": "policy, Asia-Pacific", "note": "Ask whether a wiki is out of scope."},
    ),
    ("item", "Age checks#uk/ukpga/2023/50", {"position": "Watch", "lead": "", "note": ""}),
)


def main(wanted: list[str]) -> None:
    """Those named, or all; each at most 150 KB."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as play:
        ids = _filled(home)
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        with served(Path(home)) as site:
            for name, path, width, height, scheme in SHOTS:
                if not wanted or name in wanted:
                    _take(browser, site + path.format(**ids), name, (width, height), scheme)
        browser.close()


def _filled(home: str) -> dict[str, str]:
    """Watch-list and sample; the ids of the sample's law and of its bill with two versions."""
    os.environ |= {"AMICUS_HOME": home, "AMICUS_TODAY": "2026-11-25"}
    from dashboard import private
    from dashboard.kept import Kept
    from dashboard.upkeep import first_start
    from index.records import open_records

    first_start.load()
    for kind, subject, body in KEPT:
        private.keep(Kept(kind=kind, subject=subject, role="lawyer", at="2026-11-24T06:00:00Z", body=body))
    held = list(open_records().matters(jurisdiction="zz"))
    law = max(held, key=lambda matter: (matter.kind == "act", len(matter.norms)))
    bill = max(
        held, key=lambda matter: len([text for text in matter.texts if text.provisions and text.language == "en"])
    )
    return {"law": law.id, "bill": bill.id}


def _take(browser: Browser, address: str, name: str, size: tuple[int, int], scheme: str) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".am h1", timeout=30_000)
    page.wait_for_selector(".am-page, [data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(1_500)
    body = _small(page.screenshot())
    (FOLDER / f"{name}.png").write_bytes(body)
    print(f"{name}: {len(body):,} bytes")
    context.close()


def _small(shot: bytes) -> bytes:
    """With as many colours as fit."""
    for colours in (128, 64, 32, 16):
        made = BytesIO()
        Image.open(BytesIO(shot)).convert("RGB").quantize(colours).save(made, "PNG", optimize=True)
        if made.tell() <= LARGEST:
            break
    return made.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])

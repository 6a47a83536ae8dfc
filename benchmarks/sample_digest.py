"""Write the digest of Sampleland into docs/, both parts, and its pictures: `python -m benchmarks.sample_digest`."""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from dashboard.digest.build import Digest, Week

DAY = date(2026, 11, 25)
BEFORE, DURING = "2026-11-16T06:00:00Z", "2026-11-23T06:00:00Z"
SINCE, UNTIL = "2026-11-18T06:00:00Z", "2026-11-25T06:00:00Z"
ASKED = "2026-11-25T05:40:00Z"
RUNS = (("zz-acts", "ok", ""), ("zz-bills", "ok", ""), ("zz-court", "ok", ""), ("zz-gazette", "failed", "page error"))
DOCS = Path(__file__).parent.parent / "docs"
CHROMIUM = "/usr/bin/chromium"


def main() -> None:
    os.environ["AMICUS_HOME"] = tempfile.mkdtemp()
    from dashboard.digest.html import html
    from dashboard.digest.text import text
    from dashboard.mail.links import Links

    made = digest()
    links = Links(frozen="https://amicus.example/mail/list/…", stop="https://amicus.example/mail/stop/…")
    (DOCS / "sample-digest.txt").write_text(text(made, links), encoding="utf-8")
    page = DOCS / "sample-digest.html"
    page.write_text(html(made, links), encoding="utf-8")
    if "--pictures" in sys.argv:
        pictures(page)


def digest(week: "Week | None" = None, language: str = "en", profile: str = "lawyers") -> "Digest":
    from dashboard.digest.build import build
    from dashboard.digest.news import Taste
    from dashboard.digest.speech import speech

    taste = Taste(places=("zz",))
    return build(week or sampled(), taste, speech(language), profile, site="https://amicus.example")


def sampled() -> "Week":
    """A week in Sampleland: its bill came back from committee with other words."""
    from crawlers.crawl.verdict import Run, Verdict
    from crawlers.matter import Matter
    from crawlers.sample import matters
    from dashboard.digest.gather import week
    from index.records import open_records
    from nlp.tag import tag

    def earlier(matter: Matter) -> Matter:
        texts = matter.texts[:1] if matter.id.startswith("zz/bill/") else matter.texts
        events = tuple(event for event in matter.events if event.date < SINCE[:10] or event.date > UNTIL[:10])
        return replace(matter, texts=texts, events=events)

    records, found = open_records(), matters(DAY)
    records.write([tag(earlier(matter)) for matter in found if matter.kind != "consultation"], BEFORE)
    records.write([tag(matter) for matter in found], DURING)
    for source, verdict, reason in RUNS:
        records.save_run(Run(source=source, started=ASKED, ended=ASKED, verdict=Verdict(verdict), reason=reason))
    return week(records, SINCE, UNTIL, DAY)


def pictures(page: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (600, 360):
            tab = browser.new_page(viewport={"width": width, "height": 900})
            tab.goto(page.as_uri())
            tab.screenshot(path=str(DOCS / f"sample-digest-{width}.png"), full_page=True)


if __name__ == "__main__":
    main()

"""What Amicus holds before it has asked anybody: the watch-list of real matters, and the invented Sampleland."""

from crawlers import facts, imports, sample
from crawlers.crawl.verdict import Run, Verdict
from crawlers.response import Response
from crawlers.sources import watched
from dashboard.today import instant, learned, today

WATCHLIST = "watchlist"
SILENT = "zz-gazette"


def load() -> None:
    """Both, each only what it lacks; a start that is not the first changes nothing but the sample's days."""
    from index import intake
    from index.records import open_records

    path = facts.find("watchlist.yaml")
    response = Response(url="", body=path.read_bytes(), name=path.name)
    intake.take(open_records(), imports.read(response, watched().source(WATCHLIST)), learned())
    load_sample()


def load_sample() -> int:
    """Returns how many matters there are; they are dated from today, so each day's load moves their days along."""
    from index import intake
    from index.records import open_records

    records = open_records()
    matters = sample.matters(today())
    intake.take(records, matters, learned())
    if not records.runs(SILENT):
        records.save_run(_silence())
    intake.ready(today())
    return len(matters)


def _silence() -> Run:
    """The sample's silent source: a verdict to look at, stated, not measured."""
    said = "it answered, but with nothing new for three weeks; it used to bring some every week (an example)"
    return Run(source=SILENT, started=instant(), ended=instant(), verdict=Verdict.SUSPICIOUS, reason=said, requests=1)


def remove_sample() -> int:
    from index import intake
    from index.records import open_records

    records = open_records()
    ids = [card.id for card in records.cards(jurisdiction=sample.PLACE)]
    count = records.remove(ids, learned())
    intake.ready(today())
    return count

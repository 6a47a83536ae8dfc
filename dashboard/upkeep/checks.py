"""What disagrees: files with code, records with sources, the index with the records; a live service with its parser."""

from importlib.util import find_spec

from crawlers import sources
from crawlers.sources import watched
from dashboard.today import today


def disagreements() -> list[str]:
    """One sentence each; none when all is well. Raises BadFacts where jurisdictions.yaml itself cannot be read."""
    from index.intake import spell
    from index.records import open_records
    from index.search import open_search

    records, search = open_records(), open_search()
    held = {card.source for card in records.cards()}
    said = [
        f"jurisdictions.yaml: {source.id}: parser: there is no module {sources.by_parser(source)}"
        for source in watched().sources.values()
        if find_spec(sources.by_parser(source)) is None
    ]
    said += [
        f"records: source {name!r} of some matters is not in jurisdictions.yaml"
        for name in held - {*watched().sources, "manual"}
    ]
    return said + _index(search.position(), spell(records, today()))


def _index(there: str, wanted: str) -> list[str]:
    if there == wanted:
        return []
    state = f"was filled up to {there}" if there else "has not been filled"
    return [f"search index: {state}, the records are at {wanted}; run `amicus rebuild`"]


def live(name: str) -> list[str]:
    """Ask the service once, in a folder of its own: neither records nor cursors move."""
    from crawlers.crawl.live import check

    return [f"{name}: {difference}" for difference in check(watched().source(name), today()).differs]

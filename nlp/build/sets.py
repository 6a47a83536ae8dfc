"""What the models learn from: EU statements, and units of EU acts that stand in several languages."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from crawlers.vocabulary import ReviewState
from nlp.reading import BINDING, Unit, read
from nlp.review import Verdict
from nlp.scores.linear import Said, said
from nlp.units import tag_units

PROJECTED = ("de", "es", "fr", "it", "pt")


class Labelled(NamedTuple):
    """Texts as the model sees them, and whether each binds somebody."""

    texts: list[Said]
    labels: list[bool]


def statements(shared: Path) -> Labelled:
    """English sentences of EU acts, regulatory or not, as people labelled them."""
    held = json.loads((shared / "gold/eu_regulatory_statements/statements.json").read_text(encoding="utf-8"))
    texts = [" ".join(text.split()) for text in held]
    return Labelled(seen(texts, "en"), [label == "regulatory" for label in held.values()])


def projected(shared: Path, language: str) -> Labelled:
    """Units of the GDPR in another language, with the label that the English tagger gave the unit of the same id."""
    labels, units = obliging(gdpr(shared, "en"), "en"), gdpr(shared, language)
    both = [name for name in units if name in labels]
    return Labelled(seen([units[name] for name in both], language), [labels[name] for name in both])


def judged(language: str, said: Iterable[Verdict]) -> Labelled:
    """What reviewers said here of obligations and prohibitions: right is yes, nothing there is no."""
    wanted = {ReviewState.ACCEPTED: True, ReviewState.REJECTED: False}
    kept = [each for each in said if each.language.split("-")[0] == language and each.was in BINDING]
    held = [(each.quote, wanted[each.state]) for each in kept if each.quote and each.state in wanted]
    return Labelled(seen([quote for quote, _ in held], language), [label for _, label in held])


def obliging(units: dict[str, str], language: str) -> dict[str, bool]:
    """Whether the tagger sees an obligation in each unit."""
    rows = [{"id": name, "law": "", "language": language, "heading": "", "text": text} for name, text in units.items()]
    return {row["id"]: any(norm["modality"] == "obligation" for norm in row["norms"]) for row in tag_units(rows)}


def seen(texts: Sequence[str], language: str) -> list[Said]:
    """Texts as the model sees them."""
    return [said(each) for each in read([Unit("", "", text) for text in texts], language, "")]


def gdpr(shared: Path, language: str) -> dict[str, str]:
    """Units of the GDPR by their identifier, the same in every language."""
    path = shared / f"gold/gdpr_multilang/gdpr-consolidated-{language}.xml"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return dict(_units(etree.parse(str(path), parser)))


def _units(tree: Any) -> Iterator[tuple[str, str]]:
    """Paragraphs with an identifier, and articles that have none."""
    for article in tree.iter("ARTICLE"):
        paragraphs = list(article.iter("PARAG"))
        for unit in paragraphs or [article]:
            yield unit.get("IDENTIFIER", ""), " ".join(" ".join(unit.itertext()).split())


def bills(shared: Path) -> list[dict[str, Any]]:
    with gzip.open(shared / "gold/us_billstatus_113hr/bills.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]

"""What the models learn from: EU statements, and units of EU acts that stand in several languages."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree


def statements(shared: Path) -> tuple[list[str], list[bool]]:
    """(sentences, regulatory or not)."""
    held = json.loads((shared / "gold/eu_regulatory_statements/statements.json").read_text(encoding="utf-8"))
    return [" ".join(text.split()) for text in held], [label == "regulatory" for label in held.values()]


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

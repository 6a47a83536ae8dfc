"""Norms of LeyChile as the paragraphs of their texts."""

from collections.abc import Iterator

from crawlers.files.reading import Element

_TEXTS = {"Texto", "texto", "encabezado", "promulgacion"}


def lines(norm: Element) -> Iterator[str]:
    """Paragraphs: a line that is set in begins one, the others go on with it."""
    for element in norm.iter(*_TEXTS):
        paragraph = ""
        for line in (element.text or "").splitlines():
            if paragraph and (line[:1].isspace() or not line.strip()):
                yield paragraph
                paragraph = ""
            paragraph = f"{paragraph} {' '.join(line.split())}".strip().lstrip('"“')
        if paragraph:
            yield paragraph

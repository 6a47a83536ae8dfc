"""Laws of the BOE, Spain, as units: consolidated ones in blocks with their versions, and those of the Journal in one piece."""

from collections.abc import Iterable
from itertools import pairwise

from lxml import etree

from crawlers.files.reading import Element, words
from crawlers.texts import headed, quoting
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates

_KINDS = {"precepto": "art", "preambulo": "preamble", "nota_inicial": "note", "firma": "conclusions"}


def current(block: Element, today: str) -> Element | None:
    """The version in force on the day; where the day is not known the newest, before its first day the first."""
    versions = sorted(block.iter("version"), key=_begins)
    begun = [version for version in versions if _begins(version) <= (today.replace("-", "") or "99999999")]
    return next(iter(begun[-1:] or versions[:1]), None)


def _begins(version: Element) -> str:
    return version.get("fecha_vigencia", "")


def first(blocks: list[Element]) -> Element:
    """The first version of the first block, an empty one where there is none."""
    return next((version for block in blocks for version in block.iter("version")), etree.Element("version"))


def heading(versions: list[Element | None]) -> str:
    """The first line that is set as a title."""
    lines = (p for version in versions if version is not None for p in version.iter("p"))
    return next((words(p) for p in lines if p.get("class") in {"centro_negrita", "titulo"}), "")


def units(blocks: list[Element], versions: list[Element | None]) -> list[Unit]:
    """Headings hold the articles that follow; an article's paragraphs are read by their numbers."""
    shown: list[str] = []
    found: list[Unit] = []
    for block, version in zip(blocks, versions, strict=True):
        parts = [] if version is None else list(version)
        kind = "annex" if _is_annex(parts) else _KINDS.get(block.get("tipo", ""), "")
        if kind in {"preamble", "note", "conclusions", "annex"}:
            found += headed.units(shown)
            shown = []
            found.append(_annex(parts) if kind == "annex" else Unit(kind, text="\n".join(_said(parts)), root=True))
        else:
            shown += _said(parts)
    return found + headed.units(shown) + _others(blocks, versions)


def _others(blocks: list[Element], versions: list[Element | None]) -> list[Unit]:
    """The wordings that a block had, or is to have: notes behind the law, with the day from which each holds."""
    return [
        Unit(
            "note", block.get("titulo", ""), f"redacción desde {dates.iso(_begins(version))}", "\n".join(_said(version))
        )
        for block, now in zip(blocks, versions, strict=True)
        for version in block.iter("version")
        if version is not now
    ]


def whole(root: Element) -> list[Unit]:
    """The same of a law that is not parted into blocks: what stands before the first annex, then each annex."""
    parts = list(next((text for text in root.iter("texto") if text.find("p") is not None), ()))
    begins = [at for at, part in enumerate(parts) if part.get("class", "").startswith("anexo_num")] + [len(parts)]
    annexes = [_annex(parts[at:end]) for at, end in pairwise(begins)]
    return headed.units(_said(parts[: begins[0]])) + annexes


def _is_annex(parts: list[Element]) -> bool:
    return any(part.get("class", "").startswith("anexo") for part in parts[:1])


def _annex(parts: list[Element]) -> Unit:
    heads = [part for part in parts if part.get("class", "").startswith("anexo")]
    inner = headed.units(_said(part for part in parts if part not in heads))
    number, *rest = map(words, heads)
    return Unit("annex", number=number, heading=" ".join(rest), children=inner, root=True)


def _said(parts: Iterable[Element]) -> list[str]:
    """Lines without the editor's notes; the heading of an article has no full stop, a quoted law is one line."""
    articles: list[list[str]] = [[]]
    for part in parts:
        if part.get("class") == "articulo":
            articles.append([line.rstrip(".") for line in lines(part)])
        elif part.tag != "blockquote":
            articles[-1] += lines(part)
    return [line for article in articles for line in quoting.together(article, "«", "»")]

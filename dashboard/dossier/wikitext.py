"""A paper as wikitext: headings, lists, quotes; words of sources cannot become templates, links or tags."""

from dashboard.dossier.outline import Block, Paper, pieces
from dashboard.views.wiki import escape, link, spoken

MARKS = {"title": "= {} =", "part": "== {} ==", "subpart": "=== {} ===", "list": "* {}", "sum": "# {}", "quote": ": {}"}


def wikitext(paper: Paper) -> str:
    return "\n".join(_block(block, paper.language) for block in paper.blocks) + "\n"


def _block(block: Block, own: str) -> str:
    words = "".join(_piece(*piece) for piece in pieces(block, own))
    if there := link(block.url):
        words = f"{words} [{there} source]"
    return MARKS.get(block.kind, "{}\n").format(words)


def _piece(words: str, language: str) -> str:
    """Spaces at the edges stay: the next piece goes on from there."""
    kept = f"{' ' if words[:1].isspace() else ''}{escape(words)}{' ' if words[-1:].isspace() else ''}"
    return spoken(kept, language)

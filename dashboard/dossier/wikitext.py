"""A paper as wikitext: headings, lists, quotes; words of sources cannot become templates, links or tags."""

import re

from dashboard.dossier.outline import Block, Paper
from dashboard.views.text import web

MARKS = {"title": "= {} =", "part": "== {} ==", "subpart": "=== {} ===", "list": "* {}", "sum": "# {}", "quote": ": {}"}
_ACTIVE = re.compile(r"[<>\[\]{}|'=~#*:;&_/]")


def wikitext(paper: Paper) -> str:
    return "\n".join(map(_block, paper.blocks)) + "\n"


def _block(block: Block) -> str:
    words = escape(block.words)
    if web(block.url):
        words = f"{words} [{web(block.url).replace(' ', '%20').replace(']', '%5D').replace('[', '%5B')} source]"
    return MARKS.get(block.kind, "{}\n").format(words)


def escape(words: str) -> str:
    """As character references, so that a wiki shows them and does nothing with them."""
    return _ACTIVE.sub(lambda found: f"&#{ord(found.group())};", " ".join(words.split()))

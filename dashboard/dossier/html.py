"""The dossier as one HTML page without script, fit for print."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from dashboard.dossier.outline import Block, outline
from dashboard.mail.items import said
from dashboard.views.text import web
from index.dossier import Dossier

TAGS = {"title": "h1", "part": "h2", "subpart": "h3", "words": "p", "quote": "blockquote", "list": "li", "sum": "li"}
PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{}</title><style>'
    "body{{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 sans-serif}}blockquote{{font-family:serif}}"
    "</style></head><body>{}</body></html>\n"
)


def html(dossier: Dossier) -> str:
    return str(PAGE.format(said(dossier.title), Markup("\n").join(_drawn(outline(dossier)))))


def _drawn(blocks: Iterable[Block]) -> Iterable[Markup]:
    """Neighbouring list items share one list."""
    inside = ""
    for block in blocks:
        kind = {"list": "ul", "sum": "ol"}.get(block.kind, "")
        if kind != inside:
            yield Markup(f"</{inside}>" if inside else "") + Markup(f"<{kind}>" if kind else "")  # noqa: S704 -- our own tags
            inside = kind
        yield _block(block)
    if inside:
        yield Markup(f"</{inside}>")  # noqa: S704


def _block(block: Block) -> Markup:
    words = escape(block.words)
    if web(block.url):
        words = Markup('<a href="{}">{}</a>').format(block.url, words)
    tag = TAGS[block.kind]
    return Markup(f"<{tag}>{{}}</{tag}>").format(words)  # noqa: S704 -- the tag is ours

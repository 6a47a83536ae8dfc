"""A paper as one HTML page without script, fit for print: a brief on one sheet."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from dashboard.dossier.outline import Block, Paper, pieces
from dashboard.views.text import clean, web
from dashboard.words.tongue import direction, tag

TAGS = {"title": "h1", "part": "h2", "subpart": "h3", "words": "p", "quote": "blockquote", "list": "li", "sum": "li"}
PAGE = Markup(
    '<!doctype html><html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{} · Amicus</title><style>'
    "@page{{size:A4;margin:10mm 14mm}}:root{{color-scheme:light dark}}"
    "body{{max-width:44rem;margin:1.5rem auto;padding:0 1rem;font:15px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}}"
    "h1{{font:600 1.6rem/1.2 Georgia,serif;margin:0 0 .3rem}}h2{{font-size:1rem;margin:1rem 0 .25rem;border-bottom:1px solid GrayText}}"
    "h3{{font-size:.95rem;margin:.7rem 0 .2rem}}p,ul,ol{{margin:.2rem 0}}ul,ol{{padding-inline-start:1.3rem}}"
    "blockquote{{margin:.25rem 0;padding-inline-start:.7rem;border-inline-start:3px solid GrayText;font-family:Georgia,serif}}"
    "@media print{{html{{font-size:9pt}}body{{font-size:8.6pt;line-height:1.22;margin:0;max-width:none;padding:0}}h2{{margin-top:.5rem;break-after:avoid}}blockquote,li{{break-inside:avoid}}a{{color:inherit;text-decoration:none}}}}"
    "</style></head><body><main>{}</main></body></html>\n"
)


def html(paper: Paper) -> str:
    return str(PAGE.format(paper.language, clean(paper.title), Markup("\n").join(_drawn(paper))))


def _drawn(paper: Paper) -> Iterable[Markup]:
    """Neighbouring list items share one list."""
    inside = ""
    for block in paper.blocks:
        kind = {"list": "ul", "sum": "ol"}.get(block.kind, "")
        if kind != inside:
            yield Markup(f"</{inside}>" if inside else "") + Markup(f"<{kind}>" if kind else "")  # noqa: S704 -- our own tags
            inside = kind
        yield _block(block, paper.language)
    if inside:
        yield Markup(f"</{inside}>")  # noqa: S704


def _block(block: Block, own: str) -> Markup:
    words = Markup().join(_piece(*piece) for piece in pieces(block, own))
    if web(block.url):
        words = Markup('<a href="{}">{}</a>').format(block.url, words)
    tag = TAGS[block.kind]
    return Markup(f"<{tag}>{{}}</{tag}>").format(words)  # noqa: S704 -- the tag is ours


def _piece(words: str, language: str) -> Markup:
    """A source's words say their language and the direction they are read in."""
    if not tag(language):
        return escape(words)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tag(language), direction(language), words)

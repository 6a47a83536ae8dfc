"""Small blocks that several pages share: a heading, a notice, an error."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from crawlers.matter import Matter
from dashboard.views.care.freshness import Fresh
from dashboard.views.page import render
from dashboard.views.text import clean
from dashboard.words.tongue import Tongue


def heading(title: str, under: str, tongue: Tongue, fresh: Fresh | None = None) -> Markup:
    return render(
        "heading.html", tongue, title=tongue.say(title), under=tongue.say(under) if under else "", fresh=fresh
    )


def bad(what: str, do: str, tongue: Tongue) -> Markup:
    """What happened, and what to do; both as text."""
    return note(what, do, tongue, "bad")


def note(what: str, do: str, tongue: Tongue, shade: str = "", matters: Sequence[Matter] = ()) -> Markup:
    """`matters`: those that are meant, each a link."""
    return render("notice.html", tongue, shade=shade, first=what, rest=do, matters=matters)


def words(html_tag: str, text: str) -> Markup:
    """One element of ours round escaped words, in the page's block."""
    return Markup('<div class="am"><{0}>{1}</{0}></div>').format(Markup(html_tag), escape(clean(text)))  # noqa: S704

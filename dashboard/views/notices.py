"""Small blocks that several pages share: a heading, a notice, an error."""

from markupsafe import Markup, escape

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
    return render("notice.html", tongue, shade="bad", first=what, rest=do)


def note(what: str, do: str, tongue: Tongue, shade: str = "") -> Markup:
    return render("notice.html", tongue, shade=shade, first=what, rest=do)


def words(html_tag: str, text: str) -> Markup:
    """One element of ours round escaped words, in the page's block."""
    return Markup('<div class="am"><{0}>{1}</{0}></div>').format(Markup(html_tag), escape(clean(text)))  # noqa: S704

"""The digest as an HTML mail: one column of 600 px, inline styles, no images, nothing from elsewhere."""

from dashboard.digest.build import Digest
from dashboard.digest.editors import touches
from dashboard.digest.lines import basis
from dashboard.digest.speech import speech
from dashboard.mail.links import Links
from dashboard.views.page import render


def html(digest: Digest, links: Links) -> str:
    """The same digest gives the same bytes. Words of sources are cleaned and escaped by the template engine."""
    say = speech(digest.language)
    drawn = render(
        "digest.html",
        say,
        digest=digest,
        links=links,
        say=say.say,
        plain=digest.profile == "editors",
        dated=any(section.name == "closing" for section in digest.sections),
        touches=lambda item: touches(item, say),
        basis=lambda note: basis(note, say),
    )
    return str(drawn).lstrip()

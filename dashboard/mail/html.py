"""The digest as an HTML mail: one column of 600 px, inline styles, no images, nothing from elsewhere."""

from dashboard.mail.digest import Digest
from dashboard.mail.editors import touches
from dashboard.mail.items import basis
from dashboard.mail.links import Links
from dashboard.mail.speech import speech
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

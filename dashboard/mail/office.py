"""Open what sending needs from the settings: the ledger, the mail server, the sender; or say in one sentence what lacks."""

from crawlers.fault import Fault
from crawlers.settings import setting
from dashboard.mail.message import Sender
from dashboard.mail.planning import Post
from dashboard.mail.smtp import server
from dashboard.mail.store import open_store
from dashboard.mail.tokens import secret


def open_office() -> Post:
    """Raises Fault naming the setting that is missing."""
    for name in ("AMICUS_SMTP", "AMICUS_MAIL_FROM"):
        if not setting(name):
            raise Fault(f"{name} is not set: digests cannot be sent without it; see docs/mail.md")
    sender = Sender(address=setting("AMICUS_MAIL_FROM"), site=setting("AMICUS_SITE"))
    if not sender.host:
        raise Fault("AMICUS_MAIL_FROM: write one mail address, e.g. digest@example.org")
    return Post(open_store(), server(setting("AMICUS_SMTP"), setting("AMICUS_SMTP_CA")), sender, secret())

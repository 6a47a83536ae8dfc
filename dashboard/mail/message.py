"""The mail itself: text, HTML and calendar in one message, with the headers that let a reader stop it in one click."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from crawlers.matter import Struct
from dashboard.digest.sentences import said
from dashboard.mail.links import Links

SUBJECT = 140


class Sender(Struct, frozen=True, kw_only=True):
    """Who sends: an address, and the site that the links lead to."""

    address: str
    site: str
    name: str = "Amicus"

    @property
    def host(self) -> str:
        return self.address.partition("@")[2]


class Parts(Struct, frozen=True, kw_only=True):
    """What a mail says, drawn. `id` makes its Message-ID: the same mail has the same one for ever."""

    id: str
    to: str
    subject: str
    text: str
    html: str = ""
    calendar: bytes = b""
    sent: str = ""


def message(parts: Parts, sender: Sender, links: Links) -> bytes:
    """The same parts give the same bytes; no header can be broken by words of a source."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(sender.name, addr_spec=sender.address)
    mail["To"] = Address(addr_spec=parts.to)
    mail["Subject"] = said(parts.subject, SUBJECT)
    mail["Date"] = datetime.fromisoformat(parts.sent)
    mail["Message-ID"] = f"<{parts.id}@{sender.host}>"
    mail["List-Id"] = f"Amicus digest <digest.{sender.host}>"
    mail["Auto-Submitted"] = "auto-generated"
    if links.stop:
        mail["List-Unsubscribe"] = f"<{links.stop}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(parts.text, cte="quoted-printable")
    if parts.html:
        mail.add_alternative(parts.html, subtype="html", cte="quoted-printable")
    if parts.calendar:
        mail.add_attachment(parts.calendar, maintype="text", subtype="calendar", filename="amicus.ics")
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{parts.id.replace('.', '_')[:50]}_{number}")
    return mail.as_bytes()

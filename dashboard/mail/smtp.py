"""Hand mails to a mail server: encrypted where it can, logged in where asked, never waiting for ever."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from crawlers.fault import Fault

GOODBYE = 421
TIMEOUT = 30  # seconds: a server that says nothing for so long is not asked again in this run


class NotSent(Fault):
    """The server could not be reached or gave up; what was not handed over is tried in the next run."""


class Refused(Fault):
    """The server does not take this one mail."""


class Deferred(Fault):
    """The server does not take this one mail just now."""


class Server(NamedTuple):
    """From smtp://user:password@host:port (STARTTLS where offered), smtps:// (TLS from the start)."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    must_encrypt: bool
    authority: str


def server(url: str, authority: str = "") -> Server:
    """`?tls=optional` allows a server without encryption, e.g. on this machine. Raises Fault."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise Fault("AMICUS_SMTP: write smtp://user:password@host:587 or smtps://user:password@host:465")
    tls = parts.scheme == "smtps"
    loose = parts.query == "tls=optional"
    port = parts.port or (465 if tls else 587)
    return Server(
        parts.hostname, port, unquote(parts.username or ""), unquote(parts.password or ""), tls, not loose, authority
    )


@contextmanager
def connected(where: Server) -> Iterator[smtplib.SMTP]:
    """Raises NotSent in one sentence, without the password."""
    try:
        client = _connect(where)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"mail server {where.host}:{where.port}: {_short(error)}") from error
    try:
        yield client
    finally:
        try:
            client.quit()
        except (OSError, smtplib.SMTPException):
            client.close()


def _connect(where: Server) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=where.authority or None)
    if where.tls:
        client: smtplib.SMTP = smtplib.SMTP_SSL(where.host, where.port, timeout=TIMEOUT, context=context)
    else:
        client = smtplib.SMTP(where.host, where.port, timeout=TIMEOUT)
    try:
        _greet(client, where, context)
    except (OSError, smtplib.SMTPException):
        client.close()
        raise
    return client


def _greet(client: smtplib.SMTP, where: Server, context: ssl.SSLContext) -> None:
    """Encrypt where that did not come first, then log in."""
    client.ehlo()
    if not where.tls and client.has_extn("starttls"):
        client.starttls(context=context)
    elif not where.tls and where.must_encrypt:
        raise smtplib.SMTPException("it offers no encryption; add ?tls=optional to allow that")
    if where.user:
        client.login(where.user, where.password)


def hand_over(client: smtplib.SMTP, sender: str, to: str, body: bytes) -> None:
    """Raises Refused or Deferred for this one mail, NotSent when the server itself fails."""
    try:
        client.sendmail(sender, [to], body)
    except smtplib.SMTPRecipientsRefused as error:
        raise _ended(*next(iter(error.recipients.values()))) from error
    except smtplib.SMTPDataError as error:
        raise _ended(error.smtp_code, error.smtp_error) from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(_short(error)) from error


def _ended(code: int, said: bytes | str) -> Fault:
    """421 is the server's farewell to everybody; other codes are about the one mail: 5xx for ever, 4xx just now."""
    words = f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    return NotSent(words) if code == GOODBYE else Refused(words) if code >= 500 else Deferred(words)


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

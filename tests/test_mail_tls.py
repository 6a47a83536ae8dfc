"""Mail over TLS: only to a server whose certificate is known."""

import datetime as dt
import socket
import ssl
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from dashboard.mail.smtp import NotSent, connected, hand_over, server
from tests.test_mail import Box


class Secure(NamedTuple):
    box: Box
    port: int
    authority: str


def certificate(folder: Path) -> tuple[str, str]:
    """A certificate for this machine, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "cert.pem", folder / "key.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    private.write_bytes(key.private_bytes(*form))
    return str(public), str(private)


def authenticate(_server: object, _session: object, _envelope: object, _way: str, data: LoginPassword) -> AuthResult:
    """Not handled: the server says 535 by itself when it was no success."""
    return AuthResult(success=(data.login, data.password) == (b"me", b"p:w"), handled=False)


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Secure]:
    public, private = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Box()
    controller = Controller(
        box, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, authenticator=authenticate
    )
    controller.start()
    yield Secure(box, port, public)
    controller.stop()


def test_a_mail_goes_out_encrypted_and_logged_in(secure: Secure) -> None:
    where = server(f"smtp://me:p%3Aw@127.0.0.1:{secure.port}", secure.authority)
    with connected(where) as client:
        hand_over(client, "a@amicus.example", "b@example.org", b"Subject: x\r\n\r\ny")
    assert [to for to, _ in secure.box.got] == ["b@example.org"]


def test_a_server_that_nobody_vouches_for_gets_nothing(secure: Secure) -> None:
    with (
        pytest.raises(NotSent, match="certificate"),
        connected(server(f"smtp://me:p%3Aw@127.0.0.1:{secure.port}")),
    ):
        pass
    assert secure.box.got == []


def test_a_wrong_password_is_one_sentence_without_it(secure: Secure) -> None:
    where = server(f"smtp://me:wrongsecret@127.0.0.1:{secure.port}", secure.authority)
    with pytest.raises(NotSent) as told, connected(where):
        pass
    assert "wrongsecret" not in str(told.value)

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

from dashboard.mail.planning import Post
from dashboard.mail.sending import send
from dashboard.mail.smtp import NotSent, connected, hand_over, server
from dashboard.mail.store import open_store
from tests.test_mail import NOW, SECRET, SENDER, Box, subscriber, weeks

pytestmark = pytest.mark.process


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


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Encrypted(Controller):
    """Speaks TLS from the first byte; to know that it runs it calls itself once, as a client that asks for no name."""

    def _trigger_server(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection((self.hostname, self.port), 5) as plain, context.wrap_socket(plain) as calling:
            calling.recv(1024)


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Secure]:
    public, private = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    box, port = Box(), free_port()
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


def test_a_mail_goes_out_where_tls_comes_from_the_start(tmp_path: Path) -> None:
    public, private = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    box, port = Box(), free_port()
    controller = Encrypted(box, hostname="127.0.0.1", port=port, ssl_context=context)
    controller.start()
    with connected(server(f"smtps://127.0.0.1:{port}", public)) as client:
        hand_over(client, "a@amicus.example", "b@example.org", b"Subject: x\r\n\r\ny")
    controller.stop()
    assert [to for to, _ in box.got] == ["b@example.org"]


def test_a_whole_run_of_mails_goes_out_over_tls(
    secure: Secure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    monkeypatch.delenv("AMICUS_RECORDS", raising=False)
    store = open_store()
    for number in range(5):
        subscriber(store, f"r{number}@example.org")
    where = server(f"smtp://me:p%3Aw@127.0.0.1:{secure.port}", secure.authority)
    assert send(Post(store, where, SENDER, SECRET), weeks, NOW).sent == 5
    assert len(set(secure.box.names())) == 5


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

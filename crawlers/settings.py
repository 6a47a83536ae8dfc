"""Every setting comes from the environment and is listed here; README shows the same table, held by a test."""

import os
from pathlib import Path
from typing import NamedTuple


class Setting(NamedTuple):
    name: str
    default: str
    says: str


SETTINGS = (
    Setting("AMICUS_HOME", "", "folder of all data; empty: the user data folder of the system"),
    Setting("AMICUS_RECORDS", "", "database of records; empty: SQLite in AMICUS_HOME; or postgresql://…"),
    Setting("AMICUS_SEARCH", "", "search engine; empty: embedded, in AMICUS_HOME; or http(s)://…:9200"),
    Setting("AMICUS_SEARCH_KEY", "", "API key, or user:password, of the Elasticsearch cluster"),
    Setting("AMICUS_SEARCH_CA", "", "file with the certificate authority of the Elasticsearch cluster"),
    Setting("AMICUS_CONTACT", "", "mail or web address put into the user agent, so that a source can reach you"),
    Setting(
        "AMICUS_ARCHIVE_DAYS",
        "",
        "days that archived answers are kept; what a record rests on stays for ever; empty: all stay",
    ),
    Setting("AMICUS_OFFLINE", "", "1: contact nobody"),
    Setting("AMICUS_LOOPBACK", "", "1: sources may be on this machine (for tests)"),
    Setting(
        "AMICUS_SITE",
        "http://127.0.0.1:8501",
        "address of the dashboard as readers reach it, for links in mails and feeds",
    ),
    Setting("AMICUS_HOST", "127.0.0.1", "address that `amicus serve` listens on; beyond this machine nobody writes"),
    Setting(
        "AMICUS_USER_HEADER",
        "",
        "header in which a reverse proxy says who is signed in, e.g. X-Forwarded-User: these people may read and write"
        " private words; the proxy must drop this header when a client sends it",
    ),
    Setting("AMICUS_PROXIES", "127.0.0.1,::1", "addresses or networks of the proxies whose AMICUS_USER_HEADER counts"),
    Setting(
        "AMICUS_SMTP",
        "",
        "mail server: smtp://user:password@host:587 or smtps://…:465; ?tls=optional for one on this machine",
    ),
    Setting("AMICUS_SMTP_CA", "", "file with the certificate authority of the mail server"),
    Setting("AMICUS_MAIL_FROM", "", "address that digests come from"),
    Setting("AMICUS_TODAY", "", "a day (YYYY-MM-DD) taken for today, to reproduce what was shown on it"),
)


def setting(name: str) -> str:
    """Raises KeyError for a name that is not in the list."""
    return os.environ.get(name) or {known.name: known.default for known in SETTINGS}[name]


def on(name: str) -> bool:
    return setting(name).lower() in {"1", "true", "yes", "on"}


def home() -> Path:
    """The data folder, made on first use, readable by its owner alone."""
    import platformdirs

    folder = Path(setting("AMICUS_HOME") or platformdirs.user_data_dir("amicus"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def key(name: str) -> str:
    """A source's key from the environment; empty when it is not set."""
    return os.environ.get(name, "")

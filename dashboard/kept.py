"""One private thing as people write it, for those who draw it: nothing here opens the file that it is kept in."""

from crawlers.matter import Struct


class Kept(Struct, frozen=True, kw_only=True):
    """One thing written: of a kind, about a subject (a folder, a matter, a tag), by a role, at an instant (UTC, Z)."""

    kind: str
    subject: str
    role: str
    at: str
    body: dict[str, str]

"""What people here write for themselves: folders, notes, positions, decisions, reviews. Private, and exported only where a person published it.

Nothing is written over: the newest word on a subject counts, earlier ones are its history. Roles are kept, not names.
"""

from functools import cache

import msgspec

from dashboard.kept import Kept
from dashboard.views.text import short
from index.private import Leaf, Private, open_private

LONGEST = 20_000


@cache
def shelves() -> Private:
    return open_private()


def keep(one: Kept) -> None:
    """Words are cut at 20,000 characters."""
    body = {name: short(words, LONGEST) for name, words in one.body.items()}
    cut = msgspec.structs.replace(one, subject=short(one.subject, 400), role=short(one.role, 80), body=body)
    number = len(shelves().shelf(one.kind))
    leaf = Leaf(shelf=one.kind, name=f"{number:08}", body=msgspec.json.encode(cut).decode(), changed=one.at)
    shelves().keep(leaf)


def kept(kind: str, subject: str = "") -> list[Kept]:
    """Oldest first; of one subject or of all."""
    found = [msgspec.json.decode(leaf.body, type=Kept) for leaf in shelves().shelf(kind)]
    return [one for one in found if subject in {"", one.subject}]


def newest(kind: str) -> dict[str, Kept]:
    """The last word on each subject."""
    return {one.subject: one for one in kept(kind)}

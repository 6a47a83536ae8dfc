"""How a matter is stored: its words apart from the rest, compressed, named by their hash."""

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from crawlers.fault import Fault
from crawlers.matter import Citation, Matter, Provision, from_json, to_json

_provisions = msgspec.json.Decoder(tuple[Provision, ...])
_encode = msgspec.json.Encoder().encode


# characters of an id, and of a jurisdiction, that every database takes, in an index too
LONGEST, PLACE = 500, 32


class Unfit(Fault):
    """A matter that not every database could hold; nothing of its batch is kept."""


class Damaged(Fault):
    """The record of one matter cannot be read; the others can."""


def fits(id: str) -> bool:
    """PostgreSQL takes no NUL, no half of a pair of characters, and indexes no endless words; so SQLite does not either."""
    return len(id) <= LONGEST and "\0" not in id and not any("\ud800" <= sign <= "\udfff" for sign in id)


def plain(matter: Matter) -> bytes:
    """All of it as one line of JSON. Raises Unfit."""
    unfit = next((id for id in (matter.id, *matter.aliases) if not fits(id)), None)
    if unfit is not None:
        raise Unfit(f"the id {unfit[:80]!r} cannot be kept: it is too long or has characters that no text has")
    if len(matter.jurisdiction) > PLACE or not fits(matter.jurisdiction):
        raise Unfit(
            f"{matter.id}: the jurisdiction {matter.jurisdiction[:80]!r} cannot be kept: it is no code of a place"
        )
    try:
        return to_json(matter)
    except UnicodeEncodeError as error:
        raise Unfit(f"{matter.id} cannot be kept: it has half a character ({error.object[error.start]!r})") from error


class Stored(NamedTuple):
    """`body` and `texts` as their columns hold them; `words` maps hashes to compressed provisions."""

    body: bytes
    texts: str
    words: dict[str, bytes]


def pack(matter: Matter) -> Stored:
    words: dict[str, bytes] = {}
    hashes = []
    for text in matter.texts:
        plain = _encode(text.provisions)
        hashes.append(hashlib.sha256(plain).hexdigest())
        words.setdefault(hashes[-1], plain)
    bare = tuple(msgspec.structs.replace(text, provisions=()) for text in matter.texts)
    body = zlib.compress(to_json(msgspec.structs.replace(matter, texts=bare)), 6)
    return Stored(body, " ".join(hashes), {name: zlib.compress(plain, 6) for name, plain in words.items()})


def unpack(id: str, body: bytes, hashes: list[str], words: dict[str, bytes]) -> Matter:
    """Raises Damaged."""
    with _whole(id):
        matter = from_json(zlib.decompress(body))
        texts = tuple(
            msgspec.structs.replace(text, provisions=_provisions.decode(zlib.decompress(words[name])))
            for text, name in zip(matter.texts, hashes, strict=True)
        )
    return msgspec.structs.replace(matter, texts=texts)


def card(matter: Matter) -> bytes:
    """The matter for lists: without its words, its norms without the reasons for them, of citations only what they name."""
    bare = tuple(msgspec.structs.replace(text, provisions=()) for text in matter.texts)
    norms = tuple(msgspec.structs.replace(norm, evidence=(), quote="", action="") for norm in matter.norms if norm.duty)
    topics = tuple(msgspec.structs.replace(tag, evidence=()) for tag in matter.topics)
    cites = {
        cited.target: Citation(text="", provision="", start=0, end=0, quote="", target=cited.target)
        for cited in matter.citations
    }
    light = msgspec.structs.replace(matter, texts=bare, norms=norms, topics=topics, citations=tuple(cites.values()))
    return zlib.compress(to_json(light), 1)


def read_card(id: str, stored: bytes) -> Matter:
    """Raises Damaged."""
    with _whole(id):
        return from_json(zlib.decompress(stored))


@contextmanager
def _whole(id: str) -> Iterator[None]:
    try:
        yield
    except (zlib.error, msgspec.MsgspecError, KeyError, ValueError) as error:
        raise Damaged(
            f"the record of {id} cannot be read ({error}); restore a backup with `amicus backup FILE --restore`, or"
            " update Amicus if a newer one wrote it"
        ) from error

"""The tables of the records, the same on SQLite and PostgreSQL; instants are UTC text with Z."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()
_number = BigInteger().with_variant(Integer, "sqlite")

# words of a version, stored once whoever holds them: compressed JSON of its provisions by the hash of that JSON
text = Table(
    "text", metadata, Column("hash", String(64), primary_key=True), Column("body", LargeBinary, nullable=False)
)

# append-only: what a matter was from the moment we learned it; `body` without provisions, `texts` their hashes in order
revision = Table(
    "revision",
    metadata,
    Column("number", _number, primary_key=True, autoincrement=True),
    Column("matter", Text, nullable=False),
    Column("learned", String(32), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("texts", Text, nullable=False),
    Column("gone", Boolean, nullable=False),
    Index("revision_matter", "matter", "number"),
    Index("revision_learned", "learned"),
)

# the newest revision of each matter, for lists; made from `revision`
current = Table(
    "current",
    metadata,
    Column("matter", Text, primary_key=True),
    Column("number", _number, nullable=False, index=True),
    Column("jurisdiction", String(32), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("next_day", String(10), nullable=False, index=True),
    Column("card", LargeBinary, nullable=False),
)

alias = Table("alias", metadata, Column("alias", Text, primary_key=True), Column("matter", Text, nullable=False))

change = Table(
    "change",
    metadata,
    Column("number", _number, primary_key=True, autoincrement=True),
    Column("revision", _number, nullable=False, index=True),
    Column("matter", Text, nullable=False, index=True),
    Column("jurisdiction", String(32), nullable=False),
    Column("learned", String(32), nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)

# what each official source last said of a matter; made when it speaks
said = Table(
    "said",
    metadata,
    Column("matter", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# append-only: which reading gave a fact that is new in a revision
origin = Table(
    "origin",
    metadata,
    Column("number", _number, primary_key=True, autoincrement=True),
    Column("matter", Text, nullable=False, index=True),
    Column("learned", String(32), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

run = Table(
    "run",
    metadata,
    Column("number", _number, primary_key=True, autoincrement=True),
    Column("source", Text, nullable=False, index=True),
    Column("ended", String(32), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

"""The first tables: texts, revisions, what is current, aliases, changes, runs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _history()
    _lists()


def _history() -> None:
    op.create_table(
        "text",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "revision",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("matter", sa.Text, nullable=False),
        sa.Column("learned", sa.String(32), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("texts", sa.Text, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False),
    )
    op.create_index("revision_matter", "revision", ["matter", "number"])
    op.create_index("revision_learned", "revision", ["learned"])


def _lists() -> None:
    op.create_table(
        "current",
        sa.Column("matter", sa.Text, primary_key=True),
        sa.Column("number", number, nullable=False, index=True),
        sa.Column("jurisdiction", sa.String(32), nullable=False, index=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("next_day", sa.String(10), nullable=False, index=True),
        sa.Column("card", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "alias",
        sa.Column("alias", sa.Text, primary_key=True),
        sa.Column("matter", sa.Text, nullable=False),
    )
    op.create_table(
        "change",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("revision", number, nullable=False, index=True),
        sa.Column("matter", sa.Text, nullable=False, index=True),
        sa.Column("jurisdiction", sa.String(32), nullable=False),
        sa.Column("learned", sa.String(32), nullable=False, index=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "run",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("source", sa.Text, nullable=False, index=True),
        sa.Column("ended", sa.String(32), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )

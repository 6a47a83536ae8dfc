"""Where the facts of each matter come from, one row a fact and source."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "origin",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("matter", sa.Text, nullable=False, index=True),
        sa.Column("learned", sa.String(32), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )

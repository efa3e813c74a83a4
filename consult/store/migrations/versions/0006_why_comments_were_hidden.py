"""Why a comment was hidden stays in the record of what organisers did, for as long as the comment is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

QUOTED = ("hidden_comments.comment_id", "hidden_comments.reason", "audit.comment_id", "audit.reason")
"""What PostgreSQL's statistics would quote, and go on quoting after a row is gone."""


def upgrade() -> None:
    """Go to this version."""
    op.add_column("audit", sa.Column("comment_id", sa.LargeBinary(16)))
    op.add_column("audit", sa.Column("reason", sa.String(200), nullable=False, server_default=""))
    quote(0)


def downgrade() -> None:
    """Go back to the version before. The reasons of comments that are shown again are lost."""
    quote(-1)
    op.drop_column("audit", "reason")
    op.drop_column("audit", "comment_id")


def quote(how_many: int) -> None:
    """Let statistics quote this many values of each column; -1 stands for as many as usual."""
    if op.get_bind().dialect.name == "postgresql":
        for column in QUOTED:
            table, name = column.split(".")
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {name} SET STATISTICS {how_many}")

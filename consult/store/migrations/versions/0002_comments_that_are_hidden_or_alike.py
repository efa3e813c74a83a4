"""Comments that organisers hide, and groups of comments that say nearly the same."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""
    op.create_table(
        "hidden_comments",
        sa.Column("comment_id", sa.LargeBinary(16), primary_key=True),
        of_campaign(),
        sa.Column("reason", sa.String(200), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_hidden_comments_campaign_id", "hidden_comments", ["campaign_id"])
    op.create_table(
        "likenesses",
        of_campaign(primary_key=True),
        sa.Column("question", sa.String(60), primary_key=True),
        sa.Column("place", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("example", sa.LargeBinary(16), nullable=False),
        sa.Column("how_many", sa.Integer, nullable=False),
        sa.Column("same", sa.Integer, nullable=False),
        sa.Column("key_sum", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def of_campaign(*, primary_key: bool = False) -> sa.Column[int]:
    """Return the column that says to which campaign a row belongs."""
    key = sa.ForeignKey("campaigns.id")
    return sa.Column("campaign_id", sa.Integer, key, nullable=False, primary_key=primary_key)


def downgrade() -> None:
    """Go back to the version before."""
    op.drop_table("likenesses")
    op.drop_table("hidden_comments")

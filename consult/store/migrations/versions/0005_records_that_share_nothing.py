"""Records that share nothing, comments of words alone, and sealed tallies.

The record of a person's answer no longer holds their coarse facts, its record key or the version of the pack. What
was there before cannot be brought over: only a receipt could seal the facts, and to keep them in plain is what this
puts an end to. So answers that wait or were released under the first tables are DELETED, with their tallies, and
people may share again. Those tables were never part of a published version. Drafts, campaigns and accounts stay.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

RANDOM_ID = sa.LargeBinary(16)
PACK_ID = sa.String(60)
SEALED = sa.LargeBinary


def upgrade() -> None:
    """Go to this version."""
    forget()
    make("records", of_question(), sa.Column("option", PACK_ID, nullable=False), sa.Column("sealed", SEALED))
    make("comments", of_question(), text())
    op.create_index("ix_comments_campaign_id_question_id", "comments", ["campaign_id", "question", "id"])
    make("tallies", [of_campaign(primary_key=True)], sa.Column("sealed", SEALED, nullable=False))
    if op.get_bind().dialect.name == "postgresql":
        # Its statistics quote what the columns hold, and go on doing so after a row is gone.
        for column in ("comments.text", "comments.id", "records.id", "records.sealed", "inbox.withdrawal"):
            table, name = column.split(".")
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {name} SET STATISTICS 0")
        op.execute("ALTER TABLE records ALTER COLUMN sealed SET STORAGE EXTERNAL")
        op.execute("ALTER TABLE tallies ALTER COLUMN sealed SET STORAGE EXTERNAL")


def downgrade() -> None:
    """Go back to the version before."""
    forget()
    make(
        "records",
        of_question(),
        sa.Column("option", PACK_ID, nullable=False),
        sa.Column("attributes", sa.Text, nullable=False),
        sa.Column("record_key", sa.SmallInteger, nullable=False),
        pack_version(),
    )
    make("comments", of_question(), text(), language(), pack_version())
    op.create_index("ix_comments_campaign_id_question_id", "comments", ["campaign_id", "question", "id"])
    names = [sa.Column(name, PACK_ID, primary_key=True) for name in ("question", "option", "attribute", "value")]
    count = sa.Column("count", sa.Integer, nullable=False)
    make("tallies", [of_campaign(primary_key=True), *names], count, sa.Column("key_sum", sa.BigInteger, nullable=False))


def forget() -> None:
    """Delete all answers that wait or were released, and the tables that change."""
    for table in ("tallies", "comments", "records"):
        op.drop_table(table)
    for table in ("inbox", "releases", "hidden_comments", "likenesses"):
        op.execute(f"DELETE FROM {table}")


def make(table: str, key: list[sa.Column[Any]], *columns: sa.Column[Any]) -> None:
    """Make a table without row ids."""
    op.create_table(table, *key, *columns, sqlite_with_rowid=False)


def of_question() -> list[sa.Column[Any]]:
    """Return the columns that records and comments have in common."""
    return [
        sa.Column("id", RANDOM_ID, primary_key=True),
        of_campaign(),
        sa.Column("question", PACK_ID, nullable=False),
    ]


def text() -> sa.Column[str]:
    """Return the column of what somebody wrote."""
    return sa.Column("text", sa.Text, nullable=False)


def language() -> sa.Column[str]:
    """Return the column that named the language of a comment."""
    return sa.Column("language", sa.String(35), nullable=False)


def pack_version() -> sa.Column[int]:
    """Return the column that named the version of the pack."""
    return sa.Column("pack_version", sa.Integer, nullable=False)


def of_campaign(*, primary_key: bool = False) -> sa.Column[int]:
    """Return the column that says to which campaign a row belongs."""
    key = sa.ForeignKey("campaigns.id")
    return sa.Column("campaign_id", sa.Integer, key, nullable=False, primary_key=primary_key)

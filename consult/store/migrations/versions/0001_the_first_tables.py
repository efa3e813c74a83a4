"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

HASH = sa.LargeBinary(32)
RANDOM_ID = sa.LargeBinary(16)
PACK_ID = sa.String(60)


def upgrade() -> None:
    """Go to this version."""
    organisers_side()
    residents_side()
    op.create_table(
        "chores",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("done_on", sa.Date, nullable=False),
    )


def organisers_side() -> None:
    """Make the tables of campaigns, accounts and what was done with them."""
    op.create_table(
        "campaigns",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("slug", PACK_ID, nullable=False, unique=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("pack_id", PACK_ID, nullable=False),
        sa.Column("erased_on", sa.Date),
    )
    op.create_table(
        "organisers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("email", sa.String(255), nullable=False, unique=True),
        sa.Column("password", sa.String(255)),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("fs_uniquifier", sa.String(64), nullable=False, unique=True),
        sa.Column("tf_primary_method", sa.String(64)),
        sa.Column("tf_totp_secret", sa.String(255)),
        sa.Column("mf_recovery_codes", sa.UnicodeText),
    )
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("description", sa.String(255)),
    )
    op.create_table("organisers_roles", belonging("organiser"), belonging("role"))
    op.create_table("organisers_campaigns", belonging("organiser"), belonging("campaign"))
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("organiser_id", sa.Integer, sa.ForeignKey("organisers.id", ondelete="SET NULL")),
        sa.Column("campaign_id", sa.Integer, sa.ForeignKey("campaigns.id", ondelete="SET NULL")),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )
    op.create_index("ix_audit_campaign_id", "audit", ["campaign_id"])
    op.create_index("ix_audit_day", "audit", ["day"])


def residents_side() -> None:
    """Make the tables of drafts, of what waits, and of what was released."""
    op.create_table(
        "drafts",
        sa.Column("lookup", HASH, primary_key=True),
        sa.Column("ciphertext", sa.LargeBinary, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_drafts_expires_on", "drafts", ["expires_on"])
    op.create_table(
        "inbox",
        sa.Column("withdrawal", HASH, primary_key=True),
        of_campaign(),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_inbox_campaign_id", "inbox", ["campaign_id"])
    if op.get_bind().dialect.name == "postgresql":
        # Ciphertext does not get smaller: PostgreSQL need not try.
        op.execute("ALTER TABLE drafts ALTER COLUMN ciphertext SET STORAGE EXTERNAL")
        op.execute("ALTER TABLE inbox ALTER COLUMN payload SET STORAGE EXTERNAL")
    released()


def released() -> None:
    """Make the tables that a release fills."""
    op.create_table(
        "records",
        sa.Column("id", RANDOM_ID, primary_key=True),
        of_campaign(),
        sa.Column("question", PACK_ID, nullable=False),
        sa.Column("option", PACK_ID, nullable=False),
        sa.Column("attributes", sa.Text, nullable=False),
        sa.Column("record_key", sa.SmallInteger, nullable=False),
        sa.Column("pack_version", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "comments",
        sa.Column("id", RANDOM_ID, primary_key=True),
        of_campaign(),
        sa.Column("question", PACK_ID, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("pack_version", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_comments_campaign_id_question_id", "comments", ["campaign_id", "question", "id"])
    op.create_table(
        "tallies",
        of_campaign(primary_key=True),
        sa.Column("question", PACK_ID, primary_key=True),
        sa.Column("option", PACK_ID, primary_key=True),
        sa.Column("attribute", PACK_ID, primary_key=True),
        sa.Column("value", PACK_ID, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("key_sum", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "releases",
        of_campaign(primary_key=True),
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("how_many", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def of_campaign(*, primary_key: bool = False) -> sa.Column[int]:
    """Return the column that says to which campaign a row belongs."""
    return sa.Column("campaign_id", sa.Integer, sa.ForeignKey("campaigns.id"), nullable=False, primary_key=primary_key)


def belonging(to: str) -> sa.Column[int]:
    """Return one side of a table that ties organisers to something."""
    key = sa.ForeignKey(f"{to}s.id", ondelete="CASCADE")
    return sa.Column(f"{to}_id", sa.Integer, key, primary_key=True)


def downgrade() -> None:
    """Go back to the version before."""
    for table in ("releases", "tallies", "comments", "records", "inbox", "drafts"):
        op.drop_table(table)
    for table in ("chores", "audit", "organisers_campaigns", "organisers_roles", "roles", "organisers", "campaigns"):
        op.drop_table(table)

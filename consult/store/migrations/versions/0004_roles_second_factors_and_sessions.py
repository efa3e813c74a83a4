"""What an organiser's account has: a role, a second factor, recovery codes, sessions and a link to join with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

HASH = sa.LargeBinary(32)
NEVER_USED = ("tf_primary_method", "tf_totp_secret", "mf_recovery_codes")


def upgrade() -> None:
    """Go to this version. Whoever had an account is an organiser."""
    op.drop_table("organisers_roles")
    op.drop_table("roles")
    # Columns are changed in place: making this table anew would, on SQLite, take everybody's campaigns with it.
    for name in NEVER_USED:
        op.drop_column("organisers", name)
    op.add_column("organisers", sa.Column("role", sa.String(20), nullable=False, server_default="organiser"))
    op.add_column("organisers", sa.Column("totp_secret", sa.LargeBinary))
    op.add_column("organisers", sa.Column("totp_step", sa.Integer, nullable=False, server_default="0"))
    op.add_column("organisers", sa.Column("totp_misses", sa.Integer, nullable=False, server_default="0"))
    signing_in()
    audit()


def signing_in() -> None:
    """Make the tables that signing in needs."""
    op.create_table("recovery_codes", sa.Column("code_hash", HASH, primary_key=True), of_organiser())
    op.create_index("ix_recovery_codes_organiser_id", "recovery_codes", ["organiser_id"])
    op.create_table(
        "sign_ins",
        sa.Column("session_hash", HASH, primary_key=True),
        of_organiser(),
        sa.Column("began_on", sa.Date, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
    )
    op.create_index("ix_sign_ins_organiser_id", "sign_ins", ["organiser_id"])
    op.create_index("ix_sign_ins_expires_on", "sign_ins", ["expires_on"])
    op.create_table(
        "joining_links",
        of_organiser(primary_key=True),
        sa.Column("token_hash", HASH, nullable=False, unique=True),
        sa.Column("expires_on", sa.Date, nullable=False),
    )
    op.create_index("ix_joining_links_expires_on", "joining_links", ["expires_on"])
    op.create_table(
        "refused_sign_ins",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("how_many", sa.Integer, nullable=False),
    )


def audit() -> None:
    """Let the audit keep addresses instead of accounts, which may be gone before the year is over."""
    op.execute(
        "CREATE TEMPORARY TABLE acted AS SELECT audit.id AS id, organisers.email AS email "
        "FROM audit JOIN organisers ON organisers.id = audit.organiser_id"
    )
    with op.batch_alter_table("audit") as table:
        table.drop_column("organiser_id")
    for name in ("who", "about"):
        op.add_column("audit", sa.Column(name, sa.String(255), nullable=False, server_default=""))
    op.execute("UPDATE audit SET who = coalesce((SELECT email FROM acted WHERE acted.id = audit.id), '')")
    op.execute("DROP TABLE acted")
    op.create_index("ix_audit_who", "audit", ["who"])


def of_organiser(*, primary_key: bool = False) -> sa.Column[int]:
    """Return the column that says whose a row is."""
    key = sa.ForeignKey("organisers.id", ondelete="CASCADE")
    return sa.Column("organiser_id", sa.Integer, key, nullable=False, primary_key=primary_key, autoincrement=False)


def downgrade() -> None:
    """Go back to the version before. Who did what is lost."""
    op.drop_index("ix_audit_who", "audit")
    with op.batch_alter_table("audit") as table:
        table.drop_column("who")
        table.drop_column("about")
        table.add_column(sa.Column("organiser_id", sa.Integer, sa.ForeignKey("organisers.id", ondelete="SET NULL")))
    for name in ("refused_sign_ins", "joining_links", "sign_ins", "recovery_codes"):
        op.drop_table(name)
    for name in ("totp_misses", "totp_step", "totp_secret", "role"):
        op.drop_column("organisers", name)
    op.add_column("organisers", sa.Column("tf_primary_method", sa.String(64)))
    op.add_column("organisers", sa.Column("tf_totp_secret", sa.String(255)))
    op.add_column("organisers", sa.Column("mf_recovery_codes", sa.UnicodeText))
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("description", sa.String(255)),
    )
    op.create_table("organisers_roles", belonging("organiser"), belonging("role"))


def belonging(to: str) -> sa.Column[int]:
    """Return one side of a table that ties organisers to something."""
    key = sa.ForeignKey(f"{to}s.id", ondelete="CASCADE")
    return sa.Column(f"{to}_id", sa.Integer, key, primary_key=True)

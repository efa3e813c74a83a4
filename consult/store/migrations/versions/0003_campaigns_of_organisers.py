"""What organisers say and choose about their campaigns."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NOTHING = sa.text("''")


def columns() -> list[sa.Column[Any]]:
    """Return the columns. What is there already is open, says nothing, and shows everything."""
    said = [
        sa.Column(name, kind, nullable=False, server_default=default)
        for name, kind, default in (
            ("state", sa.String(10), "open"),
            ("version", sa.Integer(), "1"),
            ("language", sa.String(35), "en"),
            ("organiser", sa.String(100), NOTHING),
            ("contact", sa.String(200), NOTHING),
            ("introduction", sa.Text(), NOTHING),
            ("privacy", sa.Text(), NOTHING),
            ("route", sa.Text(), NOTHING),
            ("leftover", sa.String(10), "discard"),
        )
    ]
    days = [sa.Column(name, sa.Date()) for name in ("opens_on", "closes_on", "settled_on")]
    return [*said, sa.Column("guides", sa.Text()), *days]


def upgrade() -> None:
    """Go to this version."""
    for column in columns():
        op.add_column("campaigns", column)


def downgrade() -> None:
    """Go back to the version before."""
    for column in columns():
        op.drop_column("campaigns", column.name)

"""What the store keeps about its own housekeeping."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from consult.store.models.base import Base


class Chore(Base):
    """The last day on which a daily chore was done."""

    __tablename__ = "chores"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    done_on: Mapped[date] = mapped_column(Date)

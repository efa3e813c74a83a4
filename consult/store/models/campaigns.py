"""Campaigns: what they are called, what the organiser chose, and whose they are. Nothing about residents."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from consult.store.models.base import Base

NOTHING = text("''")
"""The default of a text: an empty one."""

organisers_campaigns = Table(
    "organisers_campaigns",
    Base.metadata,
    Column("organiser_id", ForeignKey("organisers.id", ondelete="CASCADE"), primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
)


class CampaignRow(Base):
    """One gathering of answers to one pack, and what its organisers say and choose about it.

    `guides` and `route` are ids of questions parted by spaces; no `guides` stands for all of them. `settled_on` is
    the day on which what waited was seen to at the end, `erased_on` that on which the answers were erased for good.
    """

    __tablename__ = "campaigns"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    pack_id: Mapped[str] = mapped_column(String(60))
    erased_on: Mapped[date | None] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(10), server_default="open")
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    language: Mapped[str] = mapped_column(String(35), server_default="en")
    organiser: Mapped[str] = mapped_column(String(100), server_default=NOTHING)
    contact: Mapped[str] = mapped_column(String(200), server_default=NOTHING)
    introduction: Mapped[str] = mapped_column(Text, server_default=NOTHING)
    privacy: Mapped[str] = mapped_column(Text, server_default=NOTHING)
    guides: Mapped[str | None] = mapped_column(Text)
    route: Mapped[str] = mapped_column(Text, server_default=NOTHING)
    opens_on: Mapped[date | None] = mapped_column(Date)
    closes_on: Mapped[date | None] = mapped_column(Date)
    leftover: Mapped[str] = mapped_column(String(10), server_default="discard")
    settled_on: Mapped[date | None] = mapped_column(Date)

"""What is kept of residents. No table here has a time, a name, a contact or a running number.

On SQLite the tables have no row ids, so rows lie in the order of their primary keys. Those are random, so the order
in which people came is not kept.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlalchemy import Date, ForeignKey, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from consult.store.models.base import Base

Hash = Annotated[bytes, mapped_column(LargeBinary(32), primary_key=True)]
RandomId = Annotated[bytes, mapped_column(LargeBinary(16), primary_key=True)]
PackId = Annotated[str, mapped_column(String(60))]
CampaignId = Annotated[int, mapped_column(Integer, ForeignKey("campaigns.id"))]
CampaignKey = Annotated[int, mapped_column(Integer, ForeignKey("campaigns.id"), primary_key=True)]

NO_ROW_IDS = {"sqlite_with_rowid": False}


class Draft(Base):
    """An unfinished answer sheet that only the holder of its phrase can open."""

    __tablename__ = "drafts"
    __table_args__ = (NO_ROW_IDS,)

    lookup: Mapped[Hash]
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary)
    expires_on: Mapped[date] = mapped_column(Date, index=True)


class Waiting(Base):
    """A shared answer sheet that waits until it can be mixed with others."""

    __tablename__ = "inbox"

    withdrawal: Mapped[Hash]
    campaign_id: Mapped[CampaignId]
    payload: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (Index(None, "campaign_id"), NO_ROW_IDS)


class RecordRow(Base):
    """One answer to one question, or (question and option empty) that there is one more response.

    Nothing in it is shared with another record of the same person but the campaign. `sealed` is there for a whole
    response only, always of one size: what taking the response back needs, which only its receipt opens.
    """

    __tablename__ = "records"
    __table_args__ = (NO_ROW_IDS,)

    id: Mapped[RandomId]
    campaign_id: Mapped[CampaignId]
    question: Mapped[PackId]
    option: Mapped[PackId]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class CommentRow(Base):
    """A person's own words on one question, with what gives them away taken out. Nothing about the writer."""

    __tablename__ = "comments"

    id: Mapped[RandomId]
    campaign_id: Mapped[CampaignId]
    question: Mapped[PackId]
    text: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index(None, "campaign_id", "question", "id"), NO_ROW_IDS)


class TallyRow(Base):
    """A campaign's ledger of all its tallies, sealed: in small groups they tell what one person answered."""

    __tablename__ = "tallies"
    __table_args__ = (NO_ROW_IDS,)

    campaign_id: Mapped[CampaignKey]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class ReleaseRow(Base):
    """How many responses were released in the week that begins on this Monday."""

    __tablename__ = "releases"
    __table_args__ = (NO_ROW_IDS,)

    campaign_id: Mapped[CampaignKey]
    week: Mapped[date] = mapped_column(Date, primary_key=True)
    how_many: Mapped[int] = mapped_column(Integer)

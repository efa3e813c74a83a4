"""What organisers decided about comments. Kept apart from the comments, which move whenever others are mixed in."""

from __future__ import annotations

from sqlalchemy import Index, Integer, LargeBinary, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from consult.store.models.base import Base
from consult.store.models.residents import NO_ROW_IDS, CampaignId, CampaignKey, RandomId

LONGEST_REASON = 200


class HiddenComment(Base):
    """That a comment is not shown, and why. It names the comment by its random id and goes with it."""

    __tablename__ = "hidden_comments"

    comment_id: Mapped[RandomId]
    campaign_id: Mapped[CampaignId]
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON))

    __table_args__ = (Index(None, "campaign_id"), NO_ROW_IDS)


class LikenessRow(Base):
    """Comments on one question that say nearly the same: how many, and one of them as the example.

    `key_sum` is the sum of the comments' record keys, so that the number goes the way of every other number. The
    comments themselves are not listed: who is in a group would be one more thing that they have in common.
    """

    __tablename__ = "likenesses"
    __table_args__ = (NO_ROW_IDS,)

    campaign_id: Mapped[CampaignKey]
    question: Mapped[str] = mapped_column(String(60), primary_key=True)
    place: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    example: Mapped[bytes] = mapped_column(LargeBinary(16))
    how_many: Mapped[int] = mapped_column(Integer)
    same: Mapped[int] = mapped_column(Integer)
    key_sum: Mapped[int] = mapped_column(Integer)

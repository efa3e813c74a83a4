"""Accounts of organisers: how they sign in, and what was done by whom. Nothing about residents."""

from __future__ import annotations

from datetime import date

from flask_security.core import UserMixin
from sqlalchemy import Boolean, Date, ForeignKey, Integer, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.store.models.base import Base
from consult.store.models.campaigns import CampaignRow, organisers_campaigns
from consult.store.models.curation import LONGEST_REASON


class Organiser(Base, UserMixin):
    """A person who may see results, in one of the roles of `consult.store.organisers.roles`. Not when they sign in.

    `totp_secret` is sealed; `totp_step` is the number of the half minute whose code was last taken; `totp_misses`
    counts wrong codes since the last right one.
    """

    __tablename__ = "organisers"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    email: Mapped[str] = mapped_column(String(255), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(Boolean)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(20), server_default="organiser")
    totp_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_step: Mapped[int] = mapped_column(Integer, server_default="0")
    totp_misses: Mapped[int] = mapped_column(Integer, server_default="0")
    campaigns: Mapped[list[CampaignRow]] = relationship(secondary=organisers_campaigns, order_by=CampaignRow.title)


class RecoveryCode(Base):
    """A keyed hash of a code that stands in for the authenticator, once."""

    __tablename__ = "recovery_codes"

    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organisers.id", ondelete="CASCADE"), index=True)


class SignIn(Base):
    """A session: a hash of the random value that its cookie holds. Not the time, the device or the address."""

    __tablename__ = "sign_ins"

    session_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organisers.id", ondelete="CASCADE"), index=True)
    began_on: Mapped[date] = mapped_column(Date)
    expires_on: Mapped[date] = mapped_column(Date, index=True)


class JoiningLink(Base):
    """A hash of the one link with which an account's owner may choose a password."""

    __tablename__ = "joining_links"

    organiser_id: Mapped[int] = mapped_column(ForeignKey("organisers.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    expires_on: Mapped[date] = mapped_column(Date, index=True)


class RefusedSignIns(Base):
    """How many sign-ins were refused on a day, whoever tried."""

    __tablename__ = "refused_sign_ins"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    how_many: Mapped[int] = mapped_column(Integer)


class AuditEntry(Base):
    """That somebody did something, and the day: no time, no network address.

    `who` did it and `about` is whom it was done to, each as an email address: accounts may be gone before the year
    is over. `who` is empty for the operator's commands. `reason` says why a comment was hidden, in an organiser's
    words. As it may tell whose the comment was, both go when the comment does.
    """

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    who: Mapped[str] = mapped_column(String(255), server_default=text("''"), index=True)
    about: Mapped[str] = mapped_column(String(255), server_default=text("''"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id", ondelete="SET NULL"), index=True)
    action: Mapped[str] = mapped_column(String(60))
    day: Mapped[date] = mapped_column(Date, index=True)
    comment_id: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), server_default=text("''"))

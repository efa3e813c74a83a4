"""Organisers' accounts, in the form that Flask-Security works with.

Neither when, how often nor from where somebody signs in is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from email_validator import EmailNotValidError, validate_email
from flask import current_app
from flask_security import SQLAlchemyUserDatastore, UserMixin, hash_password
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from consult.store.campaigns import Campaign
from consult.store.database import available, db
from consult.store.models import CampaignRow, Organiser, Role


class OrganiserDatastore(SQLAlchemyUserDatastore):
    """What Flask-Security reads and writes accounts through. Raises `StoreUnavailable` like the rest of us."""

    def find_user(self, case_insensitive: bool = False, **kwargs: object) -> UserMixin | None:
        """Return the account with one attribute of this value, or None."""
        with available():
            return super().find_user(case_insensitive, **kwargs)

    def commit(self) -> None:
        """Keep what was changed."""
        with available():
            db.session.commit()


user_datastore = OrganiserDatastore(db, Organiser, Role)


class AccountError(ValueError):
    """Raised with an explanation in plain words when an account cannot be made as asked."""


def add_organiser(email: str, password: str, campaign_slugs: Sequence[str]) -> None:
    """Make an account for these campaigns. The app must have been given to Flask-Security.

    Raises `AccountError` for an address, a password or a campaign that cannot be used, or an address that has an
    account already; and `StoreUnavailable`.
    """
    address = _checked_address(email)
    with available():
        if user_datastore.find_user(case_insensitive=True, email=address):
            raise AccountError(f"there is an account for {address} already")
        campaigns = _campaigns(campaign_slugs)
        hashed = hash_password(_checked_password(password))
        user_datastore.create_user(email=address, password=hashed, campaigns=campaigns)
        _commit(address)


def set_password(email: str, password: str) -> None:
    """Give an account a new password, and end all its sessions. Raises `AccountError` and `StoreUnavailable`."""
    with available():
        organiser = _organiser(email)
        organiser.password = hash_password(_checked_password(password))
        user_datastore.set_uniquifier(organiser)
        db.session.commit()


def remove_organiser(email: str) -> None:
    """Remove an account and what ties it to campaigns. Raises `AccountError` and `StoreUnavailable`."""
    with available():
        db.session.execute(delete(Organiser).where(Organiser.id == _organiser(email).id))
        db.session.commit()


def organisers() -> list[tuple[str, list[str]]]:
    """Return every account's address with the slugs of its campaigns, by address. Raises `StoreUnavailable`."""
    with available():
        found = db.session.scalars(select(Organiser).order_by(Organiser.email)).all()
        return [(organiser.email, [row.slug for row in organiser.campaigns]) for organiser in found]


def campaigns_of(user_id: int) -> list[Campaign]:
    """Return the campaigns that an account may see, by title; none for an unknown account.

    Raises `StoreUnavailable`.
    """
    with available():
        organiser = db.session.get(Organiser, user_id)
        rows = organiser.campaigns if organiser else []
        return [Campaign(row.slug, row.title, row.pack_id) for row in rows]


def _organiser(email: str) -> Organiser:
    organiser = db.session.scalar(select(Organiser).where(func.lower(Organiser.email) == email.strip().lower()))
    if organiser is None:
        raise AccountError(f"there is no account for {email}")
    return organiser


def _campaigns(slugs: Sequence[str]) -> list[CampaignRow]:
    rows = db.session.scalars(select(CampaignRow).where(CampaignRow.slug.in_(slugs))).all()
    unknown = sorted(set(slugs) - {row.slug for row in rows})
    if unknown:
        raise AccountError(f"there is no campaign {', '.join(map(repr, unknown))}")
    return list(rows)


def _checked_address(email: str) -> str:
    try:
        return validate_email(email.strip(), check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise AccountError(f"{email!r} is not an email address: {error}") from error


def _checked_password(password: str) -> str:
    faults, normalised = current_app.extensions["security"].password_util.validate(password, True)
    if faults:
        raise AccountError(" ".join(map(str, faults)))
    return str(normalised)


def _commit(address: str) -> None:
    try:
        db.session.commit()
    except IntegrityError as error:
        db.session.rollback()
        raise AccountError(f"there is an account for {address} already") from error

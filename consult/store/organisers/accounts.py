"""Organisers' accounts, in the form that Flask-Security works with.

Neither when, how often nor from where somebody signs in is kept.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from email_validator import EmailNotValidError, validate_email
from flask_security import RoleMixin, SQLAlchemyUserDatastore, UserMixin
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from consult.store import campaigns as kept
from consult.store.campaigns import Campaign
from consult.store.database import available, db, writing
from consult.store.inserting import insert_unless_there
from consult.store.models import CampaignRow, Organiser
from consult.store.models.base import table_of
from consult.store.models.campaigns import organisers_campaigns
from consult.store.organisers import audit, passwords
from consult.store.organisers.audit import Action
from consult.store.organisers.people import (
    AccountError,
    AddressError,
    ChangedMeanwhileError,
    Person,
    every_person,
    locked,
    person,
    person_called,
)
from consult.store.organisers.roles import Role
from consult.store.organisers.tokens import end_sessions

__all__ = ["AccountError", "Person", "every_person", "person", "person_called"]

_organisers = table_of(Organiser)
_campaigns = table_of(CampaignRow)
_lower_email = func.lower(_organisers.c.email)


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


class _NoRole(RoleMixin):
    """Stands in for Flask-Security's roles in tables. Ours are in `roles`; each account is in one."""


user_datastore = OrganiserDatastore(db, Organiser, _NoRole)


def add_organiser(email: str, password: str, campaign_slugs: Sequence[str], role: Role = Role.ORGANISER) -> None:
    """Make an account for these campaigns. The app must have been given to Flask-Security.

    Raises `AccountError` for an address, a password or a campaign that cannot be used, or an address that has an
    account already; and `StoreUnavailable`.
    """
    address = checked_address(email)
    add_account(address, role, campaign_slugs, hashed=passwords.hashed(password, address))


def add_account(email: str, role: Role, campaign_slugs: Sequence[str], *, hashed: str | None) -> int:
    """Make an account with a hashed password, or with none yet, and return its number.

    Raises `AccountError` like `add_organiser`, and `StoreUnavailable`.
    """
    address = checked_address(email)
    row = {
        "email": address,
        "password": hashed,
        "active": True,
        "fs_uniquifier": uuid.uuid4().hex,
        "role": role.value,
    }
    taken = AccountError(f"there is an account for {address} already")
    try:
        with writing() as connection:
            numbers = _numbers(connection, campaign_slugs)
            if connection.execute(select(_organisers.c.id).where(_lower_email == address.lower())).first():
                raise taken
            added = insert(_organisers).values(row).returning(_organisers.c.id)
            number: int = connection.execute(added).scalar_one()
            _tie(connection, number, numbers)
    except IntegrityError as error:
        raise taken from error
    return number


def set_password(email: str, password: str) -> None:
    """Give an account a new password, and end all its sessions. Raises `AccountError` and `StoreUnavailable`."""
    change_password(person_called(email), password)


def change_password(whose: Person, password: str) -> None:
    """Give somebody a new password, and end all their sessions. Raises `AccountError` and `StoreUnavailable`."""
    hashed = passwords.hashed(password, whose.email)
    with writing() as connection:
        end_sessions(connection, whose.id)
        connection.execute(update(_organisers).where(_organisers.c.id == whose.id).values(password=hashed))


def remove_organiser(email: str) -> None:
    """Remove an account and what ties it to campaigns. Raises `AccountError` and `StoreUnavailable`."""
    remove(person_called(email).id)


def remove(user_id: int, *, keep_one: bool = False, actor_id: int | None = None) -> None:
    """Remove an account, and everything that is its own; what it did stays in the audit for its year.

    With `actor_id`, the account of whoever removes it, that is noted, or nothing is done: afterwards nobody could
    note it. With `keep_one`, raises `LastAdministratorError` rather than leave the site without an administrator.
    Raises `StoreUnavailable`.
    """
    with _changing(keep_one=keep_one) as connection:
        gone = delete(_organisers).where(_organisers.c.id == user_id).returning(_organisers.c.email)
        email = connection.scalar(gone)
        if actor_id is not None and email is not None:
            audit.record_of_account(connection, actor_id, Action.REMOVE, about=email)


def change_role(
    user_id: int,
    role: Role,
    campaign_slugs: Sequence[str],
    *,
    keep_one: bool = False,
    version: str | None = None,
) -> None:
    """Give an account another role and other campaigns. Raises like `remove`, and `AccountError`.

    With the `version` of the person whom somebody looked at, raises `ChangedMeanwhileError` when it is another now.
    """
    with _changing(keep_one=keep_one) as connection:
        now = locked(connection, user_id)
        if version is not None and (now is None or now.version != version):
            raise ChangedMeanwhileError(now)
        numbers = _numbers(connection, campaign_slugs)
        connection.execute(update(_organisers).where(_organisers.c.id == user_id).values(role=role.value))
        connection.execute(delete(organisers_campaigns).where(organisers_campaigns.c.organiser_id == user_id))
        _tie(connection, user_id, numbers)


def set_active(user_id: int, active: bool, *, keep_one: bool = False) -> None:
    """Let an account sign in again, or no more: then all its sessions end. Raises like `remove`."""
    with _changing(keep_one=keep_one) as connection:
        end_sessions(connection, user_id)
        connection.execute(update(_organisers).where(_organisers.c.id == user_id).values(active=active))


def add_to_campaign(user_id: int, slug: str) -> None:
    """Make a campaign one of an account's own, as when somebody opens it.

    Raises `AccountError`, `StoreUnavailable`.
    """
    with writing() as connection:
        row = {"organiser_id": user_id, "campaign_id": _numbers(connection, [slug])[0]}
        insert_unless_there(connection, organisers_campaigns, row)


def campaigns_of(user_id: int) -> list[Campaign]:
    """Return the campaigns that an account may see, by title: all for an administrator, none for an unknown
    account.

    Raises `StoreUnavailable`.
    """
    whose = person(user_id)
    if whose is None:
        return []
    return kept.every() if whose.role is Role.ADMINISTRATOR else kept.all_for(whose.email)


class LastAdministratorError(AccountError):
    """Raised when a change would leave the site without anybody who can run it."""


def checked_address(email: str) -> str:
    """Return an email address in its usual form. Raises `AddressError` for what is none."""
    try:
        return validate_email(email.strip(), check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise AddressError(f"{email!r} is not an email address: {error}") from error


@contextmanager
def _changing(*, keep_one: bool) -> Iterator[Connection]:
    """Give a connection for a change. With `keep_one`, the change is undone when nobody is left who can run the
    site.

    The administrators are locked before anything is changed, so that two who remove each other at the same
    moment wait for one another.
    """
    can_run = (
        _organisers.c.role == Role.ADMINISTRATOR.value,
        _organisers.c.active,
        _organisers.c.password.is_not(None),
    )
    administrators = select(_organisers.c.id).where(*can_run).order_by(_organisers.c.id).with_for_update()
    with writing() as connection:
        if keep_one:
            connection.execute(administrators).all()
        yield connection
        if keep_one and not connection.execute(administrators).all():
            raise LastAdministratorError("the site needs an administrator")


def _numbers(connection: Connection, slugs: Sequence[str]) -> list[int]:
    """Return the numbers of campaigns. Raises `AccountError` for any that are not there."""
    rows = connection.execute(select(_campaigns.c.slug, _campaigns.c.id).where(_campaigns.c.slug.in_(slugs))).all()
    found = {row.slug: row.id for row in rows}
    unknown = sorted(set(slugs) - set(found))
    if unknown:
        raise AccountError(kept.not_there(*unknown))
    return list(found.values())


def _tie(connection: Connection, user_id: int, campaign_ids: Sequence[int]) -> None:
    rows = [{"organiser_id": user_id, "campaign_id": campaign_id} for campaign_id in campaign_ids]
    if rows:
        connection.execute(insert(organisers_campaigns), rows)

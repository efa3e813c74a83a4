"""Who has an account: what other rooms may know of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from consult.store.database import reading
from consult.store.models import CampaignRow, Organiser
from consult.store.models.base import table_of
from consult.store.models.campaigns import organisers_campaigns
from consult.store.organisers.roles import Role

_organisers = table_of(Organiser)
_campaigns = table_of(CampaignRow)


class AccountError(ValueError):
    """Raised with an explanation in plain words when an account cannot be made or changed as asked."""


class ChangedMeanwhileError(AccountError):
    """Raised when somebody else changed an account in between. `now` is the person now, None when removed."""

    def __init__(self, now: Person | None) -> None:
        super().__init__("the account was changed in between")
        self.now = now


class AddressError(AccountError):
    """Raised for what is no email address."""


@dataclass(frozen=True)
class Person:
    """Somebody with an account. `campaigns` are the short names of their own ones, by title."""

    id: int
    email: str
    role: Role
    active: bool
    has_joined: bool
    """Whether they have chosen a password."""
    has_second_factor: bool
    campaigns: tuple[str, ...]

    @property
    def version(self) -> str:
        """What stands for the role and the campaigns in a form: another version, other ones."""
        return " ".join([self.role.value, *sorted(self.campaigns)])


def every_person() -> list[Person]:
    """Return everybody with an account, by address. Raises `StoreUnavailable`."""
    return _people()


def person(user_id: int) -> Person | None:
    """Return the person with this number, or None. Raises `StoreUnavailable`."""
    return next(iter(_people(_organisers.c.id == user_id)), None)


def locked(connection: Connection, user_id: int) -> Person | None:
    """Return the same within a transaction of the caller's, until whose end nobody else can change the account."""
    connection.execute(select(_organisers.c.id).where(_organisers.c.id == user_id).with_for_update())
    return next(iter(_read(connection, _organisers.c.id == user_id)), None)


def person_called(email: str) -> Person:
    """Return the person with this address in whatever case. Raises `AccountError` and `StoreUnavailable`."""
    found = _people(func.lower(_organisers.c.email) == email.strip().lower())
    if not found:
        raise AccountError(f"there is no account for {email}")
    return found[0]


def _people(*which: ColumnElement[bool]) -> list[Person]:
    with reading() as connection:
        return _read(connection, *which)


def _read(connection: Connection, *which: ColumnElement[bool]) -> list[Person]:
    tied = _organisers.join(organisers_campaigns).join(_campaigns)
    theirs = select(_organisers.c.id, _campaigns.c.slug).select_from(tied).where(*which)
    columns = [_organisers.c[name] for name in ("id", "email", "role", "active")]
    has = [_organisers.c[name].is_not(None) for name in ("password", "totp_secret")]
    slugs: dict[int, list[str]] = defaultdict(list)
    for number, slug in connection.execute(theirs.order_by(_campaigns.c.title, _campaigns.c.slug)):
        slugs[number].append(slug)
    rows = connection.execute(select(*columns, *has).where(*which).order_by(_organisers.c.email)).all()
    return [
        Person(number, email, Role(role), active, bool(joined), bool(second), tuple(slugs[number]))
        for number, email, role, active, joined, second in rows
    ]

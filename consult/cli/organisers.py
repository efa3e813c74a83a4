"""`flask organisers …`: who may see results, and what else they may do."""

from __future__ import annotations

from collections.abc import Iterable

import click
from flask.cli import with_appcontext

from consult.cli.reporting import in_plain_words
from consult.store import campaigns as kept
from consult.store.organisers import accounts, audit, joining, second_factor, sign_ins
from consult.store.organisers.audit import Action
from consult.store.organisers.people import Person, person_called
from consult.store.organisers.roles import Role

_password = click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="CONSULT_ORGANISER_PASSWORD",
    help="Asked for when it is neither given here nor in CONSULT_ORGANISER_PASSWORD. Others can see a given one.",
)
_campaigns = click.option(
    "--campaign", "slugs", multiple=True, help="A campaign of theirs; all there are without it."
)
_role = click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.ORGANISER.value,
    show_default=True,
    help="What they may do: see results, run their campaigns, or run the whole site.",
)


@click.group("organisers")
def organisers() -> None:
    """Invite, add, list, change and remove organisers' accounts."""


@organisers.command("add")
@click.argument("email")
@_campaigns
@_role
@_password
@with_appcontext
def add(email: str, slugs: tuple[str, ...], role: str, password: str) -> None:
    """Make an account for EMAIL with a password. At the first sign-in they set up an authenticator app."""
    with in_plain_words():
        chosen = _chosen(slugs)
        accounts.add_organiser(email, password, chosen, Role(role))
        _note(Action.ADDED, email)
    click.echo(f"Added the {role} {email}, who may see: {_listed(chosen)}.")


@organisers.command("invite")
@click.argument("email")
@_campaigns
@_role
@click.option("--site", default="", help="The site's address, such as https://answers.example.org.")
@with_appcontext
def invite(email: str, slugs: tuple[str, ...], role: str, site: str) -> None:
    """Make an account for EMAIL, and a link with which they choose its password."""
    with in_plain_words():
        whose, token = joining.invite(email, Role(role), _chosen(slugs))
        _note(Action.INVITED, whose.email)
    click.echo(f"Give this link to {whose.email} and to nobody else. It works once, for {joining.GOOD_DAYS} days:")
    click.echo(f"{site.rstrip('/')}/organiser/join/{token}")


@organisers.command("role")
@click.argument("email")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@_campaigns
@with_appcontext
def role(email: str, role: str, slugs: tuple[str, ...]) -> None:
    """Give the account of EMAIL another ROLE, and other campaigns if any are named."""
    with in_plain_words():
        whose = person_called(email)
        accounts.change_role(whose.id, Role(role), slugs or whose.campaigns)
        _note(Action.CHANGED_ROLE, whose.email)
    click.echo(f"{whose.email} is now: {role}.")


@organisers.command("password")
@click.argument("email")
@_password
@with_appcontext
def password(email: str, password: str) -> None:
    """Give the account of EMAIL a new password, and sign it out everywhere."""
    with in_plain_words():
        accounts.set_password(email, password)
        _note(Action.SET_PASSWORD, email)
    click.echo(f"The organiser {email} has a new password.")


@organisers.command("reset-two-factor")
@click.argument("email")
@with_appcontext
def reset_two_factor(email: str) -> None:
    """Let EMAIL, whose authenticator app is lost, set up another at the next sign-in; end all their sessions."""
    with in_plain_words():
        whose = person_called(email)
        second_factor.reset(whose.id)
        sign_ins.end_all(whose.id)
        _note(Action.RESET_TWO_FACTOR, whose.email)
    click.echo(f"At the next sign-in {whose.email} sets up an authenticator app anew.")


@organisers.command("remove")
@click.argument("email")
@with_appcontext
def remove(email: str) -> None:
    """Remove the account of EMAIL."""
    with in_plain_words():
        accounts.remove_organiser(email)
        _note(Action.REMOVE, email)
    click.echo(f"Removed the organiser {email}.")


@organisers.command("list")
@with_appcontext
def list_all() -> None:
    """List all accounts with their roles and the campaigns that they may see."""
    with in_plain_words():
        everyone = accounts.every_person()
    for person in everyone:
        click.echo(f"{person.email}: {person.role}{_state(person)}: {_listed(person.campaigns)}")
    if not everyone:
        click.echo("There are no organisers yet.")


def _chosen(slugs: Iterable[str]) -> list[str]:
    return list(slugs) or [campaign.slug for campaign in kept.every()]


def _state(person: Person) -> str:
    if not person.active:
        return " (switched off)"
    if not person.has_joined:
        return " (invited, has not joined yet)"
    return "" if person.has_second_factor else " (has not set up the second step yet)"


def _note(action: Action, email: str) -> None:
    audit.record(None, action, about=email)


def _listed(slugs: Iterable[str]) -> str:
    return ", ".join(slugs) or "no campaign"

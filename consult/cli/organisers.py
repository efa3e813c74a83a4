"""`flask organisers …`: who may see results."""

from __future__ import annotations

from collections.abc import Iterable

import click
from flask.cli import with_appcontext

from consult.cli.reporting import in_plain_words
from consult.store import accounts
from consult.store import campaigns as kept

_password = click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="CONSULT_ORGANISER_PASSWORD",
    help="Asked for when it is neither given here nor in CONSULT_ORGANISER_PASSWORD. Others can see a given one.",
)


@click.group("organisers")
def organisers() -> None:
    """Add, list and remove organisers' accounts."""


@organisers.command("add")
@click.argument("email")
@click.option("--campaign", "slugs", multiple=True, help="A campaign that they may see; all there are without it.")
@_password
@with_appcontext
def add(email: str, slugs: tuple[str, ...], password: str) -> None:
    """Make an account for EMAIL."""
    with in_plain_words():
        chosen = list(slugs) or [campaign.slug for campaign in kept.every()]
        accounts.add_organiser(email, password, chosen)
    click.echo(f"Added the organiser {email}, who may see: {_listed(chosen)}.")


@organisers.command("password")
@click.argument("email")
@_password
@with_appcontext
def password(email: str, password: str) -> None:
    """Give the account of EMAIL a new password, and sign it out everywhere."""
    with in_plain_words():
        accounts.set_password(email, password)
    click.echo(f"The organiser {email} has a new password.")


@organisers.command("remove")
@click.argument("email")
@with_appcontext
def remove(email: str) -> None:
    """Remove the account of EMAIL."""
    with in_plain_words():
        accounts.remove_organiser(email)
    click.echo(f"Removed the organiser {email}.")


@organisers.command("list")
@with_appcontext
def list_all() -> None:
    """List all accounts with the campaigns that they may see."""
    with in_plain_words():
        everyone = accounts.every_person()
    for person in everyone:
        click.echo(f"{person.email}: {_listed(person.campaigns)}")
    if not everyone:
        click.echo("There are no organisers yet.")


def _listed(slugs: Iterable[str]) -> str:
    return ", ".join(slugs) or "no campaign"

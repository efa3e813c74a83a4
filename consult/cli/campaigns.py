"""`flask campaigns …`: who gathers answers to what."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from consult.cli.reporting import in_plain_words
from consult.store import campaigns as kept
from consult.web.shelf import packs


@click.group("campaigns")
def campaigns() -> None:
    """Add and list campaigns."""


@campaigns.command("add")
@click.argument("slug")
@click.option("--pack", "pack_id", required=True, help="The id of the pack that the campaign answers.")
@click.option("--title", required=True, help="What the campaign is called on its pages.")
@with_appcontext
def add(slug: str, pack_id: str, title: str) -> None:
    """Add a campaign, with SLUG as its name in addresses."""
    if pack_id not in packs():
        known = ", ".join(packs()) or "none"
        raise click.ClickException(f"There is no pack {pack_id!r}. The packs of this site: {known}.")
    with in_plain_words():
        campaign = kept.add(slug, title, pack_id)
    click.echo(f"Added the campaign {campaign.slug}: “{campaign.title}”.")


@campaigns.command("list")
@with_appcontext
def list_all() -> None:
    """List all campaigns with their packs."""
    with in_plain_words():
        everyone = kept.every()
    for campaign in everyone:
        click.echo(f"{campaign.slug}: “{campaign.title}”, answers the pack {campaign.pack_id}")
    if not everyone:
        click.echo("There are no campaigns yet.")

"""`flask store …`: the upkeep of the database."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from consult.cli.reporting import counted, in_plain_words
from consult.store import campaigns, database
from consult.store.mixing import mix, tallies


@click.group("store")
def store() -> None:
    """Look after the database."""


@store.command("upgrade")
@with_appcontext
def upgrade() -> None:
    """Make the tables, or bring them to the newest version."""
    with in_plain_words():
        database.upgrade()
    click.echo("The database is up to date.")


@store.command("release")
@click.argument("campaign", required=False)
@with_appcontext
def release(campaign: str | None) -> None:
    """Release what waits for CAMPAIGN, or for every campaign, where enough people wait."""
    with in_plain_words():
        for slug in _chosen(campaign):
            how_many = mix.release(slug)
            click.echo(f"{slug}: {_released(how_many)}.")


@store.command("verify")
@click.argument("campaign", required=False)
@click.option("--mend", is_flag=True, help="Where tallies are wrong, put them right.")
@with_appcontext
def verify(campaign: str | None, *, mend: bool) -> None:
    """Count every record of CAMPAIGN, or of every campaign, and compare with the tallies."""
    with in_plain_words():
        wrong = [slug for slug in _chosen(campaign) if not _check(slug, mend=mend)]
    if wrong and not mend:
        raise click.ClickException("Run the command again with --mend to count those campaigns afresh.")


def _released(how_many: int) -> str:
    if not how_many:
        return f"nothing released, as fewer than {mix.BATCH} responses wait"
    return f"released {counted(how_many, 'response')}"


def _check(slug: str, *, mend: bool) -> bool:
    right = tallies.verify(slug)
    if right:
        click.echo(f"{slug}: the tallies are right.")
    elif not tallies.can_be_opened(slug):
        _begin_anew(slug, mend=mend)
    elif mend:
        tallies.rebuild(slug)
        click.echo(f"{slug}: the tallies were wrong, and have been put right.")
    else:
        click.echo(f"{slug}: the tallies are WRONG.")
    return right


def _begin_anew(slug: str, *, mend: bool) -> None:
    click.echo(f"{slug}: the tallies cannot be opened with this secret. With the right one, they can.")
    if mend:
        click.confirm("Begin them anew? The numbers of groups are then lost for good.", abort=True)
        tallies.rebuild(slug)
        click.echo(f"{slug}: the tallies were begun anew.")


def _chosen(slug: str | None) -> list[str]:
    if slug is None:
        return [campaign.slug for campaign in campaigns.every()]
    return [campaigns.require(slug).slug]

"""`flask campaigns …`: who gathers answers to what."""

from __future__ import annotations

from datetime import date

import click
from flask.cli import with_appcontext

from consult.cli.reporting import counted, in_plain_words
from consult.packs import days
from consult.store import campaigns as kept
from consult.store import closing, plans
from consult.store.campaign_plan import FROM, State
from consult.store.mixing.mix import BATCH, Closed
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.shelf import packs, today
from consult.web.short_address import Fault, fault

DONE = {
    State.OPEN: Action.OPENED_CAMPAIGN,
    State.PAUSED: Action.PAUSED_CAMPAIGN,
    State.CLOSED: Action.CLOSED_CAMPAIGN,
}
"""What the audit says of each state that a command leads to."""


@click.group("campaigns")
def campaigns() -> None:
    """Add, list, open, pause and close campaigns."""


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
    if slug != pack_id and fault(slug) is Fault.RESERVED:
        raise click.ClickException(f"This site uses the word {slug!r} itself. Choose another name.")
    with in_plain_words():
        campaign = kept.add(slug, title, pack_id)
        audit.record(None, Action.BEGAN_CAMPAIGN, slug)
    click.echo(f"Added the campaign {campaign.slug}: “{campaign.title}”.")


@campaigns.command("list")
@with_appcontext
def list_all() -> None:
    """List all campaigns with their packs."""
    with in_plain_words():
        everyone = kept.every()
    for campaign in everyone:
        stage = _stage(campaign.slug, campaign.pack_id)
        click.echo(f"{campaign.slug}: “{campaign.title}”, answers the pack {campaign.pack_id}, {stage}")
    if not everyone:
        click.echo("There are no campaigns yet.")


@campaigns.command("move")
@click.argument("slug")
@click.argument("state", type=click.Choice([state.value for state in FROM]))
@with_appcontext
def move(slug: str, state: str) -> None:
    """Open, pause or close the campaign SLUG. Closing is for good."""
    with in_plain_words():
        found = kept.require(slug)
        if state == State.CLOSED.value:
            _say(closing.close(slug, _today(found.pack_id)))
        else:
            plans.move(slug, State(state))
        audit.record(None, DONE[State(state)], slug)
        click.echo(f"The campaign {slug} is {_stage(slug, found.pack_id)}.")


def _say(closed: Closed | None) -> None:
    """Say what became of the answers that waited. How many were left over stays unsaid: it could be one person."""
    if closed is None:
        return
    if closed.released >= BATCH:
        click.echo(f"Released {counted(closed.released, 'response')} that waited.")
    elif closed.released:
        click.echo(f"Counted what was left, fewer than {BATCH} responses, without their words.")
    if closed.discarded:
        click.echo(f"Discarded what was left: fewer than {BATCH} responses.")


def _stage(slug: str, pack_id: str) -> str:
    planned = plans.find(slug)
    return planned.stage(_today(pack_id)).value if planned else "gone"


def _today(pack_id: str) -> date:
    """Return the day it is where the consultation is held; in London, where its questions are gone."""
    pack = packs().get(pack_id)
    return today(pack) if pack else days.today()

"""`flask retention …`: the daily clean-up, by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from flask.cli import with_appcontext

from consult.cli.reporting import in_plain_words
from consult.store.forgetting.retention import DUTIES, Day, Duty, finish
from consult.web.shelf import closings


@click.group("retention")
def retention() -> None:
    """Delete what has been kept for long enough. The site does this by itself once a day."""


@retention.command("run")
@with_appcontext
def run() -> None:
    """Delete what has been kept for long enough. Safe to run at any time, and while the site is up."""
    day = Day(datetime.now(UTC).date(), closings())
    with in_plain_words():
        done = {duty.what: _do(duty, day) for duty in DUTIES}
        finish()
    for what, gone in done.items():
        click.echo(f"{gone:>8,} {what}" if gone else f"       – {what}: none")
    click.echo("What was deleted is gone from the database's files as well. Older backups still hold it.")


def _do(duty: Duty, day: Day) -> int:
    """Do a duty while a bar shows how far it is, and return how many went."""
    gone = 0
    # More rows may come due, or another process may take some, while this runs.
    with click.progressbar(length=duty.due(day), label=f"Clearing up: {duty.what}", show_pos=True) as bar:
        for part in duty.do(day):
            gone += part
            bar.update(part)
    return gone

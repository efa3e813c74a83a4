"""`flask privacy …`: what is held, how old it is, and what breaks a rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from consult.cli.machine import machine
from consult.cli.reporting import counted, in_plain_words
from consult.store.forgetting.columns import strangers
from consult.store.forgetting.findings import Finding
from consult.store.forgetting.holdings import Held, holdings, overdue
from consult.store.forgetting.retention import Day
from consult.store.forgetting.upholding import wrongly_set
from consult.web.shelf import closings


@click.group("privacy")
def privacy() -> None:
    """See to it that the site keeps what it promises."""


@privacy.command("audit")
@with_appcontext
def audit() -> None:
    """Say what is held and how old it is, and find what breaks a rule. Ends with status 1 when something does."""
    day = Day(datetime.now(UTC).date(), closings())
    with in_plain_words():
        _tell(holdings())
        found = [*overdue(day), *strangers(), *wrongly_set(), *machine(current_app)]
    breaches = [finding for finding in found if finding.breach]
    _list("Breaks a rule:", breaches)
    _list("To know:", [finding for finding in found if not finding.breach])
    if breaches:
        raise click.ClickException(f"{counted(len(breaches), 'rule is', 'rules are')} broken.")
    click.echo("No rule is broken, as far as a program can see. docs/privacy.md says what it cannot see.")


def _tell(held: Iterable[Held]) -> None:
    click.echo(f"{'Table':<22}{'Rows':>16}   Days in it")
    for each in held:
        days = f"{each.earliest} to {each.latest}" if each.earliest else "none"
        click.echo(f"{each.table:<22}{each.rows:>16}   {days}")


def _list(heading: str, found: list[Finding]) -> None:
    if found:
        click.echo(f"\n{heading}")
    for finding in found:
        click.echo(f"- {finding.says} {finding.do}")

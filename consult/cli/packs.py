"""`flask packs …`: check a pack, and compare it with the official document."""

from __future__ import annotations

import click

from consult.cli.packs_check import check
from consult.cli.packs_compare import compare


@click.group("packs")
def packs() -> None:
    """Check consultation packs, and compare them with the official document."""


packs.add_command(check)
packs.add_command(compare)

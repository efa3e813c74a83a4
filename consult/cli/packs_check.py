"""`flask packs check`: every fault of a pack in one go, one line each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from consult.packs.faults import PackError, visible
from consult.packs.loading import bundled, load_pack
from consult.packs.model import Pack, WordingStatus


@click.command("check")
@click.argument("path", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(path: Path | None) -> None:
    """Check the pack in the folder PATH, or every bundled pack, and say where each fault is and how to mend it."""
    folders = bundled() if path is None else [path.resolve()]
    count = sum(_report(folder) for folder in folders)
    if count:
        packs = "1 pack" if len(folders) == 1 else f"{len(folders)} packs"
        click.echo(f"{count} {'fault' if count == 1 else 'faults'} in {packs}.")
        raise click.exceptions.Exit(1)


def _report(folder: Path) -> int:
    """Print what a pack's check found, and return the number of faults."""
    try:
        click.echo(_summary(load_pack(folder)))
    except PackError as error:
        for fault in error.faults:
            click.echo(str(fault))
        return len(error.faults)
    return 0


def _summary(pack: Pack) -> str:
    statuses = Counter(question.wording.status for question in pack.questions)
    wordings = ", ".join(f"{statuses[status]} {status}" for status in WordingStatus)
    return visible(f"{pack.id}: “{pack.title}”: {len(pack.questions)} questions, wording {wordings}.")

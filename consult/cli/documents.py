"""`flask documents check FILE…`: everything that is wrong with a Word or OpenDocument file, one line each."""

from __future__ import annotations

from pathlib import Path

import click

from consult.documents.checking import check_file


@click.group()
def documents() -> None:
    """Look at documents that people take away."""


@documents.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check .docx and .odt files: structure, accessibility, metadata, language, links and soundness.

    Prints a line for each fault and ends with status 1 when there is any.
    """
    faults = sum(_checked(file) for file in files)
    counted = f"{len(files)} files" if len(files) > 1 else "1 file"
    click.echo(f"{counted}, {faults} fault{'' if faults == 1 else 's'}", err=True)
    if faults:
        raise SystemExit(1)


def _checked(file: Path) -> int:
    """Print a file's faults and return how many there are. A file that cannot be read is a fault."""
    try:
        lines = [str(fault) for fault in check_file(file)]
    except OSError as error:
        lines = [f"it cannot be read: {error.strerror}"]
    for line in lines:
        click.echo(f"{file}: {line}")
    return len(lines)

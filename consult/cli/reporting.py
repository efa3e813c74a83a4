"""How a command tells how far its work has come, and that it could not do it: one plain line, and a status of 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from consult.store.campaigns import CampaignError
from consult.store.database import StoreUnavailable
from consult.store.organisers.accounts import AccountError

_MOVES = 500
"""How often a bar is drawn again at most."""


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn what the store raises into a line for the operator."""
    try:
        yield
    except (AccountError, CampaignError) as error:
        raise click.ClickException(_sentence(str(error))) from error
    except StoreUnavailable as error:
        raise click.ClickException(
            f"The database could not be used ({error}). Is it running, is there room on the disk, and has "
            "`flask store upgrade` been run?"
        ) from error


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[int], None]]:
    """Show a bar that is full after so many steps, and give what moves it. It is full at the end in any case.

    Where the output is no terminal, only the label is written.
    """
    with click.progressbar(length=steps, label=label, update_min_steps=max(1, steps // _MOVES)) as bar:
        yield bar.update
        bar.update(steps)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as `1 draft` or `2 drafts`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."

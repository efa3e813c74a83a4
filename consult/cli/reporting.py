"""How a command tells that it could not do its work: one plain line, and an exit status of 1."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from consult.store.accounts import AccountError
from consult.store.campaigns import CampaignError
from consult.store.database import StoreUnavailable


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


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as `1 draft` or `2 drafts`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."

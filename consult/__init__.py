"""The consultation response builder: answer in your own words, leave only a count behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from consult.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the app, wired in the order in which a request meets it.

    Raises one of `consult.wiring.START_FAULTS`, with what to mend, instead of starting half ready.
    """
    from consult.wiring import wire  # noqa: PLC0415 - so that the pure rooms load without the web

    return wire(settings)

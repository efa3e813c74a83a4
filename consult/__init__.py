"""The consultation response builder: answer in your own words, leave only a count behind."""

from __future__ import annotations

from flask import Flask

from consult.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the app, wired in the order in which a request meets it.

    Raises `SettingsError`, `PackError`, `AssetsError` or `CatalogueError`, each with what to mend, instead of
    starting half ready.
    """
    from consult.wiring import wire  # noqa: PLC0415 - `consult.packs` and its like load without the web

    return wire(
        Flask("consult", static_folder=None, template_folder="web/templates"),
        settings or Settings.from_environment(),
    )

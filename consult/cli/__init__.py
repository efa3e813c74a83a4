"""The operator's commands, all under `flask`."""

from __future__ import annotations

from flask import Flask


def init_commands(app: Flask) -> None:
    """Add the commands to the app."""

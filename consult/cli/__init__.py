"""The operator's commands, all under `flask`."""

from __future__ import annotations

from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup

COMMANDS = ("campaigns", "demo", "documents", "organisers", "packs", "privacy", "results", "retention", "store")
"""Each is a command of the same name in a module of the same name beside this file."""


class Commands(AppGroup):
    """Our commands, each imported when it is called for: serving pages loads none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of ours and of any that were added."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, or None."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"consult.cli.{cmd_name}"), cmd_name)
        return command


def init_commands(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli = Commands(app.name)

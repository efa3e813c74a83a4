"""What happens once at each start: the tables are brought up to date, and each pack gets its open campaign."""

from __future__ import annotations

from flask import Flask

from consult.store import campaigns
from consult.store.database import upgrade
from consult.web.shelf import KEY


def make_ready(app: Flask) -> None:
    """Make or upgrade the tables, and make the campaign that everyone may join for each pack."""
    with app.app_context():
        upgrade()
        for pack in app.extensions[KEY].values():
            campaigns.ensure_default(pack.id, pack.short_title)


def greeting(app: Flask, address: str) -> str:
    """Return what to tell the operator when the site is up."""
    lines = [f"\nThe site is at {address}/ (in Welsh: {address}/cy/)"]
    lines += [f"  {pack.title}: {address}/{pack.id}/" for pack in app.extensions[KEY].values()]
    lines += [
        f"Organisers sign in at {address}/organiser/",
        "Make the first organiser, in a second terminal:",
        "  .venv/bin/flask organisers add you@example.org --role administrator",
        "Stop the site with Ctrl+C.",
    ]
    return "\n".join(lines)

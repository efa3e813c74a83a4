"""The built style sheet and script: their addresses, and serving them with a year's caching."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

BUILT = Path(__file__).parent / "static" / "built"
ADDRESS = "/assets/"


class AssetsError(RuntimeError):
    """Raised at the start when the assets have not been built."""


@cache
def manifest() -> dict[str, str]:
    """Return the built name of each asset by its plain name. Raises `AssetsError` when nothing is built."""
    try:
        names: dict[str, str] = json.loads((BUILT / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AssetsError("the style sheet and the script are not built: run `make assets`") from None
    return names


def asset(name: str) -> str:
    """Return the address of an asset; its name changes with its content."""
    return ADDRESS + manifest()[name]


def init_assets(app: Flask) -> None:
    """Serve the built assets, each name for ever. Raises `AssetsError` when they are not built."""
    manifest()
    app.jinja_env.globals["asset"] = asset
    whitenoise = WhiteNoise(app.wsgi_app, max_age=0, immutable_file_test=lambda _path, url: url.startswith(ADDRESS))
    whitenoise.add_files(str(BUILT), prefix=ADDRESS)
    app.wsgi_app = whitenoise  # type: ignore[method-assign] # the documented way to add WSGI middleware

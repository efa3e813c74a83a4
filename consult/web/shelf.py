"""The packs that this copy of the site serves, and how an address names one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from flask import Flask, current_app
from werkzeug.routing import BaseConverter, ValidationError

from consult.packs import days
from consult.packs.model import Pack

if TYPE_CHECKING:
    from werkzeug.routing import Map

KEY = "consult-packs"


def packs() -> Mapping[str, Pack]:
    """Return the packs by id, in the order in which they were loaded."""
    return cast("Mapping[str, Pack]", current_app.extensions[KEY])


def closings() -> dict[str, date]:
    """Return the day on which each consultation closes or closed, by the pack's id."""
    return {pack.id: pack.dates.closes for pack in packs().values()}


def today(pack: Pack) -> date:
    """Return the day it is where the consultation is held."""
    return days.today(pack.dates.timezone)


def init_shelf(app: Flask, loaded: Mapping[str, Pack]) -> None:
    """Put the packs on the shelf, and let addresses name them: `<pack:pack>` gives the view a `Pack`."""
    app.extensions[KEY] = dict(loaded)

    class PackConverter(BaseConverter):
        """A pack by its id."""

        regex = "[a-z0-9-]+"

        def __init__(self, url_map: Map) -> None:
            super().__init__(url_map)

        def to_python(self, value: str) -> Pack:
            """Return the pack. Raises `ValidationError` (page not found) for an unknown id."""
            if value not in loaded:
                raise ValidationError
            return loaded[value]

        def to_url(self, value: Pack) -> str:
            """Return the pack's id."""
            return value.id

    app.url_map.converters["pack"] = PackConverter

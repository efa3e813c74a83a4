"""The guards ask for pages as somebody who has an account, too."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.packs.model import Pack
from tests.guards.routes import Addresses
from tests.organiser.conftest import fill, organiser, prepared, signed_in

__all__ = ["fill", "organiser", "prepared", "signed_in"]


@pytest.fixture
def addresses(app: Flask, pack: Pack) -> Addresses:
    return Addresses(app, pack)

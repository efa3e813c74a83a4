"""What the tests of the store have in common."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.store import campaigns
from tests.store.people import CAMPAIGN, PACK


@pytest.fixture
def store(store_app: Flask) -> Flask:
    """Give an app in its context, with a fresh database of each kind and one campaign."""
    campaigns.add(CAMPAIGN, "Lewisham answers", PACK)
    return store_app

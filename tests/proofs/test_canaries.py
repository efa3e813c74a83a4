"""Nothing that anybody typed is on the disk, but the words that were shared."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from flask import Flask

from tests.proofs.canaries import prove
from tests.proofs.planted import CONSENTED, NATIONAL_INSURANCE, PHONE

FEWEST = 40
ROADS = {200, 303, 400, 404, 405, 413, 422, 503}
"""The answers that the journey must have met: each stands for a way in which a page can end."""


def test_nothing_that_was_typed_is_left_on_the_disk(
    tmp_path: Path, app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = prove(tmp_path)
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")
    assert figures.found == {}
    assert figures.planted >= FEWEST
    assert set(figures.statuses) >= ROADS
    assert 500 not in figures.statuses
    assert figures.forms == {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    # What was agreed to is there, so the search looked in the right place.
    assert figures.consented_found
    assert CONSENTED in figures.masked
    assert PHONE not in figures.masked
    assert NATIONAL_INSURANCE not in figures.masked

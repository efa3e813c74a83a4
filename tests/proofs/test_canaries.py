"""Nothing that anybody typed is on the disk, but the words that were shared."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from flask import Flask

from tests.proofs.canaries import DISKS, prove, prove_control
from tests.proofs.planted import CONSENTED, DETAILS

FEWEST = 70
ROADS = {200, 303, 400, 404, 405, 413, 422, 503}
"""The answers that the journey must have met: each stands for a way in which a page can end."""

MOMENTS = 5


@pytest.mark.parametrize("kind", DISKS)
def test_nothing_that_was_typed_is_left_on_the_disk(
    tmp_path: Path, app: Flask, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with DISKS[kind](tmp_path) as disk:
        figures = prove(tmp_path, disk)
    with capsys.disabled():
        sys.stdout.write(f"\n{kind}: {figures}\n")
    assert figures.found == {}
    assert figures.searches == MOMENTS
    assert figures.planted >= FEWEST
    assert set(figures.statuses) >= ROADS
    assert 500 not in figures.statuses
    assert figures.forms == {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    # What was agreed to is there, so the search looked in the right place.
    assert figures.consented_found
    assert CONSENTED in figures.masked
    assert figures.masked.count("removed]") == len(DETAILS)


def test_the_same_search_finds_what_an_ordinary_server_leaves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = prove_control(tmp_path)
    with capsys.disabled():
        sys.stdout.write(f"\na leaky server: {figures}\n")
    in_log = set().union(*(names for file, names in figures.found.items() if "server.log" in file))
    assert in_log >= {"query", "path", "method", "browser", "referrer"}
    assert {"file that hangs half-way"} in figures.found.values()

"""Packs to test with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.example import write_pack


@pytest.fixture
def small_pack(tmp_path: Path) -> Path:
    """The folder of a small good pack of the test's own."""
    return write_pack(tmp_path)

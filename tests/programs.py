"""Running Python in a process of its own, to see what it loads, prints and ends with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from consult.settings import ROOT


def python(*words: str, settings: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run this Python from the checkout, and return how it ended with all that it said.

    `words` are what follows `python` on the command line. `settings` are added to the environment.
    """
    return subprocess.run(  # noqa: S603 - the tests' own words
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | (settings or {}),
        capture_output=True,
        text=True,
        check=False,
    )

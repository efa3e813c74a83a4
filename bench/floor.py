"""The floor: a bare Flask view that returns the bytes of a file, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask

app = Flask("floor")
BODY = Path(os.environ["BENCH_BODY"]).read_bytes()


@app.get("/")
def floor() -> bytes:
    """Return the bytes."""
    return BODY

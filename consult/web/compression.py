"""Smaller pages on the wire. The built assets are compressed beforehand; this is for the pages themselves."""

from __future__ import annotations

from flask import Flask
from flask_compress import Compress

_CHEAPEST_FIRST = ["zstd", "br", "gzip"]


def init_compression(app: Flask) -> None:
    """Compress pages, and files as they are sent, with what the browser takes, the cheapest to make first."""
    app.config.update(
        COMPRESS_ALGORITHM=_CHEAPEST_FIRST,
        COMPRESS_ALGORITHM_STREAMING=_CHEAPEST_FIRST,
        COMPRESS_ZSTD_LEVEL=3,
        COMPRESS_BR_LEVEL=4,
        COMPRESS_LEVEL=5,
        COMPRESS_MIN_SIZE=1000,
        COMPRESS_MIMETYPES=["text/html", "text/plain", "text/csv"],
    )
    Compress(app)

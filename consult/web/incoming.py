"""What a request brings stays in memory: a page's form is small, and nobody's words belong in a temporary file."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from flask import Request


class Incoming(Request):
    """A request whose files are never put on the disk, however large: `MAX_CONTENT_LENGTH` is their limit.

    No page asks for a file, but anybody can send one.
    """

    def _get_file_stream(self, *_args: object, **_named: object) -> IO[bytes]:
        return BytesIO()

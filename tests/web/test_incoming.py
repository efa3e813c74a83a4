"""A file that somebody sends is never put on the disk. That Flask by itself would do so is in `tests/proofs`."""

from __future__ import annotations

import tempfile

import pytest
from flask import Flask, request

MUCH = b"words " * 300_000
"""More than a web server keeps in memory by itself."""

BODY = b'--part\r\nContent-Disposition: form-data; name="text"; filename="x"\r\n\r\n' + MUCH + b"\r\n--part--\r\n"


def test_a_large_file_stays_in_memory(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object, **_named: object) -> None:
        raise PermissionError("a temporary file was asked for")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    with app.test_request_context("/", method="POST", data=BODY, content_type="multipart/form-data; boundary=part"):
        assert request.files["text"].read() == MUCH

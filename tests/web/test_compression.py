"""Pages and files are smaller on the wire for every browser, and a long file is never in memory as a whole."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from hashlib import shake_256

import pytest
from flask import Flask, Response

from consult.web.compression import init_compression

PIECES = 100


@pytest.fixture
def made() -> list[bytes]:
    """The pieces of the file that have been made so far."""
    return []


@pytest.fixture
def site(made: list[bytes]) -> Flask:
    """An app with one page and one file that is made piece by piece."""
    app = Flask("consult")

    def pieces() -> Iterator[bytes]:
        for each in range(PIECES):
            made.append(shake_256(bytes([each])).hexdigest(50_000).encode())
            yield made[-1]

    app.add_url_rule("/page", "page", lambda: "words " * 1000)
    app.add_url_rule("/file", "file", lambda: Response(pieces(), mimetype="text/csv"))
    init_compression(app)
    return app


@pytest.mark.parametrize("taken", ["zstd", "br", "gzip", "gzip, deflate, br, zstd"])
@pytest.mark.parametrize("address", ["/page", "/file"])
def test_each_browser_gets_it_compressed(site: Flask, address: str, taken: str) -> None:
    response = site.test_client().get(address, headers={"Accept-Encoding": taken})
    assert response.headers["Content-Encoding"] == (taken if "," not in taken else "zstd")
    assert "Accept-Encoding" in response.headers["Vary"]


def test_a_file_is_the_same_and_leaves_while_it_is_made(site: Flask, made: list[bytes]) -> None:
    client = site.test_client()
    with client.get("/file", headers={"Accept-Encoding": "gzip"}, buffered=False) as response:
        sent = response.iter_encoded()
        first = next(sent)
        assert first
        assert len(made) < PIECES / 10
        whole = b"".join((first, *sent))
    assert len(whole) < sum(map(len, made)) * 0.6
    assert gzip.decompress(whole) == b"".join(made)


def test_a_browser_that_takes_nothing_gets_it_as_it_is(site: Flask, made: list[bytes]) -> None:
    response = site.test_client().get("/file")
    assert "Content-Encoding" not in response.headers
    assert response.data == b"".join(made)

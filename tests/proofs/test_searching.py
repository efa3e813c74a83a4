"""A search that finds nothing is worth something only if it would find everything."""

from __future__ import annotations

import base64
import gzip
import html
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.proofs.searching import AT_ONCE, Search, files_below

SECRET = "Zephyrine Qüillfeather & 17 Larkmoor Rise"

WRITTEN: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "lower case": lambda text: text.lower().encode(),
    "upper case": lambda text: text.upper().encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64, one further": lambda text: base64.b64encode(b"." + text.encode() + b"more"),
    "base64, two further": lambda text: base64.b64encode(b".." + text.encode() + b"more"),
    "base64 of UTF-16": lambda text: base64.b64encode(b"." + text.encode("utf-16-le")),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(b"??" + text.encode()),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "hexadecimal capitals": lambda text: text.encode().hex().upper().encode(),
    "hexadecimal of UTF-16": lambda text: text.encode("utf-16-le").hex().encode(),
    "address": lambda text: quote(text, safe="").encode(),
    "form": lambda text: quote(text, safe="").replace("%20", "+").encode(),
    "HTML": lambda text: html.escape(text).encode(),
    "JSON": lambda text: json.dumps({"text": text}).encode(),
    "hyphens": lambda text: text.replace(" ", "-").encode(),
    "no spaces": lambda text: text.replace(" ", "").encode(),
    "zlib": lambda text: zlib.compress(text.encode()),
    "gzip": lambda text: gzip.compress(text.encode()),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_a_secret_is_found_however_it_was_written(tmp_path: Path, way: str) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "planted").write_bytes(bytes(5000) + WRITTEN[way](SECRET) + bytes(5000))
    found = Search({"the secret": SECRET, "another": "nowhere to be found"}).in_files(files_below(tmp_path))
    assert list(found.values()) == [{"the secret"}]


def test_a_secret_is_found_inside_a_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "made.docx", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", "<w:t>" + "words " * 500 + SECRET + "</w:t>")
    assert Search({"the secret": SECRET}).in_files(files_below(tmp_path))


def test_a_secret_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "Larkmoor.docx").touch()
    assert Search({"the secret": "Larkmoor"}).in_files(files_below(tmp_path))


@pytest.mark.parametrize("part", ["Qüillfeather", "qüillfeather", "Q%C3%BCillfeather"])
def test_a_long_word_of_a_secret_is_found_alone(tmp_path: Path, part: str) -> None:
    (tmp_path / "planted").write_bytes(b"Dear " + part.encode() + b",")
    assert Search({"the secret": SECRET}).in_files(files_below(tmp_path))


def test_a_short_word_of_a_secret_is_nothing_by_itself(tmp_path: Path) -> None:
    (tmp_path / "innocent").write_bytes(b"Zephyrine lives at 17 Larkmoor Rise")
    assert Search({"the secret": SECRET}).in_files(files_below(tmp_path)) == {}


@pytest.mark.parametrize("at", [-6, -5, -4, -3, -2, -1, 0, 1])
def test_a_secret_is_found_wherever_it_lies(at: int) -> None:
    data = bytearray(b"." * (2 * AT_ONCE + 100))
    data[AT_ONCE + at : AT_ONCE + at + 8] = b"Larkmoor"
    assert Search({"the secret": "Larkmoor"}).inside(bytes(data))
    assert Search({"the secret": "Larkmoor"}).inside(bytes(data[: AT_ONCE + at + 8]))


def test_what_is_too_short_to_be_looked_for_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        Search({"the secret": "abc"})


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "innocent").write_bytes(b"words " * 1000 + b"\x78\x9c not packed PK\x03\x04")
    assert Search({"the secret": SECRET}).in_files(files_below(tmp_path)) == {}

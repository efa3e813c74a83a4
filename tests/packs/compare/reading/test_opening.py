"""Any file that an operator may hand over is read, or refused in words."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.packs.compare.blocks import DocumentError
from consult.packs.compare.reading import opening
from consult.packs.compare.reading.opening import read_document
from tests.packs.compare.pages import page
from tests.packs.compare.pdf_files import Text, pdf
from tests.packs.compare.word_files import blank, saved


def word_file() -> bytes:
    document = blank()
    document.add_paragraph("Boats.")
    return saved(document)


def written(folder: Path, data: bytes, name: str = "paper") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        page("<p>Boats.</p>").encode(),
        b"<p>Boats.</p>",
        b"<!-- saved from url=(0019)https://www.gov.uk/ -->\n<html><p>Boats.",
        b"Boats.",
        word_file(),
        pdf([Text("Boats.", 700)]),
    ],
)
def test_what_a_file_holds_tells_its_kind_and_its_name_does_not(tmp_path: Path, data: bytes) -> None:
    document = read_document(written(tmp_path, data, "paper.wrong"))
    assert [block.text for block in document.blocks] == ["Boats."]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "password"),
        (b"{\\rtf1 Boats.}", "rich text"),
        (b"MIME-Version: 1.0\n\nBoats.", "web archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\x1f\x8b" + bytes(100), "compressed"),
        (b"PK\x03\x04" + bytes(100), "not text"),
        (b"PK\x05\x06" + bytes(18), "zip file"),
        (b"%PDF-1.7\nnothing more", "broken"),
        (b"<html><body><nav>x</nav></body></html>", "no text"),
        (word_file()[:900], "."),
        (bytes(range(256)) * 400, "."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(DocumentError, match=why):
        read_document(written(tmp_path, data))


def test_a_file_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(DocumentError, match="cannot be opened"):
            read_document(path)


def test_a_file_that_is_too_large_is_not_loaded(tmp_path: Path) -> None:
    path = written(tmp_path, b"x")
    with path.open("r+b") as file:
        file.truncate(opening.LARGEST + 1)
    tracemalloc.start()
    with pytest.raises(DocumentError, match="50 MB"):
        read_document(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1_000_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from([b"", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04"]), data=st.binary(max_size=400))
def test_no_bytes_raise_anything_else(tmp_path: Path, start: bytes, data: bytes) -> None:
    path = written(tmp_path, start + data)
    with suppress(DocumentError):
        assert read_document(path).blocks


HOSTILE = {
    "open items": ("<ol>", "<li>Do you agree?", 20_000),
    "open comments": ("<p>Boats", "<!--", 400_000),
    "attributes": ("<p>Boats<p ", 'a="b" ', 150_000),
    "script": ("<p>Boats<script>", "<p>Question 1: boats?</p>", 40_000),
    "unclosed": ("", "<p><b>Boats <i>and</p>", 10_000),
    "angles": ("<p>Boats", "<", 200_000),
    "references": ("<p>Boats", "&amp;#x27;", 100_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_time_in_proportion_to_its_length(tmp_path: Path, name: str) -> None:
    start, piece, often = HOSTILE[name]

    def seconds(times: int) -> float:
        path = written(tmp_path, f"<html>{start}{piece * times}".encode())
        begun = process_time()
        read_document(path)
        return process_time() - begun

    assert seconds(often) < 30 * seconds(often // 10) + 0.5

"""Which letters the bytes are, or why nobody can say."""

from __future__ import annotations

import pytest

from consult.packs.compare.blocks import DocumentError
from consult.packs.compare.reading.decoding import decode

TEXT = "the harbour’s ‘mouth’"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_by_its_byte_order_mark_or_as_utf_8(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize("big", ["utf-16-be", "utf-32-be"])
def test_big_endian_marks_are_known(big: str) -> None:
    assert decode(("\ufeff" + TEXT).encode(big)) == (TEXT, ())


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1252">',
        "<meta charset=windows-1252>",
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        '<?xml version="1.0" encoding="us-ascii"?>',
    ],
)
def test_a_declared_encoding_is_used_as_browsers_do(declaration: str) -> None:
    html = f"{declaration}<p>{TEXT}"
    assert decode(html.encode("cp1252")) == (html, ())


def test_a_page_that_declares_utf_8_must_be_utf_8() -> None:
    with pytest.raises(DocumentError, match="UTF-8"):
        decode(f'<meta charset="utf-8"><p>{TEXT}'.encode("cp1252"))


@pytest.mark.parametrize("name", ["rot13", "zlib_codec", "unicode_escape", "punycode", "klingon"])
def test_an_encoding_that_is_none_of_text_is_refused(name: str) -> None:
    with pytest.raises(DocumentError, match=name):
        decode(f'<meta charset="{name}"><p>x'.encode())


def test_what_is_not_utf_8_and_says_nothing_is_read_as_windows_1252_with_a_note() -> None:
    text, notes = decode(TEXT.encode("cp1252"))
    assert text == TEXT
    assert "Windows-1252" in notes[0]


@pytest.mark.parametrize("junk", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"text\x00" * 50])
def test_junk_is_refused(junk: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(junk)


def test_every_line_end_becomes_a_line_feed() -> None:
    assert decode(b"a\r\nb\rc\n")[0] == "a\nb\nc\n"

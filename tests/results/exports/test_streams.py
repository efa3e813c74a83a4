"""What holds for every kind of file: it streams, it leaves nothing behind, and it shows protected numbers only."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Generator, Iterator
from dataclasses import replace
from zipfile import ZipFile

import pytest

from consult.results.exports.formats import FORMATS
from consult.results.exports.material import Material, Said
from consult.results.exports.pieces import csv_lines, gathered, safe_lines
from consult.results.exports.zipped import zipped
from tests.results.exports.conftest import Comment, Make
from tests.results.material import make_pack

STREAMED = ("package", "consult", "json")


class Tap:
    """Comments without end on one question, which say whether they were let go of."""

    def __init__(self) -> None:
        self.taken = 0
        self.closed = False

    def __call__(self, question: str) -> Iterator[Said]:
        if question != "q1":
            return
        try:
            while True:
                self.taken += 1
                yield Comment(f"Comment {self.taken} of no end of comments, all of them invented. " * 5)
        finally:
            self.closed = True


@pytest.mark.parametrize("key", STREAMED)
def test_a_stream_that_is_cancelled_half_way_lets_go_of_everything(material: Material, key: str) -> None:
    tap = Tap()
    stream = FORMATS[key].stream(replace(material, comments=tap))
    size = 0
    while size < 300_000:
        size += len(next(stream))
    assert tap.taken < 200_000
    assert isinstance(stream, Generator)
    stream.close()
    assert tap.closed


@pytest.mark.parametrize("key", STREAMED)
def test_a_stream_holds_little_however_long_it_is(material: Material, key: str) -> None:
    def many(question: str) -> Iterator[Said]:
        return (Comment(f"{question} {at} " + "word " * 40) for at in range(4000 if question == "q1" else 0))

    stream = FORMATS[key].stream(replace(material, comments=many))
    tracemalloc.start()
    for _piece in stream:
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_500_000


@pytest.mark.parametrize("key", list(FORMATS))
def test_the_same_material_makes_the_same_bytes(make: Make, key: str) -> None:
    first, second = (b"".join(FORMATS[key].stream(make())) for _ in range(2))
    assert first == second
    assert len(first) > 500


@pytest.mark.parametrize("key", list(FORMATS))
def test_hostile_words_break_no_file(make: Make, key: str) -> None:
    pack = make_pack(title="=1+1\x00", wording="@SUM(A1)\u202e")
    assert b"".join(FORMATS[key].stream(make(pack=pack, title="=HYPERLINK(1)\x0b\udfff" * 50)))


@pytest.mark.parametrize("key", list(FORMATS))
def test_every_comment_is_read_as_often_as_is_said(material: Material, key: str) -> None:
    seen: list[None] = []
    total = sum(len(list(material.comments(question))) for question, _ in material.commented())
    for _piece in FORMATS[key].stream(material.watched(lambda: seen.append(None))):
        pass
    if FORMATS[key].passes:
        assert len(seen) == total * FORMATS[key].passes


def test_files_have_plain_names(material: Material) -> None:
    names = [each.file_name(material) for each in FORMATS.values()]
    assert names[0] == "walks-week-2026-03-09.xlsx"
    assert "walks-week-2026-03-09-report.docx" in names
    assert len(set(names)) == len(names)
    assert all(name.isascii() for name in names)


def test_an_archive_can_be_read_while_nobody_could_wind_it_back() -> None:
    data = b"".join(zipped([("a.txt", [b"one", b"two"]), ("b.txt", iter([]))]))
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.read("a.txt") == b"onetwo"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pieces_are_gathered_and_none_is_lost() -> None:
    pieces = list(gathered([b"x" * 10] * 100, size=64))
    assert b"".join(pieces) == b"x" * 1000
    assert max(map(len, pieces)) == 70


def test_no_line_of_a_cell_and_no_header_is_a_formula() -> None:
    assert safe_lines("=1\nfine\n-2") == "'=1\nfine\n'-2"
    text = b"".join(csv_lines(["=head"], [["+1"], [12], ["a\r\n@b"]])).decode()
    assert text == "'=head\r\n'+1\r\n12\r\n\"a\n'@b\"\r\n"

"""The checker: silent on what we make, and loud on every way to break it, in either format."""

from __future__ import annotations

import struct
from collections.abc import Callable
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.archive import archive
from consult.documents.booklet import build_blank_form
from consult.documents.building import build_response
from consult.documents.checking import check_bytes, check_file, opening
from consult.documents.checking.rules import contrast
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.model import Document
from consult.documents.opendocument import render_odt
from consult.documents.word import render_docx
from consult.packs.model import Pack
from tests.documents.breaking import adding, both, broken, parts_of, replacing
from tests.documents.conftest import ON
from tests.documents.opendocument_breaks import ODT_BREAKS
from tests.documents.word_breaks import BODY, SETTINGS, WORD_BREAKS

URDU = "یہ ٹیکنالوجی 2024-25 میں London کے لوگوں پر استعمال ہوئی۔"


@pytest.fixture(scope="module")
def document(pack: Pack) -> Document:
    details = Details(
        name="Ama",
        capacity=Capacity.ORGANISATION,
        organisation="Street Watch",
        confidentiality=Confidentiality.ASKED,
        confidentiality_reason="It names a child.",
        sources=("The Commissioner https://www.gov.uk/x",),
        summary=("One",),
    )
    answers = {"q1": Answer("agree", "One.\n\nTwo."), "q3": Answer(None, f"{URDU}\n\nএটা বাংলা।")}
    sheet = AnswerSheet(pack.id, pack.version, answers)
    return build_response(pack, sheet, details, on=ON, words=NullTranslations(), language="en")


@pytest.fixture(scope="module")
def word(document: Document) -> bytes:
    return render_docx(document)


@pytest.fixture(scope="module")
def odt(document: Document) -> bytes:
    return render_odt(document)


def rules(data: bytes) -> set[str]:
    return {fault.rule for fault in check_bytes(data)}


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("large_print", [False, True])
def test_what_we_make_has_no_faults(
    pack: Pack, sheet: AnswerSheet, document: Document, language: str, large_print: bool
) -> None:
    words = NullTranslations()
    details = Details(large_print=large_print)
    made = [
        document,
        build_response(pack, sheet, details, on=ON, words=words, language=language),
        build_response(
            pack, AnswerSheet(pack.id, 3), Details(provenance=False), on=ON, words=words, language=language
        ),
        build_blank_form(pack, on=ON, words=words, language=language, large_print=large_print),
    ]
    faults = [fault for each in made for render in (render_docx, render_odt) for fault in check_bytes(render(each))]
    assert faults == []


@pytest.mark.parametrize("name", list(WORD_BREAKS))
def test_a_broken_word_file_is_caught(word: bytes, name: str) -> None:
    rule, how = WORD_BREAKS[name]
    assert rule in rules(broken(word, how))


@pytest.mark.parametrize("name", list(ODT_BREAKS))
def test_a_broken_opendocument_file_is_caught(odt: bytes, name: str) -> None:
    rule, how = ODT_BREAKS[name]
    assert rule in rules(broken(odt, how))


def test_python_docx_as_it_comes_fails() -> None:
    saved = BytesIO()
    docx.Document().save(saved)
    assert {"language", "moment", "picture", "trace", "title", "heading"} <= rules(saved.getvalue())


def test_a_zip_entry_that_tells_the_time_is_caught(word: bytes) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts_of(word).items():
            package.writestr(name, content)
    assert rules(target.getvalue()) == {"moment"}


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"PK\x05\x06" + bytes(18), b"PK\x03\x04" + bytes(40)],
    ids=["nothing", "text", "empty", "torn"],
)
def test_what_is_no_archive_is_said_to_be_none(data: bytes) -> None:
    assert rules(data) == {"archive"}


def test_another_kind_of_archive_is_refused() -> None:
    assert "archive" in rules(archive([("a.txt", b"x")]))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "UNPACKED_LIMIT", 1_000_000)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(50_000_000))
    assert rules(target.getvalue()) == {"bomb"}


def test_a_bomb_that_lies_about_its_size_is_an_unsound_archive(word: bytes) -> None:
    # The central directory's uncompressed size is made small: what is there must not be trusted.
    at = word.index(b"PK\x01\x02") + 24
    lying = word[:at] + struct.pack("<I", 3) + word[at + 4 :]
    assert rules(lying) & {"archive", "xml"}


def test_an_entity_reads_no_file(word: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    hostile = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:settings'
    data = broken(
        word,
        both(replacing(SETTINGS, "<w:settings", hostile), replacing(SETTINGS, "</w:settings>", "&e;</w:settings>")),
    )
    faults = check_bytes(data)
    assert "xml" in {fault.rule for fault in faults}
    assert "hidden words" not in " ".join(map(str, faults))


def test_a_part_named_outside_the_archive_is_caught(word: bytes) -> None:
    assert "archive" in rules(broken(word, adding("../outside.xml", "<x/>")))


VALUES = [b"", b"-1", b"9999999", "²".encode(), b"x", b"../../x", b"1e9pt", b"rId1"]


@pytest.mark.parametrize("make", [render_docx, render_odt])
@settings(max_examples=100, deadline=None, derandomize=True)
@given(data=st.data())
def test_damage_never_raises(document: Document, make: Callable[[Document], bytes], data: st.DataObject) -> None:
    """Damaged bytes, and damaged values, which leave the markup well formed and so reach the rules themselves."""
    sound = parts_of(make(document))
    name = data.draw(st.sampled_from([name for name in sound if name.endswith((".xml", ".rels"))]))
    damaged = bytearray(sound[name])
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    values = sound[name].split(b'"')
    values[2 * data.draw(st.integers(0, (len(values) - 2) // 2)) + 1] = data.draw(st.sampled_from(VALUES))
    for content in (bytes(damaged), b'"'.join(values)):
        assert isinstance(check_bytes(archive((sound | {name: content}).items())), list)


def test_a_file_is_read_from_its_path(word: bytes, tmp_path: Path) -> None:
    file = tmp_path / "response.docx"
    file.write_bytes(word)
    assert check_file(file) == []


def test_a_fault_says_where_and_what(word: bytes) -> None:
    (fault,) = check_bytes(broken(word, replacing(BODY, "<w:sectPr", "<w:p/><w:sectPr")))
    assert str(fault).startswith("word/document.xml, paragraph ")
    assert str(fault).endswith(": the paragraph is empty [empty]")


@pytest.mark.parametrize(("colour", "ratio"), [("000000", 21), ("FFFFFF", 1), ("767676", 4.54)])
def test_contrast(colour: str, ratio: float) -> None:
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)

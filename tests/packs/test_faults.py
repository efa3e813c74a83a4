"""Each way of breaking a pack is reported with its file, its key and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult.packs.faults import Fault, PackError, nearest, shown
from consult.packs.loading import check_pack, load_pack
from consult.packs.reading import FILES, REQUIRED, read_contents
from consult.packs.rules import RULES, Rule
from tests.packs.broken import ALL
from tests.packs.broken import case as broken
from tests.packs.broken.case import Broken
from tests.packs.example import change


def test_the_good_pack_has_no_fault(small_pack: Path) -> None:
    assert check_pack(small_pack) == []


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.file}-{case.what}".replace(" ", "-"))
def test_a_broken_pack_says_where_and_how_to_mend_it(small_pack: Path, case: Broken) -> None:
    change(small_pack, case.file, case.old, case.new)
    found = check_pack(small_pack)
    here = [fault for fault in found if (fault.file, fault.key) == (f"bus-times/{case.file}", case.key)]
    assert [fault for fault in here if case.wrong in fault.wrong and case.mend in fault.mend], found
    assert all(fault.wrong and fault.mend for fault in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_broken_by_some_case(tmp_path_factory: pytest.TempPathFactory, rule: Rule) -> None:
    assert any(_breaks(rule, case, tmp_path_factory.mktemp("pack")) for case in ALL)


def _breaks(rule: Rule, case: Broken, folder: Path) -> bool:
    pack = broken.write_broken(folder, case)
    return any(rule(read_contents(pack)))


def test_ten_faults_at_once_are_ten_lines(small_pack: Path) -> None:
    ten = [
        (broken.MAIN, 'body = "Valley Council"', 'body = ""'),
        (broken.MAIN, '"17:00"', '"5pm"'),
        (broken.MAIN, "buses@valley", "buses at valley"),
        (broken.QUESTIONS, "number = 3", "number = 4"),
        (broken.QUESTIONS, broken.GLOSS, f"{broken.GLOSS}\nsurprise = 1"),
        (broken.QUESTIONS, '["night-bus"]', '["day-bus"]'),
        (broken.GUIDES, broken.PROMPT, '"Night buses are good."'),
        (broken.TERMS, "A bus after", "A <i>bus after"),
        (broken.HISTORY, "28 February 2026", "28 February"),
        (broken.SOURCES, "https://valley", "http://valley"),
    ]
    for name, old, new in ten:
        change(small_pack, name, old, new)
    with pytest.raises(PackError) as raised:
        load_pack(small_pack)
    lines = str(raised.value).splitlines()
    assert len(lines) == len(raised.value.faults) == 10
    assert all(line.startswith("bus-times/") and " — mend: " in line for line in lines)
    read_in = [name for name in FILES for line in lines if line.startswith(f"bus-times/{name}")]
    assert [line.split(":")[0] for line in lines] == [f"bus-times/{name}" for name in read_in]


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_file_is_one_fault(small_pack: Path, name: str) -> None:
    (small_pack / name).unlink()
    faults = [fault for fault in check_pack(small_pack) if fault.key == "(whole file)"]
    assert faults == [
        Fault(
            f"bus-times/{name}",
            "(whole file)",
            "the file is missing",
            f"add {name}; docs/packs.md says what it holds",
        )
    ]


def test_a_file_that_cannot_be_read_does_not_bring_faults_elsewhere(small_pack: Path) -> None:
    for name in REQUIRED:
        change(small_pack, name, " = ", " == ")
    assert [fault.file for fault in check_pack(small_pack)] == [f"bus-times/{name}" for name in REQUIRED]


@pytest.mark.parametrize("name", sorted(set(FILES) - set(REQUIRED)))
def test_a_file_that_may_be_left_out_may_be_left_out(small_pack: Path, name: str) -> None:
    change(small_pack, broken.QUESTIONS, 'terms = ["night-bus"]\n', "")
    (small_pack / name).unlink()
    assert check_pack(small_pack) == []


def test_a_folder_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    (fault,) = check_pack(tmp_path / "nowhere")
    assert "no such folder" in fault.wrong


def test_an_empty_folder_lacks_what_a_pack_needs(tmp_path: Path) -> None:
    assert [fault.file for fault in check_pack(tmp_path)] == [f"{tmp_path.name}/{name}" for name in REQUIRED]


def test_a_file_of_another_name_is_pointed_out(small_pack: Path) -> None:
    (small_pack / "question.toml").write_text("", encoding="utf-8")
    (fault,) = check_pack(small_pack)
    assert fault.file == "bus-times/question.toml"
    assert "did you mean `questions.toml`?" in fault.mend


def test_a_file_in_another_encoding_is_a_fault(small_pack: Path) -> None:
    (small_pack / broken.TERMS).write_bytes('x = "café"'.encode("latin-1"))
    (fault,) = [fault for fault in check_pack(small_pack) if fault.file.endswith(broken.TERMS)]
    assert (fault.key, fault.wrong) == ("byte 9", "this is not UTF-8 text")


def test_a_folder_in_place_of_a_file_is_a_fault(small_pack: Path) -> None:
    (small_pack / broken.TERMS).unlink()
    (small_pack / broken.TERMS).mkdir()
    (fault,) = check_pack(small_pack)
    assert fault.wrong.startswith("it cannot be opened")


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(small_pack: Path) -> None:
    for name in FILES:
        text = (small_pack / name).read_text(encoding="utf-8")
        (small_pack / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert check_pack(small_pack) == []


def test_a_fault_is_one_line_whatever_the_pack_holds(small_pack: Path) -> None:
    change(small_pack, broken.MAIN, "[dates]", '"a\\nb\\u202e\\u001b[31m" = 1\n[dates]')
    (fault,) = check_pack(small_pack)
    assert len(str(fault).splitlines()) == 1
    assert str(fault).isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "= ",
        "questions = 1\nsections = 2\nscales = 'x'",
        "questions = [1, [], {}]",
        "[[questions]]\nnumber = []\nid = 1\nwording = 2\nterms = {}\nkind = []\n[[questions]]\nwording = [{}]",
        "[questions]\nq1 = 1",
        "questions = [{ id = [{}], scale = {}, guide = 1 }]",
    ],
)
def test_values_of_any_shape_bring_faults_and_never_an_error(small_pack: Path, text: str) -> None:
    for name in FILES:
        (small_pack / name).write_text(text, encoding="utf-8")
        assert check_pack(small_pack) or name not in REQUIRED


@pytest.mark.parametrize(
    "text",
    [
        "guides = 1",
        "guides = []",
        "guides = { q1 = 1, q2 = [], q3 = { supporters = 1, critics = [1], think_about = 2, note = [] } }",
        "opinion = [1]\n[guides]\nq1 = { supporters = [{ text = 1, sources = [1, {}] }] }",
        '[guides."q1.supporters"]\nnote = 1',
    ],
)
def test_guides_of_any_shape_bring_faults_and_never_an_error(small_pack: Path, text: str) -> None:
    (small_pack / broken.GUIDES).write_text(text, encoding="utf-8")
    assert check_pack(small_pack)


@pytest.mark.parametrize(("name", "expected"), [("glos", "gloss"), ("zzz", ""), ("g" * 100_000, "")])
def test_the_nearest_name_is_found_fast(name: str, expected: str) -> None:
    assert nearest(name, ["gloss", "kind"]) == expected


def test_a_long_value_is_cut_in_a_message() -> None:
    assert shown("x" * 1000) == f"`{'x' * 59}…`"

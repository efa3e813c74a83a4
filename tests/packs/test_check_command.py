"""`flask packs check` prints every fault on a line of its own, and ends as a script expects."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from consult.cli.packs_check import check
from consult.packs.loading import bundled
from tests.packs.example import change


def test_bundled_packs_are_good_and_each_has_a_line() -> None:
    result = CliRunner().invoke(check)
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) == len(bundled())
    assert "17 questions, wording 0 verified, 2 quoted, 15 unchecked." in result.output


def test_a_good_pack_is_summed_up_in_a_line(small_pack: Path) -> None:
    result = CliRunner().invoke(check, [str(small_pack)])
    assert result.exit_code == 0
    expected = "bus-times: “Bus times in the valley”: 3 questions, wording 1 verified, 1 quoted, 1 unchecked.\n"
    assert result.output == expected


def test_every_fault_has_a_line_and_the_count_comes_last(small_pack: Path) -> None:
    change(small_pack, "pack.toml", '"17:00"', '"5pm"')
    change(small_pack, "questions.toml", '["night-bus"]', '["day-bus"]')
    result = CliRunner().invoke(check, [str(small_pack)])
    assert result.exit_code == 1
    first, second, count = result.output.splitlines()
    assert first.startswith("bus-times/pack.toml: dates.closing_time: ")
    assert second.startswith("bus-times/questions.toml: questions[1].terms[1]: ")
    assert " — mend: " in first
    assert " — mend: " in second
    assert count == "2 faults in 1 pack."


def test_one_fault_is_counted_as_one(small_pack: Path) -> None:
    change(small_pack, "pack.toml", '"17:00"', '"5pm"')
    assert CliRunner().invoke(check, [str(small_pack)]).output.endswith("\n1 fault in 1 pack.\n")


def test_a_pack_in_the_folder_at_hand_can_be_checked(small_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_pack)
    assert CliRunner().invoke(check, ["."]).exit_code == 0


def test_a_path_that_is_no_folder_is_a_mistake_in_the_command(small_pack: Path) -> None:
    for path in (small_pack / "nowhere", small_pack / "pack.toml"):
        assert CliRunner().invoke(check, [str(path)]).exit_code == 2

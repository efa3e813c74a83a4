"""Packs are found by folder and loaded fast, and several packs' faults come together."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from consult.packs.faults import PackError
from consult.packs.loading import bundled, check_pack, load_all, load_pack, pack_folder
from consult.packs.rules.wording import checksum
from tests.packs.example import VERIFIED_TEXT, change, write_pack

ENOUGH_SECONDS = 0.2


def test_the_small_pack_is_read_as_it_is_written(small_pack: Path) -> None:
    pack = load_pack(small_pack)
    assert pack.title == "Bus times in the valley"
    assert pack.questions[0].guide.supporters[0].text == "Night workers need a way home."
    assert pack.questions[2].wording.text == VERIFIED_TEXT
    assert pack.about_you[1].only_if == ("rider", "yes")
    assert pack.source("letter").url is None


def test_bundled_packs_are_found_by_id() -> None:
    assert pack_folder("home-office-facial-recognition") in bundled()


@pytest.mark.parametrize("pack_id", ["", ".", "..", "nowhere", "../data", "/"])
def test_an_unknown_pack_is_not_found(pack_id: str) -> None:
    with pytest.raises(LookupError):
        pack_folder(pack_id)


def test_all_packs_are_loaded_by_id(small_pack: Path) -> None:
    assert list(load_all([*bundled(), small_pack])) == ["home-office-facial-recognition", "bus-times"]
    assert list(load_all()) == ["home-office-facial-recognition"]


def test_the_faults_of_all_packs_come_together(tmp_path: Path) -> None:
    packs = []
    for name, number in (("one", 1), ("two", 2)):
        (tmp_path / name).mkdir()
        packs.append(write_pack(tmp_path / name))
        change(packs[-1], "questions.toml", f"number = {number}", f"number = {number}0")
    with pytest.raises(PackError) as raised:
        load_all(packs)
    assert len(raised.value.faults) == sum(len(check_pack(pack)) for pack in packs) > 1


def test_two_packs_of_one_id_are_a_fault(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    with pytest.raises(PackError, match="two packs are called `bus-times`"):
        load_all([write_pack(folder) for folder in folders])


def test_a_checksum_is_of_the_text_without_outer_white_space() -> None:
    assert checksum(" a‘b’ \n") == checksum("a‘b’") != checksum("a'b'")


def test_the_home_office_pack_loads_in_well_under_a_fifth_of_a_second() -> None:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        load_pack(pack_folder("home-office-facial-recognition"))
        taken.append(time.perf_counter() - start)
    assert min(taken) < ENOUGH_SECONDS

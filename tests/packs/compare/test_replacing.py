"""Files are replaced together or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from consult.packs.compare.replacing import ReplaceError, Replacement, replace_all


def replacements(folder: Path) -> list[Replacement]:
    made = []
    for name in ("one", "two"):
        path = folder / name
        path.write_bytes(b"old")
        made.append(Replacement(path, b"old", b"new"))
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_are_replaced_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    with replace_all(replacements(tmp_path)):
        pass
    assert contents(tmp_path) == {"one": b"new", "two": b"new"}


def test_all_are_put_back_when_the_block_fails(tmp_path: Path) -> None:
    def check() -> None:
        raise LookupError

    with pytest.raises(LookupError), replace_all(replacements(tmp_path)):
        check()
    assert contents(tmp_path) == {"one": b"old", "two": b"old"}


def test_a_file_that_changed_meanwhile_stops_it_all(tmp_path: Path) -> None:
    made = replacements(tmp_path)
    made[1].path.write_bytes(b"newer")
    with pytest.raises(ReplaceError, match="two was changed"), replace_all(made):
        pass
    assert contents(tmp_path) == {"one": b"old", "two": b"newer"}


def test_a_file_that_is_gone_stops_it_all(tmp_path: Path) -> None:
    made = replacements(tmp_path)
    made[1].path.unlink()
    with pytest.raises(ReplaceError, match="cannot be written"), replace_all(made):
        pass
    assert contents(tmp_path) == {"one": b"old"}


def test_permissions_stay(tmp_path: Path) -> None:
    made = replacements(tmp_path)
    made[0].path.chmod(0o640)
    with replace_all(made):
        pass
    assert made[0].path.stat().st_mode & 0o777 == 0o640


def test_a_file_is_never_seen_half_written(tmp_path: Path) -> None:
    one = replacements(tmp_path)[0]
    with one.path.open("rb") as reader, replace_all([one]):
        assert reader.read() == b"old"
        assert one.path.stat().st_ino != os.fstat(reader.fileno()).st_ino


def test_a_disk_that_fills_up_between_two_files_changes_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def replace_unless_two(path: Path, target: Path) -> Path:
        if target.name == "two":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, target)

    made = replacements(tmp_path)
    monkeypatch.setattr(Path, "replace", replace_unless_two)
    with pytest.raises(ReplaceError, match="No space left on device"), replace_all(made):
        pass
    assert contents(tmp_path) == {"one": b"old", "two": b"old"}

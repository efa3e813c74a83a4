"""Several files replaced together: each at one stroke, and all put back when anything goes wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile


class ReplaceError(Exception):
    """A file could not be replaced; all of them are as they were. The message says which and why."""


@dataclass(frozen=True)
class Replacement:
    """A file, what it held when it was read, and what it is to hold."""

    path: Path
    old: bytes
    new: bytes


@contextmanager
def replace_all(replacements: Sequence[Replacement]) -> Iterator[None]:
    """Replace files in their order for as long as the block succeeds; if it raises, put them back.

    Raises `ReplaceError` when a file no longer holds what was read, or cannot be written.
    """
    done: list[Replacement] = []
    try:
        for one in replacements:
            _refuse_changed(one)
            if one.new != one.old:
                _replace(one.path, one.new)
                done.append(one)
        yield
    except BaseException as error:
        for one in reversed(done):
            _replace(one.path, one.old)
        if isinstance(error, OSError):
            raise ReplaceError(f"The pack cannot be written: {error.strerror}. Nothing was changed.") from error
        raise


def _refuse_changed(one: Replacement) -> None:
    if one.path.read_bytes() != one.old:
        raise ReplaceError(f"{one.path.name} was changed by somebody else meanwhile. Nothing was written.")


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file and then put that in its place, with the same permissions."""
    beside: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".new", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, beside)
        beside.replace(path)
    except BaseException:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        raise

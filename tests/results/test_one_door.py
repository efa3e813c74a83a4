"""Only the store, which counts, and this room, which protects, ever handle a raw number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import consult

_ROOT = Path(consult.__file__).parent
_RAW = {"consult.results.tally", "consult.results.cell_key", "consult.results.advancing"}
_ALLOWED = {"store", "results"}
_OTHERS = [path for path in _ROOT.rglob("*.py") if path.relative_to(_ROOT).parts[0] not in _ALLOWED]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", _OTHERS, ids=lambda path: str(path.relative_to(_ROOT)))
def test_no_other_room_knows_raw_numbers(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not _RAW & set(imported(tree))
    assert not [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "key_sum"
    ]


def test_the_other_rooms_are_looked_at() -> None:
    assert len(_OTHERS) > 20

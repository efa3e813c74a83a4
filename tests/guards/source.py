"""The product's Python, file by file, as text and as a tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from consult.settings import ROOT

GENERATED = "consult/store/migrations/versions/"
"""Written once by a tool, kept as history, and never changed."""


@dataclass(frozen=True)
class Source:
    """A file: its path below the checkout, and what is in it."""

    path: str
    text: str

    @property
    def name(self) -> str:
        """Return the module's own name; a package's is the name of its folder."""
        file = Path(self.path)
        return file.parent.name if file.stem == "__init__" else file.stem

    @cached_property
    def tree(self) -> ast.Module:
        """Return the file as a tree."""
        return ast.parse(self.text)

    def calls(self) -> list[ast.Call]:
        """Return every call in the file."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]


@cache
def product() -> tuple[Source, ...]:
    """Return every module of the product that is written by hand."""
    return tuple(source for source in below("consult") if not source.path.startswith(GENERATED))


def below(folder: str) -> list[Source]:
    """Return every module in a folder of the checkout and below it."""
    files = sorted((ROOT / folder).rglob("*.py"))
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def imported(tree: ast.AST) -> set[str]:
    """Return every module that a tree imports, by its whole name."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def called(call: ast.Call) -> str:
    """Return the name under which something is called: `b` for `b()` and for `a.b()`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""

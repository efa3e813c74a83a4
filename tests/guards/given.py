"""What the code gives to each template: the names in every call that renders one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.guards.source import Source, called

RENDERS = {"page", "render_template"}
ITSELF = "consult/web/pages.py"
"""Where `page` stands, which passes on whatever it is given."""


@dataclass(frozen=True)
class Given:
    """One way to render a template: where it is, and the names that it gives."""

    place: str
    template: str
    names: frozenset[str]


def given(source: Source) -> Iterator[Given]:
    """Give every rendering in a module; one that passes on what its function is given counts for each caller."""
    for function in ast.walk(source.tree):
        if isinstance(function, ast.FunctionDef) and source.path != ITSELF:
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and called(call) in RENDERS:
                    yield from _renderings(source, function, call)


def _renderings(source: Source, function: ast.FunctionDef, call: ast.Call) -> Iterator[Given]:
    place, template, names = f"{source.path}:{call.lineno}", _text(call), _names(call)
    if template and not any(keyword.arg is None for keyword in call.keywords):
        yield Given(place, template, names)
        return
    for caller in source.calls():
        if called(caller) == function.name:
            yield Given(place, template or _text(caller), names | _names(caller))


def _names(call: ast.Call) -> frozenset[str]:
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)


def _text(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return str(first.value) if isinstance(first, ast.Constant) else ""

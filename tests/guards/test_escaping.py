"""Whatever a person typed is escaped: nothing switches that off, and nothing is called safe that is not listed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import nodes

from tests.guards.source import Source, called, product
from tests.guards.templates import callee, component, ours, parsed

ESCAPED = {"english", "_", "gettext", "ngettext"}
"""What escapes whatever it is given, and says that what comes back is markup."""

MARKUP = {
    "consult/resident/question_page.py": {"Markup(render_template('notice.html', text=text))"},
}
"""Texts that are declared to be markup though they are not written out there. Templates escape what they show."""

UNESCAPING = {
    "unescape",
    "striptags",
    "mark_safe",
    "render_template_string",
    "from_string",
    "Environment",
    "Template",
}


def called_safe(tree: nodes.Template) -> Iterator[str]:
    """Give every place where a template says that escaping is not needed."""
    for name in (each.name for each in tree.find_all(nodes.Filter)):
        if name in {"safe", "striptags"}:
            yield f"|{name}"
    for node in tree.find_all((nodes.EvalContextModifier, nodes.MarkSafe, nodes.MarkSafeIfAutoescape)):
        yield f"line {node.lineno}: {type(node).__name__}"


def raw(tree: nodes.Template) -> Iterator[str]:
    """Give every value handed to a GOV.UK macro as markup, which the macro does not escape."""
    blocks = {node.target.name for node in tree.find_all(nodes.AssignBlock) if isinstance(node.target, nodes.Name)}
    for line, value in as_markup(tree):
        for part in parts(value):
            ours = isinstance(part, nodes.Name) and part.name in blocks
            if not (ours or isinstance(part, nodes.Const) or callee(part) in ESCAPED):
                yield f"line {line}: {part}"


def as_markup(tree: nodes.Template) -> Iterator[tuple[int, nodes.Expr]]:
    for pair in tree.find_all(nodes.Pair):
        if isinstance(pair.key, nodes.Const) and str(pair.key.value).lower().endswith("html"):
            yield pair.lineno, pair.value
    for keyword in tree.find_all(nodes.Keyword):
        if keyword.key.lower().endswith("html"):
            yield keyword.lineno, keyword.value


def parts(value: nodes.Expr) -> Iterator[nodes.Expr]:
    """Give each value that a condition may choose."""
    if isinstance(value, nodes.CondExpr):
        yield from parts(value.expr1)
        yield from parts(value.expr2) if value.expr2 else ()
    else:
        yield value


def unescaped(source: Source) -> Iterator[str]:
    """Give every place where code declares a text to be markup, or makes templates that do not escape."""
    for call in source.calls():
        declares = called(call) == "Markup" and not all(isinstance(given, ast.Constant) for given in call.args)
        if declares or called(call) in UNESCAPING or any(each.arg == "autoescape" for each in call.keywords):
            yield ast.unparse(call)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and node.name == "__html__":
            yield f"{node.name} in line {node.lineno}"


@pytest.mark.parametrize("path", ours())
def test_a_template_calls_nothing_safe(path: str) -> None:
    tree = parsed(ours()[path])
    assert list(called_safe(tree)) == []
    assert list(raw(tree)) == []


def test_code_declares_nothing_else_to_be_markup() -> None:
    found = {source.path: set(unescaped(source)) for source in product()}
    assert {path: texts for path, texts in found.items() if texts} == MARKUP


def test_every_template_escapes(app: Flask) -> None:
    decide = app.jinja_env.autoescape
    assert callable(decide)
    assert all(decide(path) for path in ours())
    assert app.jinja_env.from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;"


def test_the_macros_take_markup_under_the_names_that_are_looked_for() -> None:
    macros = {callee(call) for text in ours().values() for call in parsed(text).find_all(nodes.Call)}
    trees = list(filter(None, map(component, macros)))
    assert len(trees) > 8
    given = [
        node.node.attr
        for tree in trees
        for node in tree.find_all(nodes.Filter)
        if node.name == "safe" and isinstance(node.node, nodes.Getattr)
    ]
    assert [name for name in given if not name.lower().endswith("html")] == []


@pytest.mark.parametrize(
    "text",
    ["{{ text | safe }}", "{% autoescape false %}{{ text }}{% endautoescape %}", "{{ text | striptags }}"],
)
def test_a_template_that_does_not_escape_is_seen(text: str) -> None:
    assert list(called_safe(parsed(text)))


@pytest.mark.parametrize(
    "text",
    ["{{ f({'html': text}) }}", "{{ f({'html': 'x' if y else text}) }}", "{{ f(dict(titleHtml=pack.title)) }}"],
)
def test_a_value_handed_over_as_markup_is_seen(text: str) -> None:
    assert list(raw(parsed(text)))


@pytest.mark.parametrize(
    "text",
    ["{{ f({'html': english(text)}) }}", "{% set t %}{{ text }}{% endset %}{{ f({'html': t if t else none}) }}"],
)
def test_an_escaped_value_passes(text: str) -> None:
    assert not list(raw(parsed(text)))


@pytest.mark.parametrize("text", ["Markup(text)", "Markup(f'<b>{text}</b>')", "Environment(autoescape=False)"])
def test_code_that_does_not_escape_is_seen(text: str) -> None:
    assert list(unescaped(Source("x.py", text)))

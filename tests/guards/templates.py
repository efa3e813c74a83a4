"""The site's templates and those of GOV.UK Frontend, read the way Jinja reads them."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, nodes

from consult.settings import ROOT

_JINJA = Environment(autoescape=True)
_COMPONENTS = files("govuk_frontend_jinja") / "templates" / "components"
TRANSLATING = {"_", "gettext", "ngettext"}


def ours() -> dict[str, str]:
    """Return the text of every template of the site by its path."""
    found = sorted((ROOT / "consult").rglob("templates/**/*.html"))
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in found}


def component(macro: str) -> nodes.Template | None:
    """Return the template that defines a macro such as `govukBackLink`, None if it is no component."""
    name = macro.removeprefix("govuk")
    folder = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).strip("-")
    file = _COMPONENTS / folder / "macro.html"
    return parsed(file.read_text(encoding="utf-8")) if macro.startswith("govuk") and file.is_file() else None


def parsed(source: str) -> nodes.Template:
    """Return a template as a tree."""
    return _JINJA.parse(source)


def markup(source: str) -> str:
    """Return a template's own text alone: a blank stands for every expression, nothing for tags and comments."""
    parts = []
    for _line, kind, text in _JINJA.lex(source):
        if kind == "data":
            parts.append(text)
        elif kind == "variable_begin":
            parts.append(" ")
    return "".join(parts)


def callee(node: nodes.Node) -> str:
    """Return the name of what a call calls, empty when it has none."""
    return node.node.name if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) else ""

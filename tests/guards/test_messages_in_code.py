"""Every message is written out where it is asked for, so that the catalogues can find it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from consult.documents.faces import FACES
from consult.results.exports.formats import FORMATS
from consult.settings import ROOT
from tests.guards.extraction import KEYWORDS, words_in_code

LATER = {
    "consult/documents/faces.py": {"words.gettext(self.label)"},
    "consult/results/exports/formats.py": {"words.gettext(self.label)", "words.gettext(self.purpose)"},
}
"""Calls that look up a message which `N_` marks elsewhere, by file."""


def faults(source: str, path: str = "") -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node.func) in KEYWORDS:
            if ast.unparse(node) not in LATER.get(path, set()):
                yield from _unwritten(node)
        elif isinstance(node, ast.JoinedStr):
            yield from _hidden(node)
        elif isinstance(node, ast.Assign):
            yield from _renamed(node)


def name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _unwritten(call: ast.Call) -> Iterator[str]:
    """A message that is put together, or held elsewhere, is in no catalogue."""
    for place in KEYWORDS[name_of(call.func)] or (1,):
        at = place[0] if isinstance(place, tuple) else place
        message = call.args[at - 1] if len(call.args) >= at else None
        if not isinstance(message, ast.Constant) or not isinstance(message.value, str):
            yield f"line {call.lineno}: {ast.unparse(call)}: the message is not written out"
        elif "{" in message.value:
            yield f"line {call.lineno}: {ast.unparse(call)}: use %(name)s"


def _hidden(text: ast.JoinedStr) -> Iterator[str]:
    """Before Python 3.12 the extraction cannot see into an f-string."""
    for node in ast.walk(text):
        if isinstance(node, ast.Call) and name_of(node.func) in KEYWORDS:
            yield f"line {node.lineno}: {ast.unparse(node)}: asked for inside an f-string"


def _renamed(assignment: ast.Assign) -> Iterator[str]:
    """A lookup under a name that the extraction does not know hides all its messages."""
    for target in assignment.targets:
        pairs = [(target, assignment.value)]
        if isinstance(target, ast.Tuple) and isinstance(assignment.value, ast.Tuple):
            pairs = list(zip(target.elts, assignment.value.elts, strict=False))
        for name, value in pairs:
            lookup = name_of(value) in {"gettext", "ngettext", "pgettext", "npgettext", "lazy_gettext"}
            if lookup and name_of(name) not in KEYWORDS:
                yield f"line {assignment.lineno}: {ast.unparse(name)} is no keyword of tools/messages"


def test_every_message_is_written_out() -> None:
    found = {}
    for file in (ROOT / "consult").rglob("*.py"):
        path = file.relative_to(ROOT).as_posix()
        found[path] = list(faults(file.read_text(encoding="utf-8"), path))
    assert len(found) > 50
    assert not {path: each for path, each in found.items() if each}


def test_the_exceptions_are_still_there() -> None:
    for path, calls in LATER.items():
        found = {ast.unparse(node) for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))}
        assert calls <= found


def test_what_is_looked_up_later_is_among_the_words_of_the_code() -> None:
    later = {face.label for face in FACES.values()}
    later |= {text for each in FORMATS.values() for text in (each.label, each.purpose)}
    assert later <= {message.id for message in words_in_code()}


@pytest.mark.parametrize(
    "source",
    [
        "_(f'Question {number}')",
        "_('Question ' + number)",
        "_('Question {}'.format(number))",
        "_('Question {}').format(number)",
        "_('Question %s' % number)",
        "_(question)",
        "words.ngettext('one answer', f'{count} answers', count)",
        "f'{text} {words.gettext(\"[note]\")}'",
        "tell = words.gettext",
        "book, tell = Book(), words.gettext",
    ],
)
def test_a_message_that_no_catalogue_could_hold_is_seen(source: str) -> None:
    assert list(faults(source))


@pytest.mark.parametrize(
    "source",
    [
        "_('Question %(number)s', number=number)",
        "_('one ' 'message')",
        "say = words.gettext",
        "text = say('Cover')",
    ],
)
def test_a_message_that_is_written_out_passes(source: str) -> None:
    assert not list(faults(source))

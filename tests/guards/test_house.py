"""How the code must read, measured: short files and functions, types, names, and few suppressions."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from consult.settings import ROOT
from tests.guards.source import Source, below, called, imported, product

FILE_LINES = 300
FUNCTION_LINES = 40
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|misc|managers?)(_|$)")

MOST_SUPPRESSIONS = {"consult": 20, "tests": 14, "bench": 6, "tools": 1}
"""How many comments may silence a check. These numbers only ever fall: lower them when there are fewer."""

SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|mypy:|pragma|nosec|pylint|ruff:)")
WITH_REASON = re.compile(r"#\s*(noqa: [A-Z]+\d+(, [A-Z]+\d+)* - |type: ignore\[[a-z, -]+\] +# )\w")

PRINTS = {
    "consult/serving.py": "when the site is up, the operator at the terminal reads where it is",
    "consult/web/server_log.py": "writes the log, and closes every other way to the terminal",
}
"""The modules outside the commands that write to the terminal, and why."""


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def too_long(source: Source) -> Iterator[str]:
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield f"{source.path} has {lines} lines"
    for function in functions(source):
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > FUNCTION_LINES:
            yield f"{source.path}: {function.name} has {length} lines"


def untyped(source: Source) -> Iterator[str]:
    for function in functions(source):
        given = function.args
        every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        for argument in filter(None, every):
            if argument.annotation is None and argument.arg not in {"self", "cls"}:
                yield f"{source.path}: {function.name} takes {argument.arg} of no type"
        if function.returns is None:
            yield f"{source.path}: {function.name} returns something of no type"


def shadows(sources: tuple[Source, ...]) -> Iterator[str]:
    """Give each module that is called like one of the standard library which a module beside it imports."""
    for source in sources:
        beside = [each for each in sources if PurePosixPath(each.path).parent == PurePosixPath(source.path).parent]
        if source.name in sys.stdlib_module_names and any(source.name in tops(each) for each in beside):
            yield source.path


def tops(source: Source) -> set[str]:
    return {name.partition(".")[0] for name in imported(source.tree)}


def suppressions(text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT and SUPPRESSION.search(token.string)]


def clockless(source: Source) -> Iterator[str]:
    """Give every way to ask for the time that leaves open which time zone is meant."""
    for call in source.calls():
        asks = ast.unparse(call.func)
        if called(call) in {"now", "fromtimestamp"} and asks.startswith("datetime") and not call.keywords:
            if len(call.args) < (1 if called(call) == "now" else 2):
                yield f"{source.path}: {ast.unparse(call)}"
        elif asks.endswith(("date.today", "datetime.today", "utcnow", "utcfromtimestamp", "localtime")):
            yield f"{source.path}: {ast.unparse(call)}"


def prints(source: Source) -> bool:
    names = {called(call) for call in source.calls()}
    streams = {node.attr for node in ast.walk(source.tree) if isinstance(node, ast.Attribute)}
    return bool({"print", "pprint", "echo", "secho"} & names or {"stdout", "stderr"} & streams)


def test_files_and_functions_are_short() -> None:
    assert len(product()) > 100
    assert [fault for source in product() for fault in too_long(source)] == []


def test_every_argument_and_result_has_a_type() -> None:
    assert [fault for source in product() for fault in untyped(source)] == []


def test_a_name_says_what_a_module_is_about() -> None:
    parts = {part.removesuffix(".py") for source in product() for part in PurePosixPath(source.path).parts}
    assert [part for part in parts if SAYS_NOTHING.search(part)] == []


def test_no_module_hides_one_of_the_standard_library() -> None:
    assert list(shadows(product())) == []


def test_suppressions_are_few_and_say_why() -> None:
    found: Counter[str] = Counter()
    for source in [each for folder in MOST_SUPPRESSIONS for each in below(folder)] + tools():
        comments = suppressions(source.text)
        found[source.path.partition("/")[0]] += len(comments)
        assert [comment for comment in comments if not WITH_REASON.match(comment)] == [], source.path
    assert {folder: count for folder, count in found.items() if count > MOST_SUPPRESSIONS[folder]} == {}


def tools() -> list[Source]:
    """Return the commands in Python that have no ending to their name."""
    files = [file for file in sorted((ROOT / "tools").iterdir()) if file.is_file()]
    texts = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}
    return [Source(path, text) for path, text in texts.items() if "python" in text.partition("\n")[0]]


def test_a_time_always_has_a_time_zone() -> None:
    assert [fault for source in product() for fault in clockless(source)] == []


def test_only_commands_write_to_the_terminal() -> None:
    writing = {source.path for source in product() if prints(source)}
    assert {path for path in writing if not path.startswith("consult/cli/")} == set(PRINTS)


@pytest.mark.parametrize("text", ["datetime.now()", "datetime.datetime.now()", "date.today()", "datetime.utcnow()"])
def test_a_time_without_a_zone_is_seen(text: str) -> None:
    assert list(clockless(Source("x.py", text)))


@pytest.mark.parametrize("text", ["datetime.now(UTC)", "datetime.now(tz=UTC)", "today(pack)", "self.now()"])
def test_a_time_with_a_zone_passes(text: str) -> None:
    assert not list(clockless(Source("x.py", text)))


@pytest.mark.parametrize("text", ["print(1)", "sys.stderr.write('x')", "click.echo('x')"])
def test_writing_to_the_terminal_is_seen(text: str) -> None:
    assert prints(Source("x.py", text))


@pytest.mark.parametrize(
    "comment",
    ["# noqa", "# noqa: S101", "# type: ignore", "# type: ignore[misc]", "# noqa S101 - why"],
)
def test_a_suppression_without_a_reason_is_seen(comment: str) -> None:
    assert suppressions(f"x = 1  {comment}\n")
    assert not WITH_REASON.match(comment)


def test_long_and_untyped_functions_are_seen() -> None:
    text = "def f(a):\n" + "    a += 1\n" * FUNCTION_LINES
    source = Source("x.py", text * 8)
    assert len(list(too_long(source))) == 9
    assert len(list(untyped(source))) == 16


def test_a_module_that_hides_another_is_seen() -> None:
    sources = (Source("a/html.py", ""), Source("a/b.py", "from html import escape"), Source("c/json.py", ""))
    assert list(shadows(sources)) == ["a/html.py"]

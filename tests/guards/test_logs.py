"""Nothing is logged but what is listed here, and nothing listed here can hold what a person typed."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.guards.source import Source, called, imported, product

METHODS = {"debug", "info", "warning", "warn", "error", "critical", "fatal", "exception", "log"}

LOGGED = {
    # What a request may leave behind: its route, its status, and in steps how long it took and how much it gave.
    "consult/web/request_log.py": {
        "LOG.info('%s %d %d ms %d kB', request.endpoint or 'no-page', response.status_code, spent, size)"
    },
    # The name of an error's class, and the places in the code that it passed.
    "consult/web/errors.py": {"LOG.error('%s', places(error))"},
    # To organisers only, and the name of an error's class.
    "consult/web/mail.py": {"_log.warning('An email could not be sent: %s', type(error).__name__)"},
    "consult/web/server_log.py": {
        "LOG.warning('Something was written past the log, and was left out')",
        "LOG.error('An error that nobody caught: %s', places(error) if error else 'none')",
    },
    # A fixed sentence each. `error` is a `StoreUnavailable`: its text is the name of the database's error.
    "consult/store/drafts.py": {"_log.warning('A stored draft could not be opened, and was treated as not found')"},
    "consult/store/mixing/inbox.py": {
        "_log.error('A row of the inbox could not be opened: was SECRET_KEY changed without keeping the old one?')",
        "_log.error('A row of the inbox is not in the form that this version writes')",
    },
    "consult/store/forgetting/retention.py": {
        "_log.warning('The daily clean-up has to wait: %s', error)",
        "_log.warning('A part of the daily clean-up failed: %s', type(error).__name__)",
        "_log.warning('The answers of a campaign are not erased while its tallies cannot be opened')",
    },
    "consult/store/forgetting/scrubbing.py": {
        "_log.warning('Deleted rows could not be scrubbed yet: %s', type(error.orig).__name__)",
        "_log.warning('Deleted rows could not be scrubbed yet: somebody is reading')",
    },
    "consult/store/mixing/tallying.py": {
        (
            "_log.error('The tallies of a campaign could not be opened: "
            "was SECRET_KEY changed without keeping the old one?')"
        )
    },
    "consult/store/mixing/submissions.py": {
        "_log.warning('A release has to wait for the next submission: %s', error)"
    },
}

SET_UP_LOGS = {
    "consult/packs/compare/reading/pdf.py": "silences the library that reads PDF files",
}
"""The modules that touch logging and log nothing."""


def logged(source: Source) -> Iterator[str]:
    """Give every call of a log's method as it is written."""
    for call in source.calls():
        match call.func:
            case ast.Attribute(attr=method, value=ast.Name(id=name)) if method in METHODS and name in loggers(
                source
            ):
                yield ast.unparse(call)
            case ast.Attribute(attr=method, value=ast.Attribute(attr="logger")) if method in METHODS:
                yield ast.unparse(call)
            case ast.Attribute(attr="showwarning" | "print_exc" | "print_exception" | "format_exc"):
                yield ast.unparse(call)


def loggers(source: Source) -> set[str]:
    """Return the names that loggers have in a module."""
    names = {"logging", "logger", "log", "LOG", "_log"}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and called(node.value) == "getLogger":
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def test_what_is_logged_is_listed() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for source in product():
        for call in logged(source):
            found[source.path].add(call)
    assert found == LOGGED


def test_only_listed_modules_can_log() -> None:
    importing = {source.path for source in product() if {"logging", "syslog", "traceback"} & imported(source.tree)}
    assert importing == {*LOGGED, *SET_UP_LOGS}


@pytest.mark.parametrize(
    "text",
    [
        "import logging\nlogging.info(text)",
        "from logging import getLogger\nnotes = getLogger('x')\nnotes.debug(text)",
        "current_app.logger.warning(text)",
        "app.logger.exception('x')",
        "traceback.print_exc()",
    ],
)
def test_a_call_that_logs_is_seen(text: str) -> None:
    assert list(logged(Source("x.py", text)))

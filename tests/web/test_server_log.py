"""The whole output of the running server, searched for what a visitor sent and for where they came from."""

from __future__ import annotations

import logging
import os
import re
import signal
import time
from pathlib import Path

import pytest

from consult.web.server_log import AllowList, is_worth_a_line, places
from tests.web.hostile import MARK, PATH, VISITOR, Hostile, hostile, request, requests

BROKEN = "tests.web.broken_site:app"
SENT = requests()

SAYS = {
    re.compile(r"(INFO|WARNING|ERROR|CRITICAL|DEBUG) gunicorn\.error: [A-Z][^@]*"),
    re.compile(r"(WARNING|ERROR|CRITICAL) [\w.-]+: at [\w./-]+:\d+( \(\w+ at [\w./:< -]+\))?"),
    re.compile(r"INFO consult\.requests: [\w.-]+ \d{3} [125]0* ms \d+ kB"),
    re.compile(r"ERROR consult\.errors: \w+ at [\w./:< -]+"),
    re.compile(r"ERROR consult\.server: An error that nobody caught: \w+ at [\w./:< -]+"),
    re.compile(r"WARNING consult\.server: Something was written past the log, and was left out"),
}
"""Every shape that a line may have."""


def attack(server: Hostile) -> None:
    """Send everything, and let the worker be given up in the middle."""
    for data in SENT.values():
        server.send(data)
    for page in ("broken-store", "guessing", "guessing", "broken"):
        server.send(request(f"GET /{page}{PATH} HTTP/1.1"))
        server.send(request(f"GET /{page}{PATH} HTTP/1.1")[:150], leave_at_once=True)


def give_up_the_worker(written: Path) -> None:
    """Hold the worker still until gunicorn ends it."""
    worker = int(re.findall(r"Booting worker with pid: (\d+)", written.read_text())[-1])
    os.kill(worker, signal.SIGSTOP)
    until = time.monotonic() + 20
    while written.read_text().count("Booting worker") < 2 and time.monotonic() < until:
        time.sleep(0.1)


def after_the_greeting(text: str) -> list[str]:
    """Return the lines of the log, without what the operator reads at the start."""
    lines = text.splitlines()
    start, end = lines.index(""), lines.index("Stop the site with Ctrl+C.")
    return [line for line in lines[:start] + lines[end + 1 :] if line]


def test_nothing_that_a_visitor_sent_is_in_the_output(tmp_path: Path) -> None:
    with hostile(tmp_path, BROKEN) as (server, written):
        assert server.send(SENT["nothing"]) == b"HTTP/1.1 200 OK"
        attack(server)
        assert b"429" in server.send(request(f"GET /guessing{PATH} HTTP/1.1"))
        give_up_the_worker(written)
        assert server.send(SENT["nothing"]) == b"HTTP/1.1 200 OK"
    text = written.read_text(encoding="utf-8", errors="replace")
    assert MARK not in text.lower()
    assert VISITOR not in text
    assert "203.0.113" not in text
    assert "Traceback" not in text
    assert [line for line in after_the_greeting(text) if not any(shape.fullmatch(line) for shape in SAYS)] == []
    for said in ("WORKER TIMEOUT", "broken_site.py", "py.warnings", "nobody caught", "past the log", "ms 16 kB"):
        assert said in text, said


def test_gunicorns_own_log_would_have_told(tmp_path: Path) -> None:
    """What is sent is found where gunicorn logs as it does by itself, so finding nothing means something."""
    loud = {"GUNICORN_CMD_ARGS": "--access-logfile=- --logger-class=gunicorn.glogging.Logger"}
    with hostile(tmp_path, BROKEN, **loud) as (server, written):
        attack(server)
    text = written.read_text(encoding="utf-8", errors="replace")
    assert f"ip={VISITOR}" in text
    assert f"{VISITOR} - -" in text
    assert text.lower().count(MARK) > 10


def record(name: str, level: int, path: str, message: object, *values: object) -> logging.LogRecord:
    return logging.LogRecord(name, level, path, 7, message, values, None)


@pytest.mark.parametrize(
    ("name", "path", "message", "line"),
    [
        ("gunicorn.error", "/lib/gunicorn/arbiter.py", "Booting worker with pid: %s", "Booting worker with pid: 5"),
        (
            "gunicorn.error",
            "/lib/gunicorn/workers/base.py",
            "Invalid request from ip=%s",
            "at gunicorn/workers/base.py:7",
        ),
        ("consult", "/lib/flask_other/x.py", "typed: %s", "at lib/flask_other/x.py:7"),
        ("other", "/lib/gunicorn/arbiter.py", "Booting worker with pid: %s", "at lib/gunicorn/arbiter.py:7"),
    ],
)
def test_a_sentence_is_written_if_it_is_listed_and_else_its_place_is(
    name: str, path: str, message: str, line: str
) -> None:
    said = record(name, logging.WARNING, path, message, 5)
    assert AllowList().format(said) == f"WARNING {name}: {line}"


def test_what_is_not_listed_and_no_warning_is_not_written() -> None:
    assert not is_worth_a_line(record("gunicorn.error", logging.DEBUG, "/x.py", "%s %s", "GET", "/path"))
    assert is_worth_a_line(record("gunicorn.error", logging.INFO, "/x.py", "Using worker: %s", "gthread"))


def test_an_error_is_told_by_its_kind_and_its_place() -> None:
    with pytest.raises(ValueError, match=MARK) as caught:
        int(MARK)
    assert places(caught.value).startswith("ValueError at ")
    assert MARK not in places(caught.value)
    assert places(ValueError(MARK)) == "ValueError at no place"

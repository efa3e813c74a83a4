"""What may be written while the site is up: an allow-list, whoever writes.

Libraries put what they are given into their messages: gunicorn an address and a request, a database driver a row.
So sentences of ours are written, and those of gunicorn's that are listed here. Of anything else only the place in
the code and the kind of error are. No line has a time: `docs/decisions/logs.md` says why.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from typing import TextIO

LOG = logging.getLogger("consult.server")
OURS = str(Path(__file__).resolve().parent.parent) + os.sep
MOST_PLACES = 6

GUNICORN_SAYS = frozenset(
    {
        "Autorestarting worker after current request.",
        "Booting worker with pid: %s",
        "Can't connect to %s",
        "Connection in use: %s",
        "Handling signal: %s",
        "Hang up: %s",
        "Invalid address: %s",
        "Listening at: %s",
        "Listening at: %s (%s)",
        "Quick shutdown requested",
        "Reason: %s",
        "Shutting down: %s",
        "Starting gunicorn %s",
        "Using worker: %s",
        "WORKER TIMEOUT (pid:%s)",
        "Worker (pid:%s) exited with code %s.",
        "Worker (pid:%s) was sent %s!",
        "Worker (pid:%s) was sent %s! Perhaps out of memory?",
        "Worker exiting (pid: %s)",
        "graceful stop of workers",
    }
)
"""Gunicorn's sentences that hold process numbers, signals, versions and the site's own address, nobody else's."""


def places(error: BaseException) -> str:
    """Return the kind of an error and where in the code it rose, never its text: that may hold what was typed.

    Of the way through libraries, only the end is told.
    """
    passed, trace = [], error.__traceback__
    while trace is not None:
        passed.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    told = [each for each in passed[:-1] if each[0].startswith(OURS)] + passed[-1:]
    way = " < ".join(place(*each) for each in reversed(told[-MOST_PLACES:]))
    return f"{type(error).__name__} at {way or 'no place'}"


def place(file: str, line: int) -> str:
    """Return a place in the code, by the last names of its path."""
    return f"{'/'.join(Path(file).parts[-3:])}:{line}"


class AllowList(logging.Formatter):
    """Writes the sentences that may be written, and of all others the place and the kind of error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for a record."""
        says = record.getMessage() if is_listed(record) else f"at {place(record.pathname, record.lineno)}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.levelname} {record.name}: {says}" + (f" ({places(error)})" if error else "")


def is_listed(record: logging.LogRecord) -> bool:
    """Say whether a record's sentence is one that may be written."""
    return record.pathname.startswith(OURS) or (record.name == "gunicorn.error" and record.msg in GUNICORN_SAYS)


def is_worth_a_line(record: logging.LogRecord) -> bool:
    """Say whether to write a record at all: below a warning, a place alone tells nobody anything."""
    return is_listed(record) or record.levelno >= logging.WARNING


def write_to(stream: TextIO, level: str) -> None:
    """Send every log of the process to `stream`, through the allow-list. `level` is for the app and gunicorn."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(AllowList())
    handler.addFilter(is_worth_a_line)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelName(level.upper())))
    for name in ("consult", "gunicorn.error"):
        logging.getLogger(name).setLevel(level.upper())
    # A sentence that does not fit its values would be printed with them.
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)


def close_other_ways() -> None:
    """Leave no way to the terminal but the log: Python prints an error that nobody caught with its whole text."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda given: _note(given.exc_value)
    sys.unraisablehook = lambda given: _note(given.exc_value)
    sys.stdout = sys.stderr = Nowhere()


class Nowhere(io.TextIOBase):
    """A stream that says once that something was written to it, and forgets what."""

    _told = False

    def write(self, text: str) -> int:
        """Forget the text."""
        if not self._told:
            self._told = True
            LOG.warning("Something was written past the log, and was left out")
        return len(text)


def _uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    _note(error)


def _note(error: BaseException | None) -> None:
    LOG.error("An error that nobody caught: %s", places(error) if error else "none")


class GunicornSettings(Protocol):
    """As much of gunicorn's settings as its log needs."""

    loglevel: str


class ServerLog:
    """What gunicorn logs through: the same allow-list, and no access log, whatever the command line asks for."""

    access_log_enabled = False

    def __init__(self, cfg: GunicornSettings) -> None:
        log = logging.getLogger("gunicorn.error")
        self.debug, self.info, self.warning = log.debug, log.info, log.warning
        self.error, self.critical, self.exception, self.log = log.error, log.critical, log.exception, log.log
        self.setup(cfg)

    def setup(self, cfg: GunicornSettings) -> None:
        """Take gunicorn's settings, at the start and at each reload."""
        self.cfg = cfg
        write_to(sys.__stderr__ or io.StringIO(), cfg.loglevel)

    def access(self, *_: object) -> None:
        """Leave out what gunicorn would write about a request."""

    def reopen_files(self) -> None:
        """Do nothing: there are no files."""

    def close_on_exec(self) -> None:
        """Do nothing: there are no files."""

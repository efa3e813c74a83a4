"""How gunicorn serves the site: `gunicorn --config python:consult.serving wsgi:app`."""

from __future__ import annotations

import os
import resource
import sys
from typing import TYPE_CHECKING

from consult.cli.starting import greeting, make_ready
from consult.redaction.names.vocabulary import vocabulary
from consult.settings import PREFIX, Reader, SettingsError
from consult.store.database import StoreUnavailable, begin_with_own_connections
from consult.upkeep import Upkeep
from consult.web.server_log import ServerLog, close_other_ways

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter
    from gunicorn.workers.base import Worker

LEVELS = ("debug", "info", "warning", "error", "critical")


def _level(given: Reader) -> str:
    """Return how much to log. Raises `SettingsError` for anything that is no level."""
    level = given.text("LOG_LEVEL", "warning").lower()
    if level not in LEVELS:
        raise SettingsError(f"{PREFIX}LOG_LEVEL takes {', '.join(LEVELS)}, not {level!r}")
    return level


try:
    _given = Reader(os.environ)
    bind = _given.text("BIND", "127.0.0.1:8000")
    workers = _given.number("WORKERS", 2) or 1
    threads = _given.number("THREADS", 4) or 1
    loglevel = _level(_given)
except SettingsError as fault:
    sys.exit(f"The site cannot start.\n{fault}")

worker_class = "gthread"
preload_app = True
# Gunicorn writes addresses and requests into both of its logs, so it gets one of ours.
logger_class = ServerLog
accesslog = None
errorlog = "-"
proc_name = "consult"
control_socket_disable = True
timeout = 60
graceful_timeout = 10
max_requests = 20_000
max_requests_jitter = 2_000
# The site stands at the root of its host; nobody may say otherwise in a header.
forwarder_headers = ""
# Addresses of pages are short; anything longer is not ours.
limit_request_line = 4094


def on_starting(server: Arbiter) -> None:
    """Bring the database up to date before the first worker starts, or stop with why that cannot be done."""
    # The memory of a process holds what people type: a crash must not write it to the disk.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Read once here and shared by the workers, instead of once in each of them while somebody waits.
    for language in ("en", "cy"):
        vocabulary(language)
    try:
        make_ready(server.app.wsgi())
    except StoreUnavailable as error:
        sys.exit(f"The site cannot start.\nThe database cannot be reached or brought up to date ({error}).")


def when_ready(server: Arbiter) -> None:
    """Say where the site is and what to do next."""
    sys.stdout.write(greeting(server.app.wsgi(), f"http://{bind}") + "\n")
    sys.stdout.flush()


def post_fork(server: Arbiter, _worker: Worker) -> None:
    """Let a worker, which handles what people type, write to the log only, and have connections of its own."""
    close_other_ways()
    with server.app.wsgi().app_context():
        begin_with_own_connections()


def post_worker_init(worker: Worker) -> None:
    """Start the worker's daily clean-up. Whichever worker of whichever machine is first does each day's."""
    worker.upkeep = Upkeep(worker.app.wsgi())
    worker.upkeep.start()


def worker_exit(_server: Arbiter, worker: Worker) -> None:
    """Stop the clean-up with the worker."""
    if upkeep := getattr(worker, "upkeep", None):
        upkeep.stop()

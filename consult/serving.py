"""How gunicorn serves the site: `gunicorn --config python:consult.serving wsgi:app`."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

from consult.cli.starting import greeting, make_ready
from consult.settings import PREFIX, Reader, SettingsError
from consult.store.database import StoreUnavailable

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter

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
# No access log: it would hold addresses. The app's own request log has an allow-list of fields.
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
    _write_logs()
    try:
        make_ready(server.app.wsgi())
    except StoreUnavailable as error:
        sys.exit(f"The site cannot start.\nThe database cannot be reached or brought up to date ({error}).")


def when_ready(server: Arbiter) -> None:
    """Say where the site is and what to do next."""
    sys.stdout.write(greeting(server.app.wsgi(), f"http://{bind}") + "\n")
    sys.stdout.flush()


def _write_logs() -> None:
    """Write the app's own logs to standard error. Other packages' stay quiet: they have no allow-list."""
    ours = logging.getLogger("consult")
    ours.setLevel(loglevel.upper())
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    ours.addHandler(handler)
    ours.propagate = False

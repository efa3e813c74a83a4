"""How gunicorn serves the site: `gunicorn --config python:consult.serving wsgi:app`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from consult.cli.starting import greeting, make_ready

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter

bind = os.environ.get("CONSULT_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("CONSULT_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("CONSULT_THREADS", "4"))
preload_app = True
# No access log: it would hold addresses. The app's own request log has an allow-list of fields.
accesslog = None
errorlog = "-"
loglevel = os.environ.get("CONSULT_LOG_LEVEL", "warning")
proc_name = "consult"
control_socket_disable = True
timeout = 60
graceful_timeout = 10
max_requests = 20_000
max_requests_jitter = 2_000
# Addresses of pages are short; anything longer is not ours.
limit_request_line = 4094


def on_starting(server: Arbiter) -> None:
    """Bring the database up to date before the first worker starts."""
    make_ready(server.app.wsgi())


def when_ready(server: Arbiter) -> None:
    """Say where the site is and what to do next."""
    print(greeting(server.app.wsgi(), f"http://{bind}"), flush=True)  # noqa: T201 - the operator reads it

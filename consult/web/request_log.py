"""The request log: an allow-list of fields, and nothing else. No address, agent, query, cookie or text."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

LOG = logging.getLogger("consult.requests")


def init_request_log(app: Flask) -> None:
    """Log each request's method, the name of its page, its status and its time in whole milliseconds."""
    app.before_request(_start)
    app.after_request(_finish)


def _start() -> None:
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    if LOG.isEnabledFor(logging.INFO):
        spent = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000)
        LOG.info("%s %s %d %d ms", request.method, request.endpoint or "no-page", response.status_code, spent)
    return response

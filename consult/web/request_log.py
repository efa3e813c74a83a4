"""The request log: an allow-list of four fields, and nothing else. No address, agent, query, cookie or text.

Time and size come in steps: the exact size of a page would tell how much somebody has written, and the exact time
how much work it made. The route goes by its name, which is the same in every language, and the method is left out:
a visitor can put any word in its place.
"""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

LOG = logging.getLogger("consult.requests")

KILOBYTE = 1024


def init_request_log(app: Flask) -> None:
    """Log the name of each request's route, its status, its time in milliseconds and its size in kilobytes."""
    app.before_request(_start)
    app.after_request(_finish)


def time_step(milliseconds: float) -> int:
    """Return the first of 1, 2, 5, 10, 20, 50 and so on that is not less."""
    decade = 1
    while milliseconds > 5 * decade:
        decade *= 10
    return next(step * decade for step in (1, 2, 5) if milliseconds <= step * decade)


def size_step(size: int) -> int:
    """Return the first of 0, 1, 4, 16, 64 and so on, in kilobytes, that holds a number of bytes."""
    step = 1 if size else 0
    while size > step * KILOBYTE:
        step *= 4
    return step


def _start() -> None:
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    if LOG.isEnabledFor(logging.INFO):
        spent = time_step((time.perf_counter() - g.get("started", time.perf_counter())) * 1000)
        size = size_step(response.calculate_content_length() or 0)
        LOG.info("%s %d %d ms %d kB", request.endpoint or "no-page", response.status_code, spent, size)
    return response

"""A clear page, with the right status, for everything that can go wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus

from flask import Flask, current_app, make_response, request
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge
from werkzeug.wrappers import Response

from consult.store.database import StoreUnavailable
from consult.web.pages import page
from consult.web.server_log import places

LOG = logging.getLogger("consult.errors")
DRAIN_LIMIT = 64 * 1024 * 1024
"""The most bytes of a refused body that are read and thrown away, so that the browser gets to see the page."""

Framing = Callable[[str, str], str | None]
"""Makes the page for an error from its heading and its text, or returns None to leave it to the shared one."""

FRAMING = "error-framing"


def init_errors(app: Flask) -> None:
    """Answer every error with a page of ours."""
    app.extensions[FRAMING] = lambda _heading, _text: None
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(StoreUnavailable, _store_away)
    app.register_error_handler(Exception, _unexpected)
    # Flask's own log of an exception prints its text.
    app.log_exception = _no_log  # type: ignore[method-assign] # the method that Flask gives for this


def frame_errors(app: Flask, framing: Framing) -> None:
    """Let a site put the errors on its own pages into its own frame."""
    app.extensions[FRAMING] = framing


def _no_log(exc_info: object) -> None:
    """Leave the exception's text out of every log: it may hold what a person typed."""


def _words(status: int) -> tuple[str, str]:
    """Return the heading and the text for a status."""
    known = {
        400: (_("We could not read that"), _("Go back, then try again. Your browser keeps what you typed.")),
        403: (_("You cannot open this page"), _("You may need to sign in first.")),
        404: (_("Page not found"), _("Check the address, or start again from the first page.")),
        405: (_("That cannot be done here"), _("Go back, then try again. Your browser keeps what you typed.")),
        413: (
            _("That was too much at once"),
            _("Nothing is lost. Go back: your browser keeps what you typed. Make it shorter."),
        ),
        429: (
            _("Please wait a little"),
            _("There were many tries in a short time. Wait a minute, then try again."),
        ),
        503: (
            _("We cannot reach the saved answers right now"),
            _("Nothing is lost. Wait a minute, then try again. What you saved before is still there."),
        ),
    }
    return known.get(status, (_("Something went wrong"), _("It is our fault, not yours. Go back, then try again.")))


def error_page(status: int) -> Response:
    """Return the page for a status."""
    heading, text = _words(status)
    framing: Framing = current_app.extensions[FRAMING]
    return make_response(framing(heading, text) or page("error.html", heading=heading, text=text), status)


def _http_error(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    if isinstance(error, RequestEntityTooLarge):
        _drain()
    response = error_page(error.code)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after"}:
            response.headers[name] = value
    return response


def _drain() -> None:
    """Read the refused body away: closing a socket with unread bytes would show the browser no page at all."""
    stream, left = request.environ["wsgi.input"], min(request.content_length or 0, DRAIN_LIMIT)
    while left > 0 and (chunk := stream.read(min(left, 65536))):
        left -= len(chunk)


def _store_away(_error: StoreUnavailable) -> Response:
    return error_page(503)


def _unexpected(error: Exception) -> Response:
    """Log the kind of error and where it rose, never its text: that may hold what a person typed."""
    LOG.error("%s", places(error))
    return error_page(InternalServerError.code)

"""The headers that every response carries. No page loads, frames or sends to anything but this site."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cache-Control": "no-store",
}
"""Sent with every page. `no-store`: a page can hold what a person typed, and the machine may be shared."""

HTTPS_ONLY = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}


class WithHeaders:
    """A WSGI app with headers added, in place of any of the same names that it sets itself."""

    def __init__(self, app: WSGIApplication, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = list(headers.items())
        self._names = {name.lower() for name in headers}

    def __call__(self, environment: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""

        def start(status: str, headers: list[tuple[str, str]], *error: object) -> object:
            kept = [pair for pair in headers if pair[0].lower() not in self._names]
            return start_response(status, kept + self._headers, *error)  # type: ignore[arg-type] # as it came

        return self._app(environment, start)  # type: ignore[arg-type] # the server's own writer comes back


def init_headers(app: Flask) -> None:
    """Add the headers to every response of the app."""
    headers = HEADERS | (HTTPS_ONLY if app.config["SESSION_COOKIE_SECURE"] else {})
    app.wsgi_app = WithHeaders(app.wsgi_app, headers)  # type: ignore[assignment, method-assign] # the way that Flask documents

"""The headers that every response carries. No page loads, frames or sends to anything but this site."""

from __future__ import annotations

from flask import Flask, Response, current_app

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


def add_headers(response: Response) -> Response:
    """Add the headers to a response that does not already set them."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers.update(HTTPS_ONLY)
    return response


def init_headers(app: Flask) -> None:
    """Add the headers to every response."""
    app.after_request(add_headers)

"""The wiring of the app: every part, once, in the order in which a request meets it."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from consult.cli import init_commands
from consult.organiser import init_organiser
from consult.packs.loading import bundled, load_all
from consult.resident import resident
from consult.settings import Settings
from consult.store.database import init_store
from consult.web.assets_manifest import init_assets
from consult.web.compression import init_compression
from consult.web.errors import init_errors
from consult.web.headers import init_headers
from consult.web.languages import init_languages
from consult.web.limits import init_limits
from consult.web.pages import init_pages
from consult.web.request_log import init_request_log
from consult.web.shelf import init_shelf

MOST_BYTES = 4 * 1024 * 1024
"""The largest body that a page takes: room for the longest answer in any script, many times over."""


def wire(app: Flask, settings: Settings) -> Flask:
    """Return `app` with every part in place."""
    _configure(app, settings)
    init_shelf(app, load_all([*bundled(), *settings.packs]))
    init_store(app)
    init_compression(app)
    init_headers(app)
    init_request_log(app)
    init_languages(app)
    init_limits(app, settings.rate_limit_storage)
    init_pages(app)
    init_errors(app)
    app.register_blueprint(resident)
    init_organiser(app)
    init_commands(app)
    init_assets(app)
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count, count, count)  # type: ignore[method-assign] # WSGI
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        SESSION_COOKIE_NAME="visit",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=24),
        # The guard of a form lasts as long as the visit: an answer may take an afternoon to write.
        WTF_CSRF_TIME_LIMIT=None,
        PREFERRED_URL_SCHEME="https" if settings.https else "http",
        OPERATOR=settings.operator,
        CONTACT=settings.contact,
    )

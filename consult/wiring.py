"""The wiring of the app: every part, once, in the order in which a request meets it."""

from __future__ import annotations

import sys
from datetime import timedelta

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from consult.cli import init_commands
from consult.organiser import init_organiser
from consult.packs.faults import PackError
from consult.packs.loading import bundled, load_all
from consult.resident import resident
from consult.settings import Settings, SettingsError
from consult.store.database import init_store
from consult.web.assets_manifest import AssetsError, init_assets
from consult.web.compression import init_compression
from consult.web.errors import init_errors
from consult.web.headers import init_headers
from consult.web.incoming import Incoming
from consult.web.languages import CatalogueError, init_languages
from consult.web.limits import LimitsError, init_limits
from consult.web.pages import init_pages
from consult.web.redacting import init_redaction
from consult.web.request_log import init_request_log
from consult.web.shelf import init_shelf
from consult.web.visits import VisitCookie

MOST_BYTES = 4 * 1024 * 1024
"""The largest body that a page takes: room for the longest answer in any script, many times over."""


START_FAULTS = (SettingsError, PackError, AssetsError, CatalogueError, LimitsError)


def wire_or_stop() -> Flask:
    """Return the app, or end the process with every fault that keeps it from starting, in plain words."""
    try:
        return wire()
    except START_FAULTS as fault:
        sys.exit(f"The site cannot start.\n{fault}")


def wire(settings: Settings | None = None) -> Flask:
    """Return the app with every part in place.

    Raises one of `START_FAULTS`, with what to mend, instead of starting half ready.
    """
    settings = settings or Settings.from_environment()
    app = Flask("consult", static_folder=None, template_folder="web/templates")
    app.request_class = Incoming
    _configure(app, settings)
    app.session_interface = VisitCookie()
    init_shelf(app, load_all([*bundled(), *settings.packs]))
    init_redaction(app, settings.names_model)
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
        # Not the prefix: the site stands at the root of its host, and many prefixes would fill the prepared pages.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign] # WSGI
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SECRET_KEY_FALLBACKS=list(settings.older_secrets),
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        # A site beside ours on the domain can set no cookie of such a name (RFC 6265bis, section 4.1.3.2).
        SESSION_COOKIE_NAME="__Host-visit" if settings.https else "visit",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=24),
        # The guard of a form lasts as long as the visit: an answer may take an afternoon to write.
        WTF_CSRF_TIME_LIMIT=None,
        PREFERRED_URL_SCHEME="https" if settings.https else "http",
        DRAFT_DAYS=settings.draft_days,
        INSTANCE=str(settings.instance),
        OPERATOR=settings.operator,
        CONTACT=settings.contact,
        MAIL_URL=settings.mail_url,
        MAIL_FROM=settings.mail_from,
    )

"""The signed cookie of a visit. Flask makes its signer anew for each request; ours lasts as long as the app."""

from __future__ import annotations

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


class VisitCookie(SecureCookieSessionInterface):
    """Flask's own signed cookie, with one signer for the life of the app."""

    _signer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Return the signer."""
        if self._signer is None:
            self._signer = super().get_signing_serializer(app)
        return self._signer

"""Handing a message to the operator's mail server, where there is one."""

from __future__ import annotations

import logging
import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import SplitResult, unquote, urlsplit

from flask import current_app

PATIENCE_SECONDS = 10
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Servers on this machine, to which the way needs no encryption."""

_PORTS = {"smtp": smtplib.SMTP_PORT, "smtps": smtplib.SMTP_SSL_PORT}
_log = logging.getLogger(__name__)


def post(message: EmailMessage) -> bool:
    """Hand a message over, and say whether the server took it: False, too, when there is no server.

    A failure is logged by its kind only.
    """
    url = urlsplit(current_app.config["MAIL_URL"])
    if not url.hostname:
        return False
    message["From"] = current_app.config["MAIL_FROM"]
    try:
        with _connect(url) as server:
            if url.username:
                server.login(unquote(url.username), unquote(url.password or ""))
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        _log.warning("An email could not be sent: %s", type(error).__name__)
        return False
    return True


def _connect(url: SplitResult) -> smtplib.SMTP:
    host, port = url.hostname or "", url.port or _PORTS[url.scheme]
    if url.scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=PATIENCE_SECONDS, context=ssl.create_default_context())
    server = smtplib.SMTP(host, port, timeout=PATIENCE_SECONDS)
    if host not in HERE:
        server.starttls(context=ssl.create_default_context())
    return server

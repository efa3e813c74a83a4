"""The site as it must not be, for the control of the canaries: what is sent is put into temporary files."""

from __future__ import annotations

from flask import Request

from consult import create_app

app = create_app()
app.request_class = Request

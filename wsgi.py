"""The WSGI entry point: `gunicorn wsgi:app`."""

from consult.wiring import wire_or_stop

app = wire_or_stop()

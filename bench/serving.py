"""The site's own way of serving, for any app: two workers, the same threads."""

from consult.serving import *  # noqa: F403 - the same settings on purpose
from consult.serving import on_starting as _make_ready

# A worker that renews itself would close connections in the middle of a measurement.
max_requests = 0


def on_starting(server: object) -> None:
    """Make the site's database ready; the floor has none."""
    if server.app.wsgi().name == "consult":  # type: ignore[attr-defined] # gunicorn's arbiter has no types
        _make_ready(server)  # type: ignore[arg-type] # as above


def when_ready(_server: object) -> None:
    """Say nothing: the measurements speak."""

"""The site's own way of serving, for any app: two workers, the same threads."""

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from consult import serving
from consult.serving import *  # noqa: F403 - the same settings on purpose

# A worker that renews itself would close connections in the middle of a measurement.
max_requests = 0


def on_starting(server: Arbiter) -> None:
    """Make the site's database ready; the floor has none."""
    if _is_the_site(server):
        serving.on_starting(server)


def when_ready(_server: Arbiter) -> None:
    """Say nothing: the measurements speak."""


def post_fork(server: Arbiter, worker: Worker) -> None:
    """Do what the site does for a worker of the site; the floor has no connections."""
    if _is_the_site(server):
        serving.post_fork(server, worker)


def post_worker_init(worker: Worker) -> None:
    """Start the clean-up of the site; the floor has nothing to clean up."""
    if _is_the_site(worker):
        serving.post_worker_init(worker)


def _is_the_site(served: Arbiter | Worker) -> bool:
    return bool(served.app.wsgi().name == "consult")

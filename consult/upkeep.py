"""The daily clean-up, done by the server itself: also on a day when nobody comes."""

from __future__ import annotations

from threading import Event, Thread

from flask import Flask

from consult.store.forgetting import retention
from consult.web.shelf import closings

HOUR = 3600.0
PATIENCE = 5.0
"""For how many seconds a server that stops waits for a clean-up that is going on. What is cut off stays due."""


class Upkeep:
    """A thread that looks once an hour, and at the start, whether today's clean-up is still to be done.

    The store lets one process at a time do it, until it is done. An error is left to `threading.excepthook`, and
    the next hour comes all the same, as each clean-up has a thread of its own.
    """

    def __init__(self, app: Flask, every: float = HOUR) -> None:
        self._app = app
        self._every = every
        self._stopped = Event()
        self._thread = Thread(target=self._go_on, name="upkeep", daemon=True)

    def start(self) -> None:
        """Begin, beside the requests."""
        self._thread.start()

    def stop(self) -> None:
        """End, and wait a moment for a clean-up that is going on."""
        self._stopped.set()
        self._thread.join(PATIENCE)

    def _go_on(self) -> None:
        while not self._stopped.is_set():
            work = Thread(target=self._clean_up, name="upkeep-today", daemon=True)
            work.start()
            work.join()
            self._stopped.wait(self._every)

    def _clean_up(self) -> None:
        with self._app.app_context():
            retention.sweep_if_due(closings())

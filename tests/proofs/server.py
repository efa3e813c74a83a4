"""The real server in a process group of its own, which a proof can kill without warning, and a browser for it."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

from consult.settings import ROOT

START_SECONDS = 60
ANSWER_SECONDS = 60
GUARD = re.compile(r'name="csrf_token" value="([^"]+)"')
FORM = "application/x-www-form-urlencoded"
LOST = (OSError, http.client.HTTPException)
"""What a browser meets when the server is killed while it waits."""


class Server:
    """A site whose files all lie in one folder: database, secret, log, temporary files and caches.

    `gunicorn` is what an operator may add to gunicorn's command, `settings` what they may set, without its prefix.
    """

    def __init__(self, folder: Path, *, app: str = "wsgi:app", gunicorn: str = "", **settings: str) -> None:
        self.folder = folder
        self._app = app
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        for name in ("instance", "temporary", "home"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        self._environment = os.environ | {
            "CONSULT_INSTANCE": str(folder / "instance"),
            "CONSULT_BIND": f"127.0.0.1:{self.port}",
            "CONSULT_HTTPS": "no",
            "TMPDIR": str(folder / "temporary"),
            "HOME": str(folder / "home"),
            "XDG_CACHE_HOME": str(folder / "home" / "cache"),
            "GUNICORN_CMD_ARGS": gunicorn,
            **{f"CONSULT_{name}": value for name, value in settings.items()},
        }
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    @property
    def log(self) -> Path:
        """Return the file with everything that the server wrote, over all its starts."""
        return self.folder / "server.log"

    def start(self) -> None:
        """Start the server as `make run` does, and wait until it answers. Raises `RuntimeError` with its log."""
        command = [sys.executable, "-m", "gunicorn", "--config", "python:consult.serving", self._app]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own server
                command, cwd=ROOT, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            try:
                Browser(self.port).get("/privacy")
            except LOST:
                time.sleep(0.05)
            else:
                return
        self.kill()
        raise RuntimeError(f"The server did not start.\n{self.log.read_text()}")

    def kill(self) -> None:
        """Kill every process of the server at once. Does nothing when it does not run."""
        if self._process is not None:
            with suppress(ProcessLookupError):  # it has ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def kill_a_worker(self) -> None:
        """Kill one of the processes that serve pages; the server starts another in its place."""
        os.kill(self.workers[0], signal.SIGKILL)

    @property
    def workers(self) -> list[int]:
        """Return the numbers of the processes that serve pages; none when the server does not run."""
        if self._process is None:
            return []
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        return [int(child) for child in children]

    def unlinked(self) -> list[Path]:
        """Return the files that workers have open although they have no name any more, as temporary ones do."""
        opened = (link for worker in self.workers for link in Path(f"/proc/{worker}/fd").iterdir())
        return [link for link in opened if _target(link).endswith(" (deleted)")]

    def wait_until_all_is_read(self) -> None:
        """Wait until the server has taken up everything that was sent to it."""
        until = time.monotonic() + ANSWER_SECONDS
        while any(_queues(self.port)):
            assert time.monotonic() < until, "the server does not read what was sent"
            time.sleep(0.02)


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except FileNotFoundError:
        return ""


def _queues(port: int) -> list[int]:
    """Return how many bytes wait in each direction of each connection with a port of this machine."""
    end = f":{port:04X}"
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    waiting = [queues for _, here, there, _, queues, *_ in lines if here.endswith(end) or there.endswith(end)]
    return [int(each, 16) for queues in waiting for each in queues.split(":")]


class Reply:
    """A status, the header fields and the whole body of what came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.location = response.headers.get("Location", "")
        self.set_cookies = response.headers.get_all("Set-Cookie") or []
        self.body = response.read()

    @property
    def text(self) -> str:
        """Return the page."""
        return self.body.decode(errors="replace")

    @property
    def guard(self) -> str:
        """Return the forgery guard of the page's form."""
        found = GUARD.search(self.text)
        assert found is not None, self.text
        return found.group(1)


class Browser:
    """Cookies, a guard for forms, and header fields of its own. Each request has a connection of its own."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self._port = port
        self._headers = dict(headers or {})
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Reply:
        """Ask for a page. Raises one of `LOST`."""
        return self.ask("GET", path)

    def post(self, path: str, fields: Mapping[str, str], *, guard: str | None = None) -> Reply:
        """Send a form, with the guard of the page at the path unless one is given. Raises one of `LOST`."""
        token = self.get(path).guard if guard is None else guard
        return self.ask("POST", path, urlencode({"csrf_token": token, **fields}).encode())

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = FORM) -> Reply:
        """Send any request. Raises one of `LOST`."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=ANSWER_SECONDS)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Content-Type": kind, **self._headers}
        try:
            connection.request(method, path, body, headers)
            reply = Reply(connection.getresponse())
        finally:
            connection.close()
        for line in reply.set_cookies:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return reply

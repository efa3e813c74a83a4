"""A running server that is asked everything that a log must not repeat, from an address that is easy to find."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from consult.settings import ROOT
from tests.conftest import PACK

VISITOR = "127.0.0.77"
WORDS = {
    name: f"planted-{name}-kwyjibo"
    for name in ("path", "query", "agent", "referrer", "cookie", "body", "header", "host", "forwarded")
}
METHOD = "KWYJIBO"
MARK = "kwyjibo"

HEADERS = (
    f"Host: {WORDS['host']}.example\r\nUser-Agent: {WORDS['agent']}\r\nReferer: http://{WORDS['referrer']}/\r\n"
    f"Cookie: answers-{PACK}={WORDS['cookie']}\r\nX-Forwarded-For: {WORDS['forwarded']}, 203.0.113.77\r\n"
)
PATH = f"/{WORDS['path']}?q={WORDS['query']}"


def request(line: str, headers: str = HEADERS, body: str = "") -> bytes:
    """Return a request as it travels."""
    size = f"Content-Length: {len(body)}\r\nContent-Type: application/x-www-form-urlencoded\r\n" if body else ""
    return f"{line}\r\n{headers}{size}Connection: close\r\n\r\n{body}".encode()


def requests() -> Mapping[str, bytes]:
    """Return what is sent, by what is wrong with it."""
    question = f"/{PACK}/question/1?q={WORDS['query']}"
    form = f"text={WORDS['body']}&phrase={WORDS['body']}"
    return {
        "nothing": request(f"GET {question} HTTP/1.1"),
        "no page": request(f"GET {PATH} HTTP/1.1"),
        "a method of its own": request(f"{METHOD} {question} HTTP/1.1"),
        "no guard": request(f"POST {question} HTTP/1.1", body=form),
        "an error in a view": request(f"GET /broken{PATH} HTTP/1.1"),
        "an error while it answers": request(f"GET /broken-later{PATH} HTTP/1.1"),
        "no request line": f"{MARK} {MARK}\r\n\r\n".encode(),
        "no such version": request(f"GET {PATH} HTTP/{MARK}"),
        "no such method": request(f"{MARK}{{}} {PATH} HTTP/1.1"),
        "a long address": request(f"GET /{MARK * 1000} HTTP/1.1"),
        "a bad header": request(f"GET {PATH} HTTP/1.1", f"{WORDS['header']} {HEADERS}"),
        "a bad value": request(f"GET {PATH} HTTP/1.1", f"X: {WORDS['header']}\0\r\n{HEADERS}"),
        "a huge header": request(f"GET {PATH} HTTP/1.1", HEADERS + f"X-A: {MARK * 2000}\r\n"),
        "many headers": request(
            f"GET {PATH} HTTP/1.1", HEADERS + "".join(f"X-{n}: {MARK}\r\n" for n in range(200))
        ),
        "a folded header": request(f"GET {PATH} HTTP/1.1", f"X: {MARK}\r\n {MARK}\r\n{HEADERS}"),
        "two lengths": request(f"POST {PATH} HTTP/1.1", HEADERS + "Content-Length: 1\r\n", body=form),
        "a bad length": request(f"POST {PATH} HTTP/1.1", HEADERS + f"Content-Length: {MARK}\r\n"),
        "a bad chunk": request(f"POST {PATH} HTTP/1.1", HEADERS + "Transfer-Encoding: chunked\r\n") + MARK.encode(),
        "an odd encoding": request(f"POST {PATH} HTTP/1.1", HEADERS + f"Transfer-Encoding: {MARK}\r\n"),
        "an expectation": request(f"POST {PATH} HTTP/1.1", HEADERS + f"Expect: {MARK}\r\n", body=form),
        "too large a body": request(f"POST {question} HTTP/1.1", HEADERS, body=f"text={MARK * 700_000}"),
        "half a body": request(f"POST {question} HTTP/1.1", HEADERS + "Content-Length: 900\r\n") + MARK.encode(),
        "a greeting in TLS": bytes.fromhex("16030100c8010000c40303") + MARK.encode() * 20,
        "a proxy's line": f"PROXY TCP4 {MARK} {VISITOR} 1 2\r\n".encode() + request(f"GET {PATH} HTTP/1.1"),
        "two hosts": request(f"GET {PATH} HTTP/1.1", HEADERS + f"Host: {MARK}\r\n"),
        "a forged scheme": request(f"GET {PATH} HTTP/1.1", HEADERS + f"X-Forwarded-Proto: {MARK}\r\n"),
    }


class Hostile:
    """A server with its request log on, and a visitor at an address of its own."""

    def __init__(self, folder: Path, app: str, output: IO[bytes], **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        given = {
            "CONSULT_INSTANCE": str(folder),
            "CONSULT_BIND": f"127.0.0.1:{self.port}",
            "CONSULT_HTTPS": "no",
            "CONSULT_WORKERS": "1",
            "CONSULT_LOG_LEVEL": "debug",
            # Both of gunicorn's own logs, asked for as loudly as an operator can.
            "GUNICORN_CMD_ARGS": "--access-logfile=- --capture-output --timeout=2",
        }
        command = [sys.executable, "-m", "gunicorn", "--config", "python:consult.serving", app]
        streams = [(os.POSIX_SPAWN_DUP2, output.fileno(), number) for number in (1, 2)]
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | given | settings
        self._process = os.posix_spawn(sys.executable, command, environment, file_actions=streams)

    def wait(self) -> None:
        """Wait until the server answers."""
        until = time.monotonic() + 30
        while self.send(request("GET /privacy HTTP/1.1", "Host: localhost\r\n")) == b"":
            assert os.waitpid(self._process, os.WNOHANG) == (0, 0), "the server stopped"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)

    def send(self, data: bytes, *, leave_at_once: bool = False) -> bytes:
        """Send bytes, and return the first line of what comes back; nothing where nobody listens or answers."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), 10, (VISITOR, 0)) as line:
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
                return b"" if leave_at_once else line.recv(65536).partition(b"\r\n")[0]
        except OSError:
            return b""

    def stop(self) -> None:
        """Stop the server as a service is stopped."""
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)


@contextmanager
def hostile(folder: Path, app: str = "wsgi:app", **settings: str) -> Iterator[tuple[Hostile, Path]]:
    """Give a running server and the file with its whole output."""
    written = folder / "output.txt"
    with written.open("wb") as output:
        server = Hostile(folder, app, output, **settings)
        try:
            server.wait()
            yield server, written
        finally:
            server.stop()

"""A plain HTTP client on raw sockets: cheap, so that it measures the server and not itself."""

from __future__ import annotations

import multiprocessing
import socket
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

CONNECTIONS = 8
"""Client processes, each with one connection: enough to keep every worker busy."""


@dataclass(frozen=True)
class Effort:
    """How long and how often something is measured: seconds of a round, rounds, and calls one after the other."""

    seconds: float = 3.0
    rounds: int = 3
    calls: int = 200


QUICK = Effort(seconds=0.1, rounds=1, calls=2)
"""Enough to see that everything can be measured. The figures mean nothing."""


class Connection:
    """One connection that is kept open."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), 30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[bytes, bytes]:
        """Send a request and return the head and the body of what comes back."""
        self._socket.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._receive()
        head, _, body = data.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        while len(body) < length:
            body += self._receive()
        return head, body

    def _receive(self) -> bytes:
        received = self._socket.recv(1 << 16)
        if not received:
            raise RuntimeError("the server closed the connection")
        return received


def request(path: str, *, cookies: str = "", body: bytes | None = None) -> bytes:
    """Return the bytes of a request for a page, or of a posted form."""
    lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", "Host: 127.0.0.1"]
    if cookies:
        lines.append(f"Cookie: {cookies}")
    if body is not None:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


def throughput(port: int, asked: bytes, seconds: float) -> float:
    """Return the requests a second that two clients get answered with 200 in `seconds`."""
    with multiprocessing.Pool(CONNECTIONS) as pool:
        counts = pool.starmap(_hammer, [(port, asked, seconds)] * CONNECTIONS)
    return sum(counts) / seconds


def _hammer(port: int, asked: bytes, seconds: float) -> int:
    connection, count, until = Connection(port), 0, time.monotonic() + seconds
    while time.monotonic() < until:
        head, _ = connection.ask(asked)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        count += 1
    return count


def timed(call: Callable[[], object], times: int) -> list[float]:
    """Return the milliseconds of each of several calls, in order of size."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        spent.append((time.perf_counter() - started) * 1000)
    return sorted(spent)


def p50_p95(spent: Sequence[float]) -> str:
    """Return the median and the 95th percentile in words."""
    return f"p50 {statistics.median(spent):.1f} ms, p95 {spent[int(len(spent) * 0.95)]:.1f} ms"

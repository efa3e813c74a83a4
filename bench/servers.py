"""Servers for the measurements: the site itself, and a bare Flask view as the floor, both as `make run` serves."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A gunicorn on a free loopback port with two workers, stopped when the block ends."""

    def __init__(self, app: str, folder: Path, **environment: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._command = [sys.executable, "-m", "gunicorn", "--config", "python:bench.serving", app]
        self._environment = os.environ | environment
        self._environment |= {
            "CONSULT_INSTANCE": str(folder),
            "CONSULT_BIND": f"127.0.0.1:{self.port}",
            "CONSULT_HTTPS": "no",
        }

    def __enter__(self) -> Server:
        self._process = subprocess.Popen(self._command, cwd=ROOT, env=self._environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own server
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(30)

    def cpu_seconds(self) -> float:
        """Return the processor seconds that the workers have used so far."""
        return sum(map(_cpu_of, self._workers()))

    def _workers(self) -> list[int]:
        parent = str(self._process.pid)
        stats = (file.read_text().rpartition(")")[2].split() for file in Path("/proc").glob("[0-9]*/stat"))
        numbers = (int(file.parent.name) for file in Path("/proc").glob("[0-9]*/stat"))
        return [number for number, stat in zip(numbers, stats, strict=False) if stat[1] == parent]


def _cpu_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS

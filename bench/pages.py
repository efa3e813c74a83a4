"""A question page beside the floor; one save; one document; the bytes of a first visit."""

from __future__ import annotations

import re
import statistics
import tempfile
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from bench.load import Connection, Effort, p50_p95, request, throughput, timed
from bench.servers import Server
from consult.web.assets_manifest import BUILT, manifest

PACK = "home-office-facial-recognition"
PAGE = f"/{PACK}/question/1"
TEXT = "One reason, in my own words, with an example from my street. " * 20


class Visitor:
    """A person with an answer saved: her cookies, and the guard of her forms."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reconnect()
        self.cookies: dict[str, str] = {}
        self.post(PAGE, choice="agree", text=TEXT)

    def reconnect(self) -> None:
        """Open the connection again: the server closes one that was quiet for a while."""
        self.connection = Connection(self.port)

    @property
    def cookie_line(self) -> str:
        """Return the cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path: str, body: bytes | None = None) -> tuple[bytes, bytes]:
        """Ask for a page, keeping the cookies that come with it."""
        head, answer = self.connection.ask(request(path, cookies=self.cookie_line, body=body))
        for line in re.findall(rb"(?i)\r\nset-cookie: ([^\r]+)", head):
            self.cookies |= {name: each.value for name, each in SimpleCookie(line.decode()).items()}
        return head, answer

    def guard(self, path: str) -> str:
        """Return the guard in a page's form."""
        found = re.search(rb'name="csrf_token" value="([^"]+)"', self.ask(path)[1])
        assert found is not None
        return found[1].decode()

    def post(self, path: str, **fields: str) -> tuple[bytes, bytes]:
        """Fill in a page's form and send it."""
        return self.ask(path, urlencode({"csrf_token": self.guard(path)} | fields).encode())


def main(effort: Effort) -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as name, Server("wsgi:app", Path(name)) as site:
        folder = Path(name)
        visitor = Visitor(site.port)
        body = folder / "page.html"
        body.write_bytes(visitor.ask(PAGE)[1])
        with Server("bench.floor:app", folder, BENCH_BODY=str(body)) as floor:
            print(f"Question page, {body.stat().st_size:,} bytes, 2 workers, ", end="")
            _beside_the_floor(site, floor, request(PAGE, cookies=visitor.cookie_line), effort)
        _one_save(visitor, effort.calls)
        _one_document(visitor, effort.calls)
        _first_visit(site.port)


def _beside_the_floor(site: Server, floor: Server, asked: bytes, effort: Effort) -> None:
    rates: dict[str, list[float]] = {"site": [], "floor": []}
    costs: dict[str, list[float]] = {"site": [], "floor": []}
    for _ in range(effort.rounds):
        for label, server, wanted in (("floor", floor, request("/")), ("site", site, asked)):
            throughput(server.port, wanted, effort.seconds / 6)
            before = server.cpu_seconds()
            rate = throughput(server.port, wanted, effort.seconds)
            rates[label].append(rate)
            costs[label].append((server.cpu_seconds() - before) / (rate * effort.seconds) * 1e6)
    ours, bare = (statistics.median(rates[label]) for label in ("site", "floor"))
    ours_cpu, bare_cpu = (statistics.median(costs[label]) for label in ("site", "floor"))
    print(f"median of {effort.rounds} rounds of {effort.seconds:g} s in turn:")
    print(f"  bare Flask view    {bare:8,.0f} a second   {bare_cpu:6.0f} µs of processor each")
    print(f"  our question page  {ours:8,.0f} a second   {ours_cpu:6.0f} µs of processor each")
    print(f"  ratio              {ours / bare:8.2f}            {bare_cpu / ours_cpu:6.2f} by processor time")


def _one_save(visitor: Visitor, calls: int) -> None:
    visitor.reconnect()
    body = urlencode({"csrf_token": visitor.guard(PAGE), "choice": "agree", "text": TEXT}).encode()
    print(f"One save, {len(TEXT):,} characters: {p50_p95(timed(lambda: visitor.ask(PAGE, body), calls))}")


def _one_document(visitor: Visitor, calls: int) -> None:
    for number in range(1, 18):
        visitor.post(f"/{PACK}/question/{number}", text=TEXT)
    path = f"/{PACK}/download"
    body = urlencode({"csrf_token": visitor.guard(path), "name": "A Person", "face": "docx"}).encode()
    head, data = visitor.ask(path, body)
    assert b" 200 " in head.split(b"\r\n")[0], head
    spent = p50_p95(timed(lambda: visitor.ask(path, body), calls))
    print(f"One Word document over HTTP, 17 answers of {len(TEXT):,} characters, {len(data):,} bytes: {spent}")


def _first_visit(port: int) -> None:
    asked = request(PAGE).replace(b"Host:", b"Accept-Encoding: gzip, br\r\nHost:")
    head, page = Connection(port).ask(asked)
    parts = {"page": len(head) + len(page)}
    parts |= {plain: (BUILT / f"{built}.br").stat().st_size for plain, built in manifest().items()}
    listed = ", ".join(f"{name} {size:,}" for name, size in parts.items())
    print(f"First question page, compressed: {sum(parts.values()):,} bytes ({listed})")

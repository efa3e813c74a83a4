"""What pages, exports and releases cost with very many responses: `python -m bench.scale --responses 100000`.

The responses are invented. With `--folder` they stay there, and the next run with it starts at once.
"""

from __future__ import annotations

import argparse
import multiprocessing
import secrets
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from flask import Flask

from bench import results_page
from consult import create_app
from consult.cli.demo import rounds, share
from consult.cli.invented import Crowd
from consult.cli.starting import make_ready
from consult.packs.loading import load_all
from consult.packs.model import Pack
from consult.results.exports.formats import FORMATS
from consult.results.exports.material import Material
from consult.results.protect import protect
from consult.settings import Settings
from consult.store import campaigns
from consult.store.database import writing
from consult.store.mixing import comments, inbox, mix, releases, tallies
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import receipts_of
from consult.store.mixing.sharing import payload_of
from consult.web.languages import DEFAULT

WAITING = 10_000
"""How many responses wait for the release that is measured."""

FEW = 1000
"""How many responses there are behind the page that the results page is held against."""


@dataclass
class Cost:
    """What something cost. Memory is the most beyond what was in use before, in megabytes."""

    seconds: float = 0
    processor: float = 0
    megabytes: float = 0

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.processor:.2f} s of processor, {max(0, self.megabytes):.0f} MB more"


def main() -> None:
    """Fill a database, or use one that is full, and print what each thing costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=1000)
    parser.add_argument("--comments", type=int, help="a fifth of the responses, if not said")
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    write = 20 if asked.comments is None else 100 * asked.comments / asked.responses
    with tempfile.TemporaryDirectory() as temporary:
        few, many = Path(temporary) / "few", asked.folder or Path(temporary) / "many"
        for folder, responses in ((few, FEW), (many, asked.responses)):
            _in_another_process(_fill, folder, write, responses)
        pack, app = next(iter(load_all().values())), _app(many)
        _page(app, _app(few), pack)
        with app.app_context():
            _measure(pack)
        _in_another_process(_wait, many)
        with app.app_context():
            _release(pack)


def _in_another_process(work: Callable[..., None], *given: object) -> None:
    """Do something that needs much memory where it does not hide what is measured later."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=given)
    process.start()
    process.join()
    assert process.exitcode == 0


def _app(folder: Path) -> Flask:
    folder.mkdir(parents=True, exist_ok=True)
    names = {"INSTANCE": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'demo.db'}", "HTTPS": "no"}
    app = create_app(Settings.from_environment({f"CONSULT_{name}": value for name, value in names.items()}))
    make_ready(app)
    return app


def _fill(folder: Path, write: float, responses: int) -> None:
    app, pack = _app(folder), next(iter(load_all().values()))
    with app.app_context():
        _fill_up(pack, Crowd(pack, write=write), responses)


def _fill_up(pack: Pack, crowd: Crowd, responses: int) -> None:
    there = sum(each.count for each in tallies.tallies(pack.id) if not each.question and not each.attribute)
    with measured() as cost:
        added = sum(share(pack.id, crowd, numbers) for numbers in rounds(range(there, responses)))
    print(f"{responses:,} responses ({added:,} new), {comments.how_many(pack.id):,} comments")
    if added:
        print(f"  filling: {added / cost.seconds:,.0f} a second, {cost}")


def _page(app: Flask, small: Flask, pack: Pack) -> None:
    """Print what the results page costs, in turn with the same page of few responses, and what it asks for."""
    ours, theirs = results_page.signed_in(app), results_page.signed_in(small)
    for address in results_page.pages(pack):
        here, there = map(results_page.median, results_page.in_turn(address, ours, theirs))
        print(f"  {address}: {here}, {here.processor / there.processor:.2f} times that with {FEW:,} ({there})")
    asked = results_page.statements(app, ours, results_page.pages(pack)[0])
    for statement, times in Counter(asked).items():
        print(f"    {times} times: {' '.join(statement.text.split())}")
        for step in results_page.plan(app, statement):
            print(f"      {step}")


def _measure(pack: Pack) -> None:
    with measured() as cost:
        material = _material(pack)
    print(f"  all numbers from the store, protected: {cost}")
    print(f"  the process as it is before any file: {_resident('VmRSS') / 1024:.0f} MB")
    for kind in FORMATS.values():
        if not kind.passes:
            # The first of a kind also loads what it is made with.
            _sized(kind.stream(material))
        with measured() as cost:
            size = _sized(kind.stream(material))
        print(f"  {kind.key}: {size:,} bytes, {cost}")


def _wait(folder: Path) -> None:
    """Let people wait whom no earlier run has seen."""
    app, pack = _app(folder), next(iter(load_all().values()))
    crowd, first = Crowd(pack, write=20), -secrets.randbelow(10**15)
    with app.app_context():
        ready = dict(_waiting(pack, crowd, number) for number in range(first - WAITING, first))
        with writing() as connection:
            campaign_id = campaigns.lock(connection, pack.id)
            assert campaign_id is not None
            inbox.put_many(connection, campaign_id, ready)


def _waiting(pack: Pack, crowd: Crowd, number: int) -> tuple[bytes, Payload]:
    receipt = receipts_of(crowd.receipt(number))[0]
    return receipt.withdrawal(pack.id), payload_of(crowd.submission(number), receipt)


def _release(pack: Pack) -> None:
    with measured() as cost:
        how_many = mix.release(pack.id)
    print(f"  release of {how_many:,} waiting: {cost}")


def _material(pack: Pack) -> Material:
    return Material(
        campaign=pack.id,
        title=pack.short_title,
        pack=pack,
        results=protect(pack, tallies.tallies(pack.id)),
        words=NullTranslations(),
        language=DEFAULT,
        week=releases.latest_week(pack.id),
        weeks=releases.weeks(pack.id),
        comments=lambda question: comments.comments(pack.id, question),
    )


def _sized(stream: Iterator[bytes]) -> int:
    return sum(map(len, stream))


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure what the block costs. Memory is that of the whole process, as the system counts it."""
    cost = Cost()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, started, used = _resident("VmRSS"), time.perf_counter(), time.process_time()
    yield cost
    cost.seconds, cost.processor = time.perf_counter() - started, time.process_time() - used
    cost.megabytes = (_resident("VmHWM") - before) / 1024


def _resident(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()

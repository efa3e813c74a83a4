"""No lost words: the server is killed without warning while people save. What it acknowledged must be there.

`python -m tests.proofs.lost_words [seed]` prints the figures.
"""

from __future__ import annotations

import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from consult import create_app
from consult.answers.sheet import AnswerSheet
from consult.settings import Settings
from consult.store import drafts
from consult.store.database import db
from tests.dice import dice
from tests.proofs.server import LOST, Browser, Server

PACK = "home-office-facial-recognition"
SAVES = 2000
CLIENTS = 4
QUESTIONS = 17
SAVES_BETWEEN_KILLS = (60, 390)
"""After how many saves, fewest and most, the next kill comes. A slow machine has no more kills than a fast one."""
FEW_SAVES_BETWEEN_KILLS = (20, 40)
"""The same for the control, which need not last."""

HASTY = "tests.proofs.hasty_site:app"
"""A site that says that words are saved before they are."""

LATER_SECONDS = 0.05
"""A kill waits for up to this long after that, so that it may fall anywhere in the work on a request."""

Slot = tuple[str, str]
"""A phrase and the id of a question. Each is saved once, so that no save can hide the loss of another."""


@dataclass
class Figures:
    """What was acknowledged, what became of it, and how rough it was."""

    seed: int
    acknowledged: dict[Slot, str] = field(default_factory=dict)
    kills: int = 0
    unanswered: int = 0
    lost: list[Slot] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        return (
            f"{len(self.acknowledged)} saves acknowledged, {self.kills} kills, {self.unanswered} requests cut off, "
            f"{len(self.lost)} saves lost, in {self.seconds:.0f} s (seed {self.seed})"
        )


class Writer(threading.Thread):
    """A person who fills in one response after the other, and sends again whatever was not acknowledged."""

    def __init__(self, port: int, number: int, figures: Figures, enough: threading.Event) -> None:
        super().__init__(daemon=True)
        self._port = port
        self._random = dice(f"{figures.seed} {number}")
        self._figures = figures
        self._enough = enough

    def run(self) -> None:
        """Save until there is enough."""
        while not self._enough.is_set():
            browser, guard = Browser(self._port), ""
            for number in range(1, QUESTIONS + 1):
                text = self._words()
                while not self._enough.is_set():
                    try:
                        guard = guard or browser.get(f"/{PACK}/question/{number}").guard
                        fields = {"text": text, "action": "continue"}
                        status = browser.post(f"/{PACK}/question/{number}", fields, guard=guard).status
                    except LOST as error:
                        self._figures.unanswered += not isinstance(error, ConnectionRefusedError)
                        time.sleep(0.02)
                        continue
                    if status == 303:
                        self._figures.acknowledged[browser.cookies[f"answers-{PACK}"], f"q{number}"] = text
                        break

    def _words(self) -> str:
        words = ["camera", "\N{LATIN SMALL LETTER E WITH ACUTE}tat", "station", "why?", "\N{CAMERA}", "street"]
        chosen = [self._random.choice(words) for _ in range(self._random.randint(5, 300))]
        return f"{self._random.getrandbits(64):016x} " + " ".join(chosen)


def prove(folder: Path, *, seed: int) -> Figures:
    """Return what became of saves by several people at once, with a server killed all the while."""
    return _killed(Server(folder, WORKERS="2"), seed, SAVES, SAVES_BETWEEN_KILLS)


def prove_control(folder: Path, *, seed: int) -> Figures:
    """Return the same of fewer saves on a hasty site. It has one worker, as it reads from its memory."""
    most = FEW_SAVES_BETWEEN_KILLS[1]
    return _killed(Server(folder, app=HASTY, WORKERS="1"), seed, 2 * most, FEW_SAVES_BETWEEN_KILLS)


def _killed(killed: Server, seed: int, saves: int, between_kills: tuple[int, int]) -> Figures:
    figures, enough, began = Figures(seed), threading.Event(), time.monotonic()
    chance = dice(seed)
    with killed as server:
        writers = [Writer(server.port, number, figures, enough) for number in range(CLIENTS)]
        for writer in writers:
            writer.start()
        while len(figures.acknowledged) < saves:
            due = len(figures.acknowledged) + chance.randint(*between_kills)
            while len(figures.acknowledged) < due:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, LATER_SECONDS))
            server.kill()
            figures.kills += 1
            server.start()
        enough.set()
        for writer in writers:
            writer.join()
    figures.lost = list(missing(figures.acknowledged, killed.folder / "instance"))
    figures.seconds = time.monotonic() - began
    return figures


def missing(acknowledged: Mapping[Slot, str], instance: Path) -> Iterator[Slot]:
    """Give every save that is not in the database with its exact words."""
    app = create_app(Settings.from_environment({"CONSULT_INSTANCE": str(instance), "CONSULT_HTTPS": "no"}))
    with app.app_context():
        kept = {phrase: _sheet(phrase) for phrase in {phrase for phrase, _ in acknowledged}}
        db.engine.dispose()
    for (phrase, question), text in acknowledged.items():
        sheet = kept[phrase]
        if sheet is None or sheet.answer(question).text != text:
            yield phrase, question


def _sheet(phrase: str) -> AnswerSheet | None:
    text = drafts.load(phrase)
    return AnswerSheet.from_json(text) if text else None


if __name__ == "__main__":
    given = int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as made:
        sys.stdout.write(f"{prove(Path(made), seed=given)}\n")

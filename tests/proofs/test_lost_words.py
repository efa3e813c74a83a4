"""Every save that was acknowledged is there, however often the server is killed."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from consult import create_app
from consult.answers.sheet import Answer, AnswerSheet
from consult.cli.starting import make_ready
from consult.store import drafts
from consult.store.database import db
from consult.store.phrases import new_phrase
from tests.conftest import settings_for
from tests.proofs.lost_words import PACK, SAVES, missing, prove, prove_control

FEWEST_KILLS = 5


def test_no_acknowledged_save_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = prove(tmp_path, seed=random.SystemRandom().randrange(10**6))
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")
    assert figures.lost == [], figures
    assert len(figures.acknowledged) >= SAVES
    assert figures.kills >= FEWEST_KILLS


def test_the_same_kills_lose_words_that_were_acknowledged_too_soon(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = prove_control(tmp_path, seed=random.SystemRandom().randrange(10**6))
    with capsys.disabled():
        sys.stdout.write(f"\na hasty site: {figures}\n")
    assert figures.lost, figures


def test_a_lost_save_would_be_seen(tmp_path: Path) -> None:
    kept, never = new_phrase(), new_phrase()
    app = create_app(settings_for(tmp_path))
    make_ready(app)
    with app.app_context():
        sheet = AnswerSheet(PACK, 1).with_answer("q1", Answer(text="these words"))
        drafts.save(kept, sheet.to_json())
        db.engine.dispose()
    (tmp_path / "secret-key").write_text("a secret for tests only")
    said = {(kept, "q1"): "these words", (kept, "q2"): "never saved", (never, "q1"): "never saved"}
    assert list(missing(said, tmp_path)) == [(kept, "q2"), (never, "q1")]
    assert list(missing({(kept, "q1"): "these other words"}, tmp_path)) == [(kept, "q1")]

"""The linker must do no better than chance on the store, and well on stores that lack what it does about that."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.proofs.linker import trial
from tests.proofs.linker.attack import TOGETHER, Finding
from tests.proofs.linker.chances import closeness, hits, interval, normal_tail, tail
from tests.proofs.linker.people import crowd
from tests.proofs.linker.verdict import CLEARLY, FALSE_ALARM, HARDLY, accused, pooled, table, together
from tests.store.people import CAMPAIGN

TELLS_WITHOUT_MIX = {
    "sqlite": {"ids that differ in few bits", "order of rows", "the same person", "the same attributes"},
    "postgresql": {"near ctid", "the same xmin", "order of rows", "the same person", "the same attributes"},
}
TELLS_WHERE_ROWS_FELL = {"sqlite": "age in its page of the file", "postgresql": "the same xmin"}
ALIKE = ("the same ", "one page of ", "alone in ")
"""How features begin that are alike or not. They are no bell curve, and are judged one by one."""

SEEN = 2.0
"""How many standard deviations show that the linker sees something. On SQLite it is about six."""


@pytest.fixture
def dumping(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[trial.Dumping]:
    if database_kind == "sqlite":
        with trial.on_sqlite(tmp_path) as dump:
            yield dump
    else:
        with trial.on_postgresql(request.getfixturevalue("postgresql_server")) as dump:
            yield dump


def shown(findings: list[Finding]) -> str:
    return table(findings, at_most=5)


def test_two_answers_of_one_person_are_put_together_by_chance_only(
    dumping: trial.Dumping, database_kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = trial.findings(trial.with_mix, dumping)
    with capsys.disabled():
        sys.stdout.write(f"\n{database_kind}:\n{shown(found)}\n")
    assert len(found) > 50
    assert together(found).high < HARDLY, shown(found)
    assert accused(found) == [], shown(found)
    most = max(each for feature, each in pooled(found).items() if not feature.startswith(ALIKE))
    assert normal_tail(most) > FALSE_ALARM / len(found), shown(found)


def test_in_large_tables_hardly_any_are_put_together(dumping: trial.Dumping) -> None:
    """There a release lies among many others, and not among all, so the linker sees a little."""
    found = trial.findings(trial.large, dumping)
    assert together(found).high < HARDLY, shown(found)


def test_without_a_mix_they_are_put_together(dumping: trial.Dumping, database_kind: str) -> None:
    found = trial.findings(trial.without_mix, dumping)
    assert {finding.feature for finding in accused(found)} >= TELLS_WITHOUT_MIX[database_kind], shown(found)
    assert "alone in a group of the tallies" in {finding.feature for finding in accused(found)}
    assert all(finding.share.low > CLEARLY for finding in found if finding.feature == TOGETHER), shown(found)


def test_where_rows_are_left_as_they_fell_the_database_itself_tells(
    dumping: trial.Dumping, database_kind: str
) -> None:
    found = trial.findings(trial.as_they_fell, dumping)
    assert pooled(found)[TELLS_WHERE_ROWS_FELL[database_kind]] > SEEN, shown(found)


def test_the_linker_looks_at_the_campaign_that_was_filled() -> None:
    assert {person.submission.campaign for person in crowd(3, seed=1)} == {CAMPAIGN}


class TestChances:
    def test_the_diagonal_of_a_table_of_chance_is_no_nearer_than_the_rest(self) -> None:
        dice = np.random.default_rng(5)
        far = [closeness(dice.random((200, 200), dtype=np.float32)) for _ in range(200)]
        assert abs(float(np.mean(far))) < 0.3
        assert 0.8 < float(np.std(far)) < 1.2

    def test_a_diagonal_that_stands_out_is_seen(self) -> None:
        assert hits(np.eye(50, dtype=np.float32)) == 50
        assert closeness(np.eye(50, dtype=np.float32)) > 10
        assert hits(np.ones((50, 50), dtype=np.float32)) == pytest.approx(1)
        assert closeness(np.ones((50, 50), dtype=np.float32)) == 0

    @pytest.mark.parametrize(("count", "tries", "low", "high"), [(0, 10, 0, 0.3085), (5, 10, 0.1871, 0.8129)])
    def test_the_interval_is_that_of_the_tables(self, count: float, tries: int, low: float, high: float) -> None:
        assert interval(count, tries) == pytest.approx((low, high), abs=1e-4)

    def test_the_tail_of_a_coin_is_exact(self) -> None:
        assert tail(9, 10, 0.5) == pytest.approx(11 / 1024)
        assert tail(0, 10, 0.5) == 1
        assert tail(0.9, 10, 0.5) == 1

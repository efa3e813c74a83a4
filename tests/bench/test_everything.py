"""Every figure of `make bench` can be measured, on the servers that it starts."""

from __future__ import annotations

import re

from tests.programs import python

FIGURES = (
    r"bare Flask view +[\d,]+ a second",
    r"our question page +[\d,]+ a second",
    r"ratio +0\.\d\d",
    r"One save, 1,220 characters: p50 [\d.]+ ms",
    r"One Word document over HTTP, 17 answers of 1,220 characters, [\d,]+ bytes: p50 [\d.]+ ms",
    r"First question page, compressed: [\d,]+ bytes",
    r"our Word file, answers to bytes +median +[\d.]+ ms",
    r"naive python-docx, same words +median +[\d.]+ ms",
    r"[\d.]+ MB on top",
)


def test_every_figure_is_measured() -> None:
    ran = python("-m", "bench", "--quick")
    assert ran.returncode == 0, ran.stderr
    assert [figure for figure in FIGURES if not re.search(figure, ran.stdout)] == [], ran.stdout

"""What redaction costs: time for an answer, and memory and start-up for a worker."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from consult.redaction import Redactor, risks
from tests.programs import python
from tests.redaction.harmless import HELD_OUT, SEEN

LENGTH = 20_000
"""The longest answer, in code points."""
PROSE = " ".join(SEEN + HELD_OUT)
ORDINARY = 1_500

_WORKER = """
import resource, sys, time
def held():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
import re, unicodedata, babel
before, start = held(), time.process_time()
from consult.redaction import Redactor, load_names_model
redactor = Redactor(model=load_names_model(sys.argv[1]))
redactor.find("Kwame told me that the van was there.")
if sys.argv[2] == "cy":
    redactor.find("Roedd Kwame gyda fi ar y pryd. Mae'r heddlu yn gwybod hyn.")
print(f"{time.process_time() - start:.2f} s, {held() - before:.0f} MB")
"""


def seconds(work: Callable[[], object], *, tries: int) -> float:
    """Return the least processor time that `work` took."""
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def costs(redactor: Redactor, model: str = "") -> Iterator[str]:
    """Yield the lines of the table, in Markdown."""
    redactor.find("Mae'r heddlu yma. Kwame told me.")
    yield "| text | finding, ms | risks, ms |"
    yield "|---|---|---|"
    for length in (ORDINARY, LENGTH):
        text = (PROSE * 2)[:length]
        found = seconds(partial(redactor.find, text), tries=7)
        risk = seconds(partial(risks, text), tries=7)
        yield f"| prose of {length} characters | {found * 1000:.1f} | {risk * 1000:.1f} |"
    yield "\n| a worker that has read | time to load, memory |"
    yield "|---|---|"
    for language, name in (("en", "English"), ("cy", "English and Welsh")):
        done = python("-c", _WORKER, model, language)
        done.check_returncode()
        yield f"| {name} | {done.stdout.strip()} |"

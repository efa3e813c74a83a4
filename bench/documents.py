"""Time to build and render a response, beside a naive python-docx build of the same words in the same run.

`python -m bench.documents` prints the median and the 95th percentile of each in milliseconds, the ratio between the
two, and the memory that the longest response takes on top.
"""

from __future__ import annotations

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from gettext import NullTranslations
from io import BytesIO

import docx

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.building import build_response
from consult.documents.details import Capacity, Details
from consult.documents.faces import FACES
from consult.documents.model import BulletList, DefinitionTable, Document, Heading, Paragraph, text_of
from consult.documents.word import render_docx
from consult.packs.loading import bundled, load_all
from consult.packs.model import Pack

WARM_UP = 5
SENTENCE = "Cameras at our station watched my son on his way home, and nobody could tell us why. "
USUAL, LONGEST = 1_500, 20_000
"""Characters in each answer: of a usual long response, and of the longest that the form takes."""


def main(rounds: int = 200) -> None:
    """Measure and print everything."""
    pack = next(iter(load_all(bundled()).values()))
    sheet = _sheet(pack, USUAL)
    document = _document(pack, sheet)
    _say(f"{len(pack.questions)} answers of {USUAL} characters, {rounds} rounds:")
    ours, naive = _interleaved(rounds, lambda: render_docx(_document(pack, sheet)), lambda: _naive(document))
    _report("our Word file, answers to bytes", ours)
    _report("naive python-docx, same words", naive)
    _say(f"  the naive build takes {statistics.median(naive) / statistics.median(ours):.1f} times as long")
    for key, face in FACES.items():
        _report(f"render only: {key}", _interleaved(rounds, lambda face=face: face.render(document))[0])  # type: ignore[misc] # bound now
    longest = _sheet(pack, LONGEST)
    _say(f"  {LONGEST} characters each: {_memory(lambda: render_docx(_document(pack, longest))):.1f} MB on top")


def _sheet(pack: Pack, length: int) -> AnswerSheet:
    text = (SENTENCE * (length // len(SENTENCE) + 1))[: length - 2]
    text = f"{text[: length // 2]}\n\n{text[length // 2 :]}"
    choices = {scale.id: scale.options[0].id for scale in pack.scales}
    answers = {each.id: Answer(choices.get(each.scale or ""), text) for each in pack.questions}
    return AnswerSheet(pack.id, pack.version, answers)


def _document(pack: Pack, sheet: AnswerSheet) -> Document:
    details = Details(name="Ama Mensah", capacity=Capacity.INDIVIDUAL)
    return build_response(pack, sheet, details, on=date(2026, 2, 10), words=NullTranslations(), language="en")


def _naive(document: Document) -> bytes:
    """Build the same words the way that python-docx's own introduction shows."""
    made = docx.Document()
    for block in document.blocks:
        match block:
            case Heading():
                made.add_heading(text_of(block.runs), block.level)
            case Paragraph():
                made.add_paragraph(text_of(block.runs))
            case BulletList():
                for item in block.items:
                    made.add_paragraph(text_of(item.runs), style="List Bullet")
            case DefinitionTable():
                table = made.add_table(len(block.rows), 2)
                for cells, row in zip(table.rows, block.rows, strict=True):
                    cells.cells[0].text, cells.cells[1].text = text_of(row.label), text_of(row.value.runs)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def _interleaved(rounds: int, *functions: Callable[[], object]) -> list[list[float]]:
    """Return the milliseconds of each round of each function, taken in turns so that all meet the same machine."""
    for function in functions * WARM_UP:
        function()
    times: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
        for function, taken in zip(functions, times, strict=True):
            start = time.perf_counter()
            function()
            taken.append((time.perf_counter() - start) * 1000)
    return times


def _report(what: str, times: list[float]) -> None:
    p95 = statistics.quantiles(times, n=20)[-1]
    _say(f"  {what:36} median {statistics.median(times):6.2f} ms   p95 {p95:6.2f} ms")


def _memory(function: Callable[[], object]) -> float:
    """Return the most memory that a call holds at once, in megabytes, over what was held before."""
    gc.collect()
    tracemalloc.start()
    function()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1_000_000


def _say(line: str) -> None:
    print(line)


if __name__ == "__main__":
    main()

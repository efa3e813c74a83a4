"""Charts as SVG, drawn here: no script, no style sheet, no colour that a reader must tell apart.

A chart says what it shows in its title and description, which screen readers read instead of the picture. Lengths
are percentages of protected numbers, always from 0 to 100, so that two charts can be compared. What is held back
has no bar, but a dash: an empty place would look like none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from markupsafe import Markup

from consult.results.phrases import bar_text, count_text, percent_text, row_label
from consult.results.tables import Table

WIDTH = 640
"""How wide a chart is drawn, in its own units. It takes the width that the page gives it."""

PATTERNS = (
    Markup('<rect width="8" height="8" fill="currentColor"/>'),
    Markup('<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" stroke="currentColor" stroke-width="2.5"/>'),
    Markup('<circle cx="4" cy="4" r="2" fill="currentColor"/>'),
    Markup('<path d="M0 4H8" stroke="currentColor" stroke-width="3"/>'),
    Markup('<path d="M4 0V8" stroke="currentColor" stroke-width="3"/>'),
    Markup('<path d="M0 4H8M4 0V8" stroke="currentColor" stroke-width="1.5"/>'),
)
"""What fills the bars of one series each, so that they are told apart without colour, and in print."""

_LINE, _BAR, _GAP, _LETTER = 20, 18, 14, 8.2
_LARGEST = 100


@dataclass(frozen=True)
class Bar:
    """A bar: its words, what stands at its end, and its length from 0 to 100, or None where it is held back."""

    label: str
    value: str
    length: int | None
    series: int = 0


def question_chart(table: Table, title: str, words: NullTranslations, *, name: str) -> Markup:
    """Return a question's chart: a bar for each answer. `name` is an id that is used once on the page."""
    bars = [
        Bar(
            row_label(row, words),
            f"{percent_text(row.percent, words)} ({count_text(row.count, words)})",
            row.bar if row.percent is not None else None,
        )
        for row in table.rows
    ]
    said = "; ".join(bar_text(row, words) for row in table.rows)
    return bar_chart(bars, title, f"{said}.", name=name)


def bar_chart(
    bars: Sequence[Bar], title: str, description: str, *, name: str, series: Sequence[str] = ()
) -> Markup:
    """Return bars one below the other, each under its words, as an SVG element.

    `series` names the kinds of bar where there are several; each has a pattern of its own, and there are no more
    kinds than patterns. Raises `ValueError` for more. All text is escaped.
    """
    if len(series) > len(PATTERNS):
        raise ValueError(f"a chart can show {len(PATTERNS)} series at most")
    drawn: list[Markup] = []
    down = _GAP
    for number, kind in enumerate(series):
        drawn.append(_key(number, kind, down, name))
        down += _LINE + 4
    for bar in bars:
        lines = list(_lines(bar.label))
        drawn += [_text(line, down + _LINE * (at + 1) - 5) for at, line in enumerate(lines)]
        down += _LINE * len(lines)
        drawn.append(_bar(bar, down, name))
        down += _BAR + _GAP
    patterns = Markup("").join(_pattern(number, name) for number in range(max(1, len(series))))
    return Markup(
        '<svg class="app-chart" viewBox="0 0 {w} {h}" width="100%" role="img" aria-labelledby="{n}-title {n}-about"'
        ' xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="16">'
        '<title id="{n}-title">{title}</title><desc id="{n}-about">{about}</desc><defs>{defs}</defs>{body}</svg>'
    ).format(w=WIDTH, h=down, n=name, title=title, about=description, defs=patterns, body=Markup("").join(drawn))


def _bar(bar: Bar, down: int, name: str) -> Markup:
    room = WIDTH - 190
    if bar.length is None:
        return _text(f"– {bar.value}", down + 14)
    width = room * min(bar.length, _LARGEST) / _LARGEST
    shape = Markup(
        '<rect x="1" y="{y}" width="{width}" height="{height}" fill="url(#{n}-{series})" stroke="currentColor"'
        ' stroke-width="1.5"/>'
    ).format(y=down, width=f"{width:.1f}", height=_BAR, n=name, series=bar.series)
    return shape + _text(bar.value, down + 14, across=width + 8)


def _key(number: int, kind: str, down: int, name: str) -> Markup:
    square = Markup('<rect x="1" y="{}" width="24" height="16" fill="url(#{}-{})" stroke="currentColor"/>')
    return square.format(down, name, number) + _text(kind, down + 14, across=34)


def _pattern(number: int, name: str) -> Markup:
    return Markup('<pattern id="{}-{}" width="8" height="8" patternUnits="userSpaceOnUse">{}</pattern>').format(
        name, number, PATTERNS[number]
    )


def _text(text: str, down: float, *, across: float = 0) -> Markup:
    return Markup('<text x="{}" y="{}" fill="currentColor">{}</text>').format(f"{across:.1f}", f"{down:.1f}", text)


def _lines(text: str) -> Iterator[str]:
    """Yield a label in lines that fit: SVG does not break text by itself."""
    line = ""
    for word in text.split():
        if line and (len(line) + 1 + len(word)) * _LETTER > WIDTH:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line or "–"

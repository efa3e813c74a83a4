"""Charts as SVG pictures: no script, no style sheet, nothing that is told by colour alone.

A chart says what it shows in its title and description, which screen readers read instead of the picture. Bars show
percentages of protected numbers in a frame that always ends at 100, so that two charts can be compared. What is
held back has no bar, but a dash: an empty place would look like none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from gettext import NullTranslations
from textwrap import wrap

from markupsafe import Markup

from consult.results.phrases import (
    bar_text,
    count_text,
    percent_text,
    responses_text,
    row_label,
    status_text,
    table_title,
)
from consult.results.tables import Row, Table

WIDTH = 640
"""How wide a chart is drawn, in its own units, of which a letter's height is 16."""

_MARGIN, _LINE, _BAR, _GAP, _LARGEST = 16, 21, 18, 12, 100
_WHOLE = WIDTH - 2 * _MARGIN - 150
"""How long a bar of 100 percent is. The rest is for its numbers."""
_LETTERS = 74
"""How many letters fit in a line: SVG does not break text by itself."""


def question_chart(table: Table, words: NullTranslations, *, source: str) -> Markup:
    """Return a whole SVG file: the question's number and wording, a bar for each answer, and where it is from."""
    drawing = _Drawing()
    title = table_title(table, words)
    drawing.write(title, bold=True)
    if table.question:
        drawing.write(table.question.wording.text)
        drawing.write(status_text(table.question.wording.status, words), quiet=True)
    drawing.down += _GAP
    for row in table.rows:
        drawing.write(row_label(row, words))
        drawing.bar(row, words)
    base = words.gettext("Answers in %(responses)s") % {"responses": responses_text(table.base, words)}
    for line in (base, source):
        drawing.write(line, quiet=True)
    said = "; ".join(bar_text(row, words) for row in table.rows)
    return drawing.finished(title, f"{base}. {said}.")


@dataclass
class _Drawing:
    """What has been drawn so far, and how far down that reaches. All text is escaped."""

    down: float = _MARGIN
    shapes: list[Markup] = field(default_factory=list)

    def write(self, text: str, *, bold: bool = False, quiet: bool = False) -> None:
        """Write text in as many lines as it needs."""
        look = Markup(' font-weight="bold"') if bold else Markup(' font-size="14"') if quiet else ""
        for line in wrap(text, _LETTERS) or ["–"]:
            self.down += _LINE
            self.shapes.append(_text(line, _MARGIN, self.down - 5, look))

    def bar(self, row: Row, words: NullTranslations) -> None:
        """Draw a row's bar with its numbers at the end of it."""
        value = f"{percent_text(row.percent, words)} ({count_text(row.count, words)})"
        across = _MARGIN
        if row.percent is None:
            value = f"– {count_text(row.count, words)}"
        else:
            across += _WHOLE + 8
            shape = Markup(
                '<rect x="{}" y="{}" width="{:.1f}" height="{}"/><path d="{}" fill="none" stroke="#767676"/>'
            )
            whole = f"M{_MARGIN} {self.down}h{_WHOLE}v{_BAR}H{_MARGIN}z"
            self.shapes.append(shape.format(_MARGIN, self.down, _WHOLE * row.bar / _LARGEST, _BAR, whole))
        self.shapes.append(_text(value, across, self.down + 14))
        self.down += _BAR + _GAP

    def finished(self, title: str, description: str) -> Markup:
        """Return the picture on white, so that it can be read on any page."""
        return Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img"'
            ' aria-labelledby="title about" font-family="Arial, sans-serif" font-size="16">'
            '<title id="title">{title}</title><desc id="about">{about}</desc>'
            '<path fill="#fff" d="M0 0H{w}V{h}H0z"/>{shapes}</svg>\n'
        ).format(
            w=WIDTH,
            h=round(self.down + _MARGIN),
            title=title,
            about=description,
            shapes=Markup("").join(self.shapes),
        )


def _text(text: str, across: float, down: float, look: Markup | str = "") -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}"{}>{}</text>').format(across, down, look, text)

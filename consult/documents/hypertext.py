"""HTML: the preview on screen and the page to print. A fragment: the page around it is the site's."""

from __future__ import annotations

from markupsafe import Markup, escape

from consult.documents.model import (
    AnswerSpace,
    Bar,
    Block,
    BulletList,
    Cell,
    DataTable,
    DefinitionTable,
    Direction,
    Document,
    Edition,
    Heading,
    Paragraph,
    Role,
    Run,
    Runs,
    TickBoxes,
    by_link,
)

_LTR = Direction.LEFT_TO_RIGHT
_BREAK = Markup("<br>")
_DEEPEST = 6

CLASSES = {role: f"app-document__{role.value}" for role in Role}
"""The class of each role. Answers need `white-space: pre-wrap`, so that every space that was typed is shown."""


def render_html(document: Document, *, top: int = 1) -> Markup:
    """Return the document as one `div`. `top` is the level of its title: 2 inside a page that has its own `h1`.

    No element has a style or a script, so the strictest content policy lets it stand. The classes are
    `app-document` and its parts; `app-document--large` marks large print.
    """
    blocks = Markup("\n").join(_block(block, top) for block in document.blocks)
    large = " app-document--large" if document.edition is Edition.LARGE else ""
    return Markup('<div class="app-document{}" lang="{}" dir="{}">\n{}\n</div>').format(
        large, document.language, document.direction.value, blocks
    )


def _block(block: Block, top: int) -> Markup:
    match block:
        case Heading():
            level = min(top + block.level, _DEEPEST)
            return Markup("<h{0}>{1}</h{0}>").format(level, _runs(block.runs, _LTR))
        case Paragraph():
            return _paragraph(block, "p", CLASSES[block.role])
        case BulletList():
            items = Markup("").join(_paragraph(item, "li") for item in block.items)
            return Markup('<ul class="app-document__list">{}</ul>').format(items)
        case DefinitionTable() | DataTable():
            return _table(block) if isinstance(block, DefinitionTable) else _data_table(block)
        case TickBoxes():
            items = Markup("").join(map(_tick_box, block.options))
            return Markup('<ul class="app-document__boxes">{}</ul>').format(items)
        case AnswerSpace():
            lines = Markup('<div class="app-document__line"></div>') * block.lines
            return Markup('<div class="app-document__lines" aria-hidden="true">{}</div>').format(lines)


def _paragraph(paragraph: Paragraph, tag: str, name: str = "") -> Markup:
    named = Markup(' class="{}"').format(name) if name else ""
    turned = Markup(' dir="rtl"') if paragraph.direction is Direction.RIGHT_TO_LEFT else ""
    return Markup("<{0}{1}{2}>{3}</{0}>").format(tag, named, turned, _runs(paragraph.runs, paragraph.direction))


def _table(table: DefinitionTable) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(title) for title in table.header)
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(_runs(row.label, _LTR), _paragraph(row.value, "td"))
        for row in table.rows
    )
    return Markup(
        '<table class="app-document__facts" aria-label="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(table.caption, head, rows)


def _data_table(table: DataTable) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(title) for title in table.header)
    rows = Markup("").join(map(_data_row, table.rows))
    return Markup(
        '<table class="app-document__data" aria-label="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(table.caption, head, rows)


def _data_row(row: tuple[Cell, ...]) -> Markup:
    first, *others = row
    cells = Markup("").join(Markup("<td>{}</td>").format(_cell(cell)) for cell in others)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(_cell(first), cells)


def _cell(cell: Cell) -> Markup:
    words = _runs(cell.runs, _LTR)
    return words + _bar(cell.bar) if cell.bar else words


def _bar(bar: Bar) -> Markup:
    return Markup(
        '<svg class="app-bar" width="100%" height="16" role="img" aria-label="{}">'
        '<rect width="{}%" height="100%"></rect></svg>'
    ).format(bar.alternative, bar.length)


def _tick_box(option: Runs) -> Markup:
    return Markup('<li><span aria-hidden="true">☐</span> <span>{}</span></li>').format(_runs(option, _LTR))


def _runs(runs: Runs, direction: Direction) -> Markup:
    return Markup("").join(_linked(link, group, direction) for link, group in by_link(runs))


def _linked(link: str | None, runs: Runs, direction: Direction) -> Markup:
    inner = Markup("").join(_run(run, direction) for run in runs)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(link, inner) if link else inner


def _run(run: Run, direction: Direction) -> Markup:
    """Return a run; one that runs against its paragraph is isolated in a `bdi`, as HTML provides."""
    inner = _BREAK.join(escape(line) for line in run.text.split("\n"))
    spoken = Markup(' lang="{}"').format(run.language) if run.language else Markup("")
    if run.direction and run.direction is not direction:
        inner = Markup('<bdi dir="{}"{}>{}</bdi>').format(run.direction.value, spoken, inner)
    elif run.language:
        inner = Markup("<span{}>{}</span>").format(spoken, inner)
    return Markup("<strong>{}</strong>").format(inner) if run.bold else inner

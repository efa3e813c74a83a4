"""The rules that hold in every format: structure, print, languages, links."""

from __future__ import annotations

from collections.abc import Iterator

from consult.documents.checking.faults import Fault
from consult.documents.checking.seen import SeenDocument, SeenLink, SeenParagraph, SeenRun, SeenTable
from consult.documents.citing import says_nothing
from consult.documents.languages import OUR_LANGUAGES
from consult.documents.model import Direction
from consult.documents.scripts import OTHER_LETTERS, SCRIPTS, TOKENS, first_strong

LEAST_SIZE = 12
LEAST_CONTRAST = 4.5
"""Of text against white (WCAG 2.2, 1.4.3)."""

_SANS_SERIF = ("arial", "helvetica", "liberation sans", "noto sans", "segoe ui", "calibri", "verdana", "tahoma")
_KEPT = frozenset({"question wording", "wording status", "prompt"})
"""Styles of what stands between a question's number and its answer."""


_DARK = 0.04045
"""Where the curve from a channel's value to its light changes (WCAG 2.2, "relative luminance")."""


def check_seen(document: SeenDocument) -> Iterator[Fault]:
    """Yield what is wrong with a document as a reader meets it."""
    yield from _title(document)
    yield from _languages(document)
    yield from _outline(document)
    yield from _pages(document)
    for font in document.fonts:
        if not font.lower().strip("'\" ").startswith(_SANS_SERIF):
            yield Fault("font", "styles", f"the font {font} is not a sans serif that we know")
    for paragraph in document.paragraphs:
        yield from _paragraph(paragraph)
    for table in document.tables:
        yield from _table(table)
    for link in document.links:
        yield from _link(link)


def _title(document: SeenDocument) -> Iterator[Fault]:
    titles = [paragraph.text for paragraph in document.paragraphs if paragraph.level == 0]
    if not document.title:
        yield Fault("title", "properties", "the document has no title")
    if not titles:
        yield Fault("title", "text", "there is no paragraph in the style Title")
    elif document.title and titles[0] != document.title:
        yield Fault("title", "properties", f"the title is not that of the text: {document.title!r}")
    if len(titles) > 1:
        yield Fault("title", "text", "there is more than one title")


def _languages(document: SeenDocument) -> Iterator[Fault]:
    for where, language in document.languages.items():
        if language not in OUR_LANGUAGES:
            yield Fault("language", where, f"the language is {language or 'not set'}, not one of ours")
    if len(set(document.languages.values())) > 1:
        yield Fault("language", "properties", "the properties and the styles name different languages")


def _outline(document: SeenDocument) -> Iterator[Fault]:
    headings = [paragraph for paragraph in document.paragraphs if paragraph.level]
    if not headings:
        yield Fault("heading", "text", "there are no headings")
    before = 0
    for heading in headings:
        level = heading.level or 0
        if level > before + 1:
            yield Fault("heading", heading.where, f"heading level {level} follows level {before}")
        if not heading.keeps:
            yield Fault("keep", heading.where, "the heading can be parted from what follows it")
        before = level


def _pages(document: SeenDocument) -> Iterator[Fault]:
    if not document.running_title.strip():
        yield Fault("page", "header", "there is no running title")
    for field in {"PAGE", "NUMPAGES"} - document.page_fields:
        yield Fault("page", "footer", f"there is no {'page number' if field == 'PAGE' else 'number of pages'}")


def _paragraph(paragraph: SeenParagraph) -> Iterator[Fault]:
    text = paragraph.text
    if not text.strip() and not paragraph.ruled:
        yield Fault("empty", paragraph.where, "the paragraph is empty")
    if not paragraph.known_style:
        yield Fault("style", paragraph.where, "the paragraph's style is not defined")
    if paragraph.style in _KEPT and not paragraph.keeps:
        yield Fault("keep", paragraph.where, "a question can be parted from its answer")
    if paragraph.alignment not in {"start", "left"} and not paragraph.right_to_left:
        yield Fault("alignment", paragraph.where, f"the text is set {paragraph.alignment}")
    direction = first_strong(text)
    if direction and paragraph.right_to_left is not (direction is Direction.RIGHT_TO_LEFT):
        needed = "right to left" if direction is Direction.RIGHT_TO_LEFT else "left to right"
        yield Fault("direction", paragraph.where, f"the paragraph does not run {needed}, as its text does")
    for run in paragraph.runs:
        yield from _run(run, paragraph)


def _run(run: SeenRun, paragraph: SeenParagraph) -> Iterator[Fault]:
    where = paragraph.where
    if run.text.strip() and run.size < LEAST_SIZE:
        yield Fault("size", where, f"the text is set in {run.size:g} points; {LEAST_SIZE} is the least")
    if run.italic:
        yield Fault("italic", where, "the text is in italics")
    if run.colour and run.text.strip() and contrast(run.colour) < LEAST_CONTRAST:
        yield Fault("contrast", where, f"the colour {run.colour} is too faint on white")
    if OTHER_LETTERS.search(run.text):
        yield from _other_letters(run, where)
    elif run.right_to_left and first_strong(run.text) is Direction.LEFT_TO_RIGHT:
        yield Fault("direction", where, f"Latin text is marked right to left: {run.text[:20]!r}")


def _other_letters(run: SeenRun, where: str) -> Iterator[Fault]:
    if run.language is None:
        yield Fault("language", where, f"the language of {run.text[:20]!r} is not marked")
    turned = any(
        token.lastgroup in SCRIPTS and SCRIPTS[token.lastgroup].direction is Direction.RIGHT_TO_LEFT
        for token in TOKENS.finditer(run.text)
    )
    if run.right_to_left is not None and turned is not run.right_to_left:
        needed = "is not" if turned else "is wrongly"
        yield Fault("direction", where, f"the text {run.text[:20]!r} {needed} marked right to left")


def contrast(colour: str) -> float:
    """Return the contrast of a colour with white, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= _DARK else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def _table(table: SeenTable) -> Iterator[Fault]:
    if not table.has_header:
        yield Fault("table", table.where, "the table's first row is not flagged as its header")
    if not table.has_caption:
        yield Fault("table", table.where, "the table has no name for those who cannot see it")
    if not table.is_regular:
        yield Fault("table", table.where, "the table has merged, nested or missing cells")
    if table.splits:
        yield Fault("table", table.where, "a row can be cut in two by the end of a page")


def _link(link: SeenLink) -> Iterator[Fault]:
    if says_nothing(link.text):
        yield Fault("link", link.where, f"the link's text says nothing of where it leads: {link.text!r}")
    if not link.address.startswith(("http://", "https://", "mailto:")):
        yield Fault("link", link.where, f"the link leads nowhere on the web: {link.address!r}")

"""Names in Word files."""

from __future__ import annotations

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DC = "http://purl.org/dc/elements/1.1/"

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CORE, CONTENT_TYPES = "docProps/core.xml", "[Content_Types].xml"
HYPERLINK = f"{_R}/hyperlink"


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


def drawing(name: str) -> str:
    """Return the full name of an element of a picture in the line of text."""
    return f"{{{_DRAWING}/{'main' if name == 'blip' else 'wordprocessingDrawing'}}}{name}"


def r(name: str) -> str:
    """Return the full name of an attribute that refers to a relationship."""
    return f"{{{_R}}}{name}"


def dc(name: str) -> str:
    """Return the full name of a Dublin Core element."""
    return f"{{{_DC}}}{name}"

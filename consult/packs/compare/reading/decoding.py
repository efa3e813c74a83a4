"""Bytes of a text or web page become characters, or an error that says why not."""

from __future__ import annotations

import codecs
import re

from consult.packs.compare.blocks import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml\s[^>]{0,80}?encoding=["']([\w.-]{2,40})""",
    re.IGNORECASE,
)
# Encodings that text is written in; Python knows others, which transform and do not encode.
_TEXTUAL = re.compile(
    r"(?:x-)?(?:utf-?8|utf-?16(?:-?[lb]e)?|(?:windows|cp)-?125\d|iso[-_]?8859-?\d{1,2}|latin-?\d|us-ascii|ascii|mac-?roman|macintosh)",
    re.IGNORECASE,
)
# The WHATWG Encoding Standard reads these labels as Windows-1252, and so do browsers.
_AS_WINDOWS = re.compile(r"(?:iso[-_]?8859-?1|latin-?1|us-ascii|ascii|(?:windows|cp)-?1252)", re.IGNORECASE)
_DECLARATION_WITHIN = 4_096
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_PER_LETTER = 1 / 500


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text, and notes for the operator.

    The byte-order mark decides, then the encoding that the page declares, then UTF-8, then Windows-1252 (with a
    note). Raises `DocumentError` for bytes that are not such text, or not text at all.
    """
    text, notes = _decode(data)
    if len(_CONTROLS.findall(text)) > len(text) * _CONTROLS_PER_LETTER:
        raise DocumentError(
            "The file is not text: it holds control characters. Give the page, paper or text itself."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, why="its byte-order mark says so"), ()
    declared = _declared(data)
    if declared:
        return _strictly(data, declared, why="it says so itself"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = _strictly(data, "cp1252", why="it is not UTF-8 and does not say what it is")
    return text, (
        "The file is not UTF-8 and names no encoding, so it was read as Windows-1252: look at the quotation marks.",
    )


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if not found:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace")
    if not _TEXTUAL.fullmatch(label):
        raise DocumentError(
            f"The page says that it is written in “{label}”, which is not known here. Save it as UTF-8."
        )
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says (WHATWG HTML, 13.2.3.2).
    if label.lower().startswith("utf"):
        return "utf-8"
    return (
        "cp1252"
        if _AS_WINDOWS.fullmatch(label)
        else label.lower().removeprefix("x-").replace("macintosh", "mac_roman")
    )


def _strictly(data: bytes, encoding: str, *, why: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise DocumentError(
            f"The file cannot be read as {encoding.upper()} ({why}). Open it where it reads well; save it as UTF-8."
        ) from None

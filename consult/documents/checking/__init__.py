"""The checker: reports everything that a Word or OpenDocument file of ours must not be."""

from __future__ import annotations

from pathlib import Path

from consult.documents.checking.faults import Fault
from consult.documents.checking.opendocument import check_opendocument
from consult.documents.checking.opening import FILE_LIMIT, unpack
from consult.documents.checking.parsing import parse_all
from consult.documents.checking.word import check_word

__all__ = ["Fault", "check_bytes", "check_file"]


def check_file(path: Path) -> list[Fault]:
    """Return everything that is wrong with a .docx or .odt file; an empty list when nothing is.

    Never raises for what the file holds; raises `OSError` when it cannot be read.
    """
    with path.open("rb") as stream:
        return check_bytes(stream.read(FILE_LIMIT + 1))


def check_bytes(data: bytes) -> list[Fault]:
    """Return everything that is wrong with the bytes of a .docx or .odt file."""
    parts, faults = unpack(data)
    if not parts:
        return faults or [Fault("archive", "file", "the archive is empty")]
    trees, xml_faults = parse_all(parts)
    faults += xml_faults
    if "[Content_Types].xml" in parts:
        return faults + list(check_word(parts, trees))
    if "mimetype" in parts or "content.xml" in parts:
        return faults + list(check_opendocument(parts, trees))
    return [*faults, Fault("archive", "file", "it is neither a Word nor an OpenDocument file")]

"""Reading a workbook back from its own XML, with nothing between."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

_MAIN = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Book:
    """A workbook's parts by name, and its cells by sheet and row: numbers as numbers, text as text."""

    parts: dict[str, bytes]
    sheets: dict[str, list[list[str | float]]]

    @property
    def xml(self) -> str:
        """Every part of the workbook, one after the other."""
        return "\n".join(part.decode() for part in self.parts.values())


def read_workbook(data: bytes) -> Book:
    """Return a workbook. Raises when a part is not well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    trees = {name: etree.fromstring(part) for name, part in parts.items()}
    strings = ["".join(item.itertext()) for item in trees["xl/sharedStrings.xml"].findall("x:si", _MAIN)]
    targets = {link.get("Id"): link.get("Target") for link in trees["xl/_rels/workbook.xml.rels"]}
    sheets = {}
    for sheet in trees["xl/workbook.xml"].findall("x:sheets/x:sheet", _MAIN):
        tree = trees[f"xl/{targets[sheet.get(_RELATION)]}"]
        sheets[sheet.get("name")] = [
            [_value(cell, strings) for cell in row] for row in tree.findall("x:sheetData/x:row", _MAIN)
        ]
    return Book(parts, sheets)


def _value(cell: etree._Element, strings: list[str]) -> str | float:
    kind, value = cell.get("t", "n"), cell.findtext("x:v", "", _MAIN)
    assert kind in {"n", "s"}, "a cell is neither a number nor text"
    if not value:
        return ""
    return strings[int(value)] if kind == "s" else float(value)

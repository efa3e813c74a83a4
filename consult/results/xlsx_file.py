"""Results as an Excel workbook, made only when it is asked for."""

from __future__ import annotations

from consult.results.export import Export


def to_xlsx(export: Export) -> bytes:
    """Return the tables as an Office Open XML workbook."""
    from consult.results.workbook import build  # noqa: PLC0415 - brings pandas, which takes over half a second to load

    return build(export)

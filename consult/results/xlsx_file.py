"""Results as an Excel workbook, made only when it is asked for."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

from consult.packs.model import Pack
from consult.results.export import Export
from consult.results.protect import Results
from consult.results.tables import Breakdown


def to_xlsx(
    results: Results,
    pack: Pack,
    words: NullTranslations,
    *,
    campaign: str = "",
    week: date | None = None,
    breakdown: Breakdown | None = None,
) -> bytes:
    """Return the tables as an Office Open XML workbook. See `to_csv` for the arguments."""
    return xlsx_of(Export(results, pack, words, campaign, week, breakdown))


def xlsx_of(export: Export) -> bytes:
    """Return the same of everything that a file is made from."""
    from consult.results.workbook import build  # noqa: PLC0415 - brings pandas, which takes over half a second to load

    return build(export)

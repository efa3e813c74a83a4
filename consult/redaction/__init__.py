"""What gives a person away: finding and masking personal details in free text."""

from __future__ import annotations

from consult.redaction.finding import find
from consult.redaction.found import Found, Kind
from consult.redaction.masking import marker, mask
from consult.redaction.risk import Risk, risks

__all__ = ["Found", "Kind", "Risk", "find", "marker", "mask", "risks"]

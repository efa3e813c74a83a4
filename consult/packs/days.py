"""The day it is where the consultations are held: by it campaigns open and close."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo


def today(timezone: Literal["Europe/London"] = "Europe/London") -> date:
    """Return the present day in the one time zone that a pack may name."""
    return datetime.now(ZoneInfo(timezone)).date()

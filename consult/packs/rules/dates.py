"""Days that make sense beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from consult.packs.faults import Fault, shown
from consult.packs.reading import Contents
from consult.packs.tree import Node

_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def closing(contents: Contents) -> Iterator[Fault]:
    """Refuse a consultation that closes before it opens, and a time that no clock shows."""
    opened, closes = _day(contents["dates"]["opened"]), contents["dates"]["closes"]
    closing_day = _day(closes)
    if opened and closing_day and closing_day < opened:
        yield closes.fault(
            f"it closes on {closing_day}, before it opens on {opened}", "correct one of the two days"
        )
    time = contents["dates"]["closing_time"]
    if time.text and not _CLOCK.fullmatch(time.text):
        yield time.fault(
            f"{shown(time.text)} is not a time of day", 'write "23:45", or take it out if it is not known'
        )


def checks(contents: Contents) -> Iterator[Fault]:
    """Refuse a check of the outcome or of a wording that was made before the consultation opened."""
    opened = _day(contents["dates"]["opened"])
    checked = [contents["latest_check"], *(each["wording"]["checked_on"] for each in contents["questions"])]
    for node in checked:
        day = _day(node)
        if opened and day and day < opened:
            yield node.fault(f"{day} is before the consultation opened on {opened}", "correct the day")


def history(contents: Contents) -> Iterator[Fault]:
    """Refuse events out of order, and an event whose two dates are of different years."""
    before: date | None = None
    for event in contents["history"]:
        day, when = _day(event["on"]), event["when"]
        if day and before and day < before:
            yield event["on"].fault(f"{day} comes after {before}", "put the events in the order of their days")
        if day and when.text and str(day.year) not in when.text:
            yield when.fault(f"it does not name {day.year}, the year of `on`", "make the two agree")
        before = day or before


def _day(node: Node) -> date | None:
    return node.value if isinstance(node.value, date) and not isinstance(node.value, datetime) else None

"""What the fields of the form for a campaign have in common: cleaning, limits, and days in three parts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _
from wtforms import Field, Form, ValidationError

from consult.answers.cleaning import clean, clean_line

PARTS = ("day", "month", "year")
LONGEST_YEAR = 4


def line(text: str | None) -> str:
    """Return what was typed as one clean line."""
    return clean_line(text or "").text


def texts(text: str | None) -> str:
    """Return what was typed, clean, with its paragraphs."""
    return clean(text or "").text


def each_once(values: Iterable[str] | None) -> list[str]:
    """Return what was chosen, each once and in its order: a browser, or somebody else, may send a choice twice."""
    return list(dict.fromkeys(values or ()))


def day_of(parts: Iterable[str]) -> date | None:
    """Return the day that a day, a month and a year make, None where they make none."""
    typed = list(parts)
    if not all(part.isascii() and part.isdigit() and len(part) <= LONGEST_YEAR for part in typed):
        return None
    day, month, year = map(int, typed)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parts_of(day: date | None) -> list[str]:
    """Return a day, a month and a year as they are typed; empty texts for no day."""
    return [str(day.day), str(day.month), str(day.year)] if day else ["", "", ""]


class AtMost:
    """Refuses a text that is too long."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, _form: Form, field: Field) -> None:
        """Raise `ValidationError` for a text over the limit."""
        over = len(field.data or "") - self.limit
        if over > 0:
            raise ValidationError(
                _(
                    "%(name)s: the most is %(limit)s characters. Make it shorter by %(over)s.",
                    name=field.label.text,
                    limit=self.limit,
                    over=over,
                )
            )


class OneOf:
    """Refuses what is not in a list."""

    def __init__(self, values: Iterable[str]) -> None:
        self.values = {str(value) for value in values}

    def __call__(self, _form: Form, field: Field) -> None:
        """Raise `ValidationError` for anything else."""
        if field.data not in self.values:
            raise ValidationError(_("%(name)s: choose one of the answers.", name=field.label.text))

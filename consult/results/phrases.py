"""What the results say in words: counts, percentages, labels, statuses, and the notes that go with every file."""

from __future__ import annotations

from gettext import NullTranslations
from typing import NamedTuple

from consult.packs.model import Pack, WordingStatus
from consult.results.cell_key import ROUNDING, THRESHOLD
from consult.results.protected import Protected
from consult.results.tables import Group, Row, Standing, Table

HELD_BACK = "[c]"
"""Shorthand of the government's Analysis Function for a confidential number ("Symbols in tables")."""

LOW = "[low]"
"""The same source's shorthand for a number that rounds to nothing but is not nothing."""

UNAVAILABLE = "[x]"
"""The same source's shorthand for a number that there is not."""

SHORTHAND = frozenset({HELD_BACK, LOW, UNAVAILABLE})


def count_text(count: Protected, words: NullTranslations) -> str:
    """Return a count for reading: `1,250`, `fewer than 10`, or `held back`."""
    if count.value is not None:
        return f"{count.value:,}"
    if count.is_few:
        return words.gettext("fewer than %(threshold)s") % {"threshold": THRESHOLD}
    return words.gettext("held back")


def responses_text(count: Protected, words: NullTranslations) -> str:
    """Return a count of responses for reading: `1,250 responses`, `fewer than 10 responses`, or `held back`."""
    if count.value is None and not count.is_few:
        return count_text(count, words)
    template = words.ngettext("%(count)s response", "%(count)s responses", count.value or THRESHOLD)
    return template % {"count": count_text(count, words)}


def percent_text(percent: int | None, words: NullTranslations) -> str:
    """Return a percentage for reading: `45%`, `under 1%`, or `not shown`."""
    if percent is None:
        return words.gettext("not shown")
    return f"{percent}%" if percent else words.gettext("under 1%")


def bar_text(row: Row, words: NullTranslations) -> str:
    """Return what a row's bar says, whole: `Agree: 25 responses, 50%`."""
    parts = {"option": row_label(row, words), "responses": responses_text(row.count, words)}
    if row.percent is None:
        return words.gettext("%(option)s: %(responses)s") % parts
    parts["percent"] = percent_text(row.percent, words)
    return words.gettext("%(option)s: %(responses)s, %(percent)s") % parts


def row_label(row: Row, words: NullTranslations) -> str:
    """Return what a row counts. An option that the pack no longer has is said to be one, with its id."""
    if row.standing is Standing.OPTION:
        return row.label
    if row.standing is Standing.WROTE:
        return words.gettext("Wrote an answer")
    return words.gettext("An option no longer in the pack (%(id)s)") % {"id": row.option}


def group_label(group: Group, words: NullTranslations) -> str:
    """Return what the people of a group said about themselves."""
    return group.label or words.gettext("An option no longer in the pack (%(id)s)") % {"id": group.value}


def table_title(table: Table, words: NullTranslations) -> str:
    """Return a table's short title, such as `Question 3`."""
    if table.question is None:
        return words.gettext("A question no longer in the pack (%(id)s)") % {"id": table.question_id}
    return words.gettext("Question %(number)s") % {"number": table.question.number}


def status_text(status: WordingStatus, words: NullTranslations) -> str:
    """Return a wording's status in words."""
    if status is WordingStatus.VERIFIED:
        return words.gettext("Checked against the official document")
    if status is WordingStatus.QUOTED:
        return words.gettext("Quoted from another source")
    return words.gettext("Not yet checked against the official document")


def shorthand(words: NullTranslations) -> str:
    """Return what the shorthand in a file means."""
    meaning = words.gettext(
        "Some shorthand is used: [c] = confidential: fewer than %(threshold)s, which may be none, or held back to "
        "shield such a number; [low] = more than none, but it rounds to 0; [x] = not available."
    )
    return meaning % {"threshold": THRESHOLD}


class Notes(NamedTuple):
    """The notes that every file carries, in the order in which they are numbered."""

    people: str
    method: str
    percentages: str
    wording: str
    licence: str


def notes(pack: Pack, words: NullTranslations) -> Notes:
    """Return who answered, how the numbers were protected, what they are of, and whose the questions are."""
    method = words.gettext(
        "Every number has been through the cell-key method of the Office for National Statistics, with its "
        "%(threshold)s–%(rounding)s rule: nothing under %(threshold)s is shown, and everything else is rounded "
        "to the nearest %(rounding)s."
    )
    return Notes(
        people=words.gettext(
            "These numbers come from people who chose to share their answers. They are not a sample of the public, "
            "and do not say how many people hold a view."
        ),
        method=method % {"threshold": THRESHOLD, "rounding": ROUNDING},
        percentages=words.gettext(
            "Percentages are worked out from the rounded numbers. They are of all responses, or of all in a group, "
            "including those that left the question out. Numbers do not add up: each is rounded on its own, and "
            "small ones are left out."
        ),
        wording=words.gettext(
            "The status of the wording says whether the words of a question, and those of its options, have been "
            "checked against the official document."
        ),
        licence=f"{pack.licence} {pack.licence_note}".strip(),
    )

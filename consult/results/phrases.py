"""What the results say in words: counts, percentages, labels, statuses, and the notes that go with every file."""

from __future__ import annotations

from gettext import NullTranslations
from typing import NamedTuple

from consult.packs.model import Pack, WordingStatus
from consult.results import method
from consult.results.protected import SAFE_BASE, Protected
from consult.results.tables import Group, Grouping, Row, Standing, Table
from consult.results.tally import LANGUAGE, VERSION, WAY

HELD_BACK = "[c]"
"""Shorthand of the government's Analysis Function for a confidential number ("Symbols in tables")."""

LOW = "[low]"
"""The same source's shorthand for a number that rounds to nothing but is not nothing."""

UNAVAILABLE = "[x]"
"""The same source's shorthand for a number that there is not."""

SHORTHAND = frozenset({HELD_BACK, LOW, UNAVAILABLE})


def count_text(count: Protected, words: NullTranslations) -> str:
    """Return a count for reading: `1,250`, `too few to show`, or `held back`."""
    if count.value is not None:
        return f"{count.value:,}"
    return words.gettext("too few to show") if count.is_few else words.gettext("held back")


def responses_text(count: Protected, words: NullTranslations) -> str:
    """Return a count of responses for reading: `1,250 responses`, `too few to show`, or `held back`."""
    if count.value is None:
        return count_text(count, words)
    template = words.ngettext("%(count)s response", "%(count)s responses", count.value)
    return template % {"count": count_text(count, words)}


def answered_text(table: Table, words: NullTranslations) -> str:
    """Return how many answered a question at all: `About 480 answered this question: 95% of all responses.`"""
    if table.answered is None:
        return words.gettext("How many answered this question is not shown.")
    parts = {"count": f"{table.answered.people:,}", "percent": percent_text(table.answered_percent, words)}
    with_percent, is_least = table.answered_percent is not None, table.answered.is_least
    if with_percent and is_least:
        template = words.gettext("About %(count)s or more answered this question: %(percent)s of all responses.")
    elif with_percent:
        template = words.gettext("About %(count)s answered this question: %(percent)s of all responses.")
    elif is_least:
        template = words.gettext("About %(count)s or more answered this question.")
    else:
        template = words.gettext("About %(count)s answered this question.")
    return template % parts


def answered_count(table: Table, words: NullTranslations) -> str:
    """Return how many answered a question at all, for a table: `480`, `480 or more`, or `not shown`."""
    if table.answered is None:
        return words.gettext("not shown")
    count = f"{table.answered.people:,}"
    return words.gettext("%(count)s or more") % {"count": count} if table.answered.is_least else count


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
    """Return what the people of a group said about themselves, or how their responses came."""
    if group.attribute == LANGUAGE:
        return _language(group.value, words)
    if group.attribute == WAY:
        ways = {"online": words.gettext("Online"), "paper": words.gettext("On paper")}
        return ways.get(group.value, group.value)
    if group.attribute == VERSION:
        return words.gettext("Version %(number)s") % {"number": group.value}
    return group.label or words.gettext("An option no longer in the pack (%(id)s)") % {"id": group.value}


def _language(tag: str, words: NullTranslations) -> str:
    return {"en": words.gettext("English"), "cy": words.gettext("Welsh")}.get(tag, tag)


def breakdown_label(breakdown: Grouping, words: NullTranslations) -> str:
    """Return what the groups are groups of: the about-you question's text, or our own attribute in words."""
    if breakdown.question:
        return breakdown.question.text
    ours = {
        LANGUAGE: words.gettext("Language of the pages"),
        WAY: words.gettext("Online or on paper"),
        VERSION: words.gettext("Version of the questions"),
    }
    return ours.get(breakdown.attribute, breakdown.attribute)


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
    return words.gettext(
        "Some shorthand is used: [c] = confidential: too few to show, which may be none, or held back to shield "
        "such a number; [low] = more than none, but it rounds to 0; [x] = not available."
    )


class Notes(NamedTuple):
    """The notes that every file carries, in the order in which they are numbered."""

    people: str
    method: str
    percentages: str
    wording: str
    licence: str


def notes(pack: Pack, words: NullTranslations) -> Notes:
    """Return who answered, how the numbers were protected, what they are of, and whose the questions are."""
    return Notes(
        people=words.gettext(
            "These numbers come from people who chose to share their answers. They are not a sample of the public, "
            "and do not say how many people hold a view."
        ),
        method=method.noise(words),
        percentages=words.gettext(
            "Percentages are worked out from the numbers that are shown. They are of all responses, or of all in a "
            "group, including those that left the question out, and there are none of fewer than %(base)s. Numbers "
            "do not add up: each is changed on its own, and small ones are left out."
        )
        % {"base": SAFE_BASE},
        wording=words.gettext(
            "The status of the wording says whether the words of a question, and those of its options, have been "
            "checked against the official document."
        ),
        licence=f"{pack.licence} {pack.licence_note}".strip(),
    )

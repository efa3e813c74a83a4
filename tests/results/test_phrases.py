import gettext

import pytest

from consult.packs.model import WordingStatus
from consult.results.phrases import (
    answered_text,
    bar_text,
    breakdown_label,
    count_text,
    group_label,
    notes,
    percent_text,
    responses_text,
    row_label,
    status_text,
    table_title,
)
from consult.results.protect import protect
from consult.results.protected import WITHHELD, Protected
from consult.results.tables import Breakdown, Group
from consult.results.tally import LANGUAGE, VERSION, WAY
from tests.results.material import AGREEMENT, ENGLISH, make_pack, plain_key, responses, tally

PACK = make_pack()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "too few to show"),
        (9, "too few to show"),
        (10, "10 responses"),
        (1_234_567, "1,234,565 responses"),
    ],
)
def test_a_number_of_responses_in_words(count: int, said: str) -> None:
    assert responses_text(Protected(count=count, key_sum=plain_key(count)), ENGLISH) == said


def test_what_is_held_back_does_not_say_that_it_is_few() -> None:
    assert count_text(WITHHELD, ENGLISH) == responses_text(WITHHELD, ENGLISH) == "held back"


@pytest.mark.parametrize(("percent", "said"), [(None, "not shown"), (0, "under 1%"), (1, "1%"), (100, "100%")])
def test_a_percentage_in_words(percent: int | None, said: str) -> None:
    assert percent_text(percent, ENGLISH) == said


def test_a_bar_says_all_that_it_shows() -> None:
    results = protect(PACK, [responses(100), tally("q1", "yes", 49), tally("q1", "gone", 21)])
    assert [bar_text(row, ENGLISH) for row in results.tables[0].rows] == [
        "Label of yes: 50 responses, 50%",
        "Label of no: too few to show",
        "Label of not-sure: too few to show",
        "Label of no-view: too few to show",
        "An option no longer in the pack (gone): 20 responses, 20%",
    ]


def test_titles_and_labels() -> None:
    results = protect(PACK, [tally("q99", "yes", 30)])
    assert [table_title(table, ENGLISH) for table in results.tables] == [
        "Question 1",
        "Question 2",
        "Question 3",
        "A question no longer in the pack (q99)",
    ]
    assert row_label(results.tables[2].rows[0], ENGLISH) == "Wrote an answer"
    gone = Group("moon", "", WITHHELD, ())
    assert group_label(gone, ENGLISH) == "An option no longer in the pack (moon)"


@pytest.mark.parametrize(
    ("attribute", "value", "said"),
    [
        (LANGUAGE, "en", "English"),
        (LANGUAGE, "cy", "Welsh"),
        (LANGUAGE, "pl", "pl"),
        (WAY, "online", "Online"),
        (WAY, "paper", "On paper"),
        (VERSION, "3", "Version 3"),
    ],
)
def test_what_every_response_has_is_said_in_words(attribute: str, value: str, said: str) -> None:
    group = Group(value, "", WITHHELD, (), attribute)
    assert group_label(group, ENGLISH) == said
    assert not breakdown_label(Breakdown(attribute, None, (group,)), ENGLISH).startswith("_")


def test_a_breakdown_is_named_by_its_question() -> None:
    breakdown = protect(PACK, []).by("place")
    assert breakdown is not None
    assert breakdown_label(breakdown, ENGLISH) == "Where do you live?"
    assert breakdown_label(Breakdown("shoe-size", None, ()), ENGLISH) == "shoe-size"


@pytest.mark.parametrize(
    ("all_of", "rows", "said"),
    [
        (200, (60, 40, 40, 40), "About 180 answered this question: 90% of all responses."),
        (200, (60, 6, 0, 0), "About 60 or more answered this question: 30% of all responses."),
        (45, (40, 6, 0, 0), "About 40 or more answered this question."),
        (45, (10, 10, 10, 10), "About 40 answered this question."),
        (200, (60, 60, 60, 60), "About 200 answered this question: 100% of all responses."),
        (200, (150, 60, 6, 0), "About 200 answered this question: 100% of all responses."),
        (200, (1, 2, 3, 4), "How many answered this question is not shown."),
    ],
)
def test_how_many_answered(all_of: int, rows: tuple[int, ...], said: str) -> None:
    tallies = [tally("q1", option, count) for option, count in zip(AGREEMENT, rows, strict=True)]
    assert answered_text(protect(PACK, [responses(all_of), *tallies]).tables[0], ENGLISH) == said


def test_each_status_has_its_words() -> None:
    assert len({status_text(status, ENGLISH) for status in WordingStatus}) == len(WordingStatus)


def test_plurals_are_the_languages_own() -> None:
    class Plural(gettext.NullTranslations):
        def ngettext(self, one: str, more: str, number: int) -> str:
            return f"{one} or {more}, form {number}"

    said = responses_text(Protected(count=21, key_sum=plain_key(21)), Plural())
    assert said == "20 response or 20 responses, form 20"


def test_the_notes_end_with_the_licence() -> None:
    pack = PACK.model_copy(update={"licence_note": "And so on."})
    assert notes(pack, ENGLISH).licence == "Contains nothing of the public sector. And so on."

import gettext

import pytest

from consult.packs.model import WordingStatus
from consult.results.phrases import (
    bar_text,
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
from consult.results.tables import Group
from tests.results.material import ENGLISH, make_pack, responses, tally

PACK = make_pack()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "fewer than 10 responses"),
        (9, "fewer than 10 responses"),
        (10, "10 responses"),
        (1_234_567, "1,234,565 responses"),
    ],
)
def test_a_number_of_responses_in_words(count: int, said: str) -> None:
    assert responses_text(Protected(count=count, key_sum=0), ENGLISH) == said


def test_what_is_held_back_does_not_say_that_it_is_few() -> None:
    assert count_text(WITHHELD, ENGLISH) == responses_text(WITHHELD, ENGLISH) == "held back"


@pytest.mark.parametrize(("percent", "said"), [(None, "not shown"), (0, "under 1%"), (1, "1%"), (100, "100%")])
def test_a_percentage_in_words(percent: int | None, said: str) -> None:
    assert percent_text(percent, ENGLISH) == said


def test_a_bar_says_all_that_it_shows() -> None:
    results = protect(PACK, [responses(100), tally("q1", "yes", 49), tally("q1", "gone", 21)])
    assert [bar_text(row, ENGLISH) for row in results.tables[0].rows] == [
        "Label of yes: 50 responses, 50%",
        "Label of no: fewer than 10 responses",
        "Label of not-sure: fewer than 10 responses",
        "Label of no-view: fewer than 10 responses",
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


def test_each_status_has_its_words() -> None:
    assert len({status_text(status, ENGLISH) for status in WordingStatus}) == len(WordingStatus)


def test_plurals_are_the_languages_own() -> None:
    class Plural(gettext.NullTranslations):
        def ngettext(self, one: str, more: str, number: int) -> str:
            return f"{one} or {more}, form {number}"

    said = responses_text(Protected(count=21, key_sum=0), Plural())
    assert said == "20 response or 20 responses, form 20"


def test_the_notes_end_with_the_licence() -> None:
    pack = PACK.model_copy(update={"licence_note": "And so on."})
    assert notes(pack, ENGLISH).licence == "Contains nothing of the public sector. And so on."

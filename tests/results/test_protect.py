from __future__ import annotations

import pickle
import time

import pytest

from consult.results.protect import Results, TallyError, protect, responses_in
from consult.results.protected import Protected
from consult.results.tables import Breakdown, Row, Standing
from consult.results.tally import LANGUAGE, RECORD_KEYS, VERSION, WAY, Tally
from tests.results.material import AGREEMENT, make_pack, plain_key, responses, tally

PACK = make_pack()


def rows(results: Results, question: str) -> tuple[Row, ...]:
    return next(table.rows for table in results.tables if table.question_id == question)


def counts(results: Results, question: str) -> dict[str, int | None]:
    return {row.option: row.count.value for row in rows(results, question)}


def broken_down(results: Results) -> Breakdown:
    breakdown = results.by("place")
    assert breakdown is not None
    return breakdown


def in_groups(results: Results, question: str, option: str) -> dict[str, int | None]:
    return {
        group.value: row.count.value
        for group in broken_down(results).groups
        for table in group.tables
        for row in table.rows
        if (table.question_id, row.option) == (question, option)
    }


def test_options_come_in_the_packs_order_whether_anyone_chose_them_or_not() -> None:
    results = protect(PACK, [tally("q1", "no-view", 40), tally("q1", "yes", 22)])
    assert counts(results, "q1") == {"yes": 20, "no": None, "not-sure": None, "no-view": 40}
    assert [row.label for row in rows(results, "q1")] == [f"Label of {option}" for option in AGREEMENT]


def test_every_question_has_its_table_in_official_order() -> None:
    tables = protect(PACK, []).tables
    assert [table.question_id for table in tables] == ["q1", "q2", "q3"]
    assert [table.question.number for table in tables if table.question] == [1, 2, 3]


def test_an_empty_campaign_shows_nothing_but_its_questions() -> None:
    results = protect(PACK, [])
    shown = [results.responses, *(row.count for table in results.tables for row in table.rows)]
    assert {count.value for count in shown} == {None}
    assert {row.percent for table in results.tables for row in table.rows} == {None}
    assert {row.bar for table in results.tables for row in table.rows} == {0}


@pytest.mark.parametrize(("count", "shown"), [(0, None), (1, None), (9, None), (10, 10), (12, 10), (13, 15)])
def test_the_number_of_responses_is_protected_too(count: int, shown: int | None) -> None:
    assert protect(PACK, [responses(count)]).responses.value == shown


def test_a_million_responses() -> None:
    results = protect(PACK, [responses(1_000_000), tally("q1", "yes", 500_003), tally("q1", "no", 12)])
    assert results.responses.value == 1_000_000
    assert counts(results, "q1")["yes"] == 500_005
    assert [row.percent for row in rows(results, "q1")] == [50, 0, None, None]


def test_an_open_question_counts_who_wrote_an_answer() -> None:
    (row,) = rows(protect(PACK, [responses(100), tally("q3", "answered", 33)]), "q3")
    assert (row.standing, row.count.value, row.percent) == (Standing.WROTE, 35, 35)


def test_an_option_that_the_pack_no_longer_has_is_reported() -> None:
    results = protect(PACK, [tally("q1", "perhaps", 31)])
    row = rows(results, "q1")[-1]
    assert (row.option, row.label, row.standing, row.count.value) == ("perhaps", "", Standing.REMOVED, 30)


def test_a_question_that_the_pack_no_longer_has_is_reported() -> None:
    table = protect(PACK, [tally("q99", "yes", 31)]).tables[-1]
    assert (table.question_id, table.question, table.rows[0].count.value) == ("q99", None, 30)


def test_tallies_of_the_same_place_are_added_before_the_rule() -> None:
    results = protect(PACK, [Tally("q1", "yes", 30, plain_key(63)), Tally("q1", "yes", 33, RECORD_KEYS)])
    assert counts(results, "q1")["yes"] == 65


@pytest.mark.parametrize(
    "wrong",
    [
        Tally("q1", "yes", -1, 0),
        Tally("q1", "", 25, 0),
        Tally("", "yes", 25, 0),
        Tally("q1", "yes", 25, 0, "place", ""),
        Tally("q1", "yes", 25, 0, "", "north"),
    ],
)
def test_a_tally_that_cannot_be_is_refused_without_its_count(wrong: Tally) -> None:
    with pytest.raises(TallyError) as refused:
        protect(PACK, [wrong])
    assert "25" not in str(refused.value)


def test_percentages_are_of_the_rounded_responses() -> None:
    results = protect(PACK, [responses(48), tally("q1", "yes", 13)])
    assert rows(results, "q1")[0].percent == 30  # 15 of 50, not 13 of 48


def test_a_percentage_never_passes_a_hundred() -> None:
    results = protect(PACK, [responses(60), tally("q1", "yes", 70)])
    assert rows(results, "q1")[0].bar == 100


@pytest.mark.parametrize(("base", "percent"), [(45, None), (50, 80)])
def test_there_are_percentages_only_of_a_safe_base(base: int, percent: int | None) -> None:
    results = protect(PACK, [responses(base), tally("q1", "yes", 40)])
    assert rows(results, "q1")[0].percent == percent


def test_without_responses_there_are_counts_but_no_percentages() -> None:
    row = rows(protect(PACK, [tally("q1", "yes", 40)]), "q1")[0]
    assert (row.count.value, row.percent) == (40, None)


def test_a_breakdown_has_every_group_of_the_pack_and_those_it_lost() -> None:
    results = protect(PACK, [tally("q1", "yes", 40, place="south"), tally("q1", "yes", 20, place="moon")])
    groups = broken_down(results).groups
    assert [(group.value, group.label) for group in groups] == [
        ("north", "Label of north"),
        ("south", "Label of south"),
        ("moon", ""),
    ]


def test_groups_have_the_same_tables_and_rows() -> None:
    results = protect(PACK, [tally("q1", "perhaps", 40, place="south"), tally("q99", "yes", 20, place="north")])
    shapes = {
        tuple((table.question_id, *(row.option for row in table.rows)) for table in group.tables)
        for group in broken_down(results).groups
    }
    assert len(shapes) == 1


def test_a_groups_percentages_are_of_the_groups_responses() -> None:
    places = [
        part
        for place in ("north", "south")
        for part in (responses(50, place=place), tally("q1", "yes", 25, place=place))
    ]
    group = broken_down(protect(PACK, [responses(200), *places])).groups[0]
    assert (group.responses.value, group.tables[0].rows[0].percent) == (50, 50)


def test_a_breakdown_that_nobody_knows_is_none() -> None:
    results = protect(PACK, [responses(50)])
    assert results.by("shoe-size") is None
    assert results.by("") is None


def test_an_about_you_question_that_the_pack_no_longer_asks_still_breaks_down() -> None:
    pack = PACK.model_copy(update={"about_you": ()})
    breakdown = broken_down(protect(pack, [tally("q1", "yes", 40, place="south")]))
    assert breakdown.question is None
    assert [group.value for group in breakdown.groups] == ["south"]


def test_a_second_group_is_held_back_where_one_is() -> None:
    pack = make_pack(groups=("a", "b", "c"))
    sizes = {"a": 300, "b": 60, "c": 20}
    results = protect(
        pack,
        [
            *(responses(size, place=place) for place, size in sizes.items()),
            *(tally("q1", "yes", 30, place=place) for place in "ab"),
            tally("q1", "yes", 4, place="c"),
            *(tally("q1", "no", 30, place=place) for place in "abc"),
        ],
    )
    assert in_groups(results, "q1", "yes") == {"a": 30, "b": None, "c": None}
    assert in_groups(results, "q1", "no") == {"a": 30, "b": 30, "c": 30}


def test_nothing_says_which_of_two_held_back_groups_was_small() -> None:
    def shown(north: int, south: int) -> Breakdown:
        both = [tally("q1", "yes", north, place="north"), tally("q1", "yes", south, place="south")]
        return broken_down(protect(PACK, [responses(60, place="north"), responses(60, place="south"), *both]))

    assert shown(4, 40) == shown(40, 4) == shown(4, 4)


def test_nothing_raw_is_kept() -> None:
    """Counts that show as the same number leave the same results behind, down to the last byte."""
    left = protect(PACK, [responses(1013), tally("q1", "yes", 213), tally("q1", "no", 3)])
    right = protect(PACK, [responses(1017), tally("q1", "yes", 217), tally("q1", "no", 8)])
    assert left == right
    assert pickle.dumps(left) == pickle.dumps(right)
    assert repr(left) == repr(right)


def test_a_tally_does_not_say_its_numbers() -> None:
    said = f"{Tally('q1', 'yes', 4321, 98765)!r} {Tally('q1', 'yes', 4321, 98765)}"
    assert "4321" not in said
    assert "98765" not in said


def test_a_protected_count_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Protected(count=3, key_sum=1).value = 3  # type: ignore[misc]  # this is what must not work


def test_a_large_campaign_is_protected_quickly() -> None:
    """The best of several runs in processor time, since machines are shared."""
    questions, groups = [f"q{at}" for at in range(17)], [f"g{at}" for at in range(50)]
    pack = make_pack(questions=questions, open_questions=(), groups=groups)
    places = ["", *groups]
    tallies = [
        tally(question, option, 7 * at % 400, place=place)
        for question in questions
        for option in AGREEMENT
        for at, place in enumerate(places)
    ]
    took = []
    for _ in range(20):
        start = time.process_time()
        assert len(protect(pack, tallies).tables) == len(questions)
        took.append(time.process_time() - start)
    assert min(took) < 0.020


def test_how_many_answered_is_the_sum_of_what_is_shown() -> None:
    tallies = [responses(200), *(tally("q1", option, 45) for option in AGREEMENT)]
    table = protect(PACK, tallies).tables[0]
    assert (table.answered, table.answered_percent) == ((180, False), 90)


def test_where_a_row_is_held_back_at_least_so_many_answered() -> None:
    table = protect(PACK, [responses(200), tally("q1", "yes", 45), tally("q1", "no", 6)]).tables[0]
    assert (table.answered, table.answered_percent) == ((45, True), 23)


def test_where_no_row_is_shown_nobody_is_said_to_have_answered() -> None:
    table = protect(PACK, [responses(200), tally("q1", "no", 6)]).tables[0]
    assert (table.answered, table.answered_percent) == (None, None)


@pytest.mark.parametrize(("attribute", "value"), [(LANGUAGE, "cy"), (WAY, "paper"), (VERSION, "3")])
def test_what_every_response_has_breaks_down_too(attribute: str, value: str) -> None:
    tallies = [Tally("", "", 60, plain_key(60), attribute, each) for each in (value, "other")]
    breakdown = protect(PACK, tallies).by(attribute)
    assert breakdown is not None
    assert breakdown.question is None
    assert {group.value: group.responses.value for group in breakdown.groups} == {value: 60, "other": 60}
    assert {group.attribute for group in breakdown.groups} == {attribute}


@pytest.mark.parametrize("attribute", [LANGUAGE, WAY, VERSION])
def test_the_same_people_are_never_shown_twice_as_everyone_and_as_their_only_group(attribute: str) -> None:
    """Keys are drawn apart for each group, so the two numbers would be two noisy looks at one count."""
    results = protect(PACK, [responses(503), Tally("", "", 503, plain_key(503) + 1, attribute, "only")])
    assert results.by(attribute) is None
    assert attribute not in {grouping.attribute for grouping in results.groupings}
    assert attribute not in {breakdown.attribute for breakdown in results.breakdowns}


def test_what_can_be_broken_down_is_known_before_it_is() -> None:
    languages = [Tally("", "", 60, plain_key(60), LANGUAGE, each) for each in ("en", "cy")]
    results = protect(PACK, [responses(120), *languages])
    assert [(each.attribute, each.question) for each in results.groupings] == [
        ("place", PACK.about_you[0]),
        (LANGUAGE, None),
    ]
    assert [each.attribute for each in results.breakdowns] == ["place", LANGUAGE]


@pytest.mark.parametrize("count", [0, 9, 10, 503, 1_000_003])
def test_a_list_says_the_number_that_the_results_say(count: int) -> None:
    tallies = [responses(count), responses(40, place="north"), tally("q1", "yes", 60)]
    assert responses_in(tallies) == protect(PACK, tallies).responses


@pytest.mark.parametrize(("counts_of_two", "is_least"), [((300, 220), False), ((510, 4), False), ((300, 4), True)])
def test_no_more_are_said_to_have_answered_than_there_are(counts_of_two: tuple[int, int], is_least: bool) -> None:
    both = [tally("q1", option, count) for option, count in zip(("a", "b"), counts_of_two, strict=True)]
    pack = make_pack(questions=("q1",), options=("a", "b"))
    table = protect(pack, [responses(505), *both]).tables[0]
    assert table.answered == (min(505, sum(count for count in counts_of_two if count > 4)), is_least)


def test_without_a_number_of_responses_the_sum_is_not_cut() -> None:
    table = protect(PACK, [tally("q1", option, 45) for option in AGREEMENT]).tables[0]
    assert table.answered == (180, False)

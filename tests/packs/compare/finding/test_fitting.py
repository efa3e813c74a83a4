"""A passage is the same as a wording, or it is not; how like it is decides only which passage is meant."""

from __future__ import annotations

from consult.packs.compare.finding.fitting import fit, likeness, run_on
from consult.packs.compare.finding.options import PrintedOptions
from consult.packs.compare.finding.passages import Passage, Segment

NO_OPTIONS = PrintedOptions((), "")


def passage(*segments: Segment | str, required: int = 1, possible: int | None = None) -> Passage:
    made = tuple(Segment(one) if isinstance(one, str) else one for one in segments)
    return Passage(made, required, len(made) if possible is None else possible, NO_OPTIONS)


ITEMS = (Segment("the size", item=True), Segment("the depth", item=True))


def test_the_required_segments_must_all_be_there() -> None:
    longer = passage("Do you agree?", "Think of boats.", required=2)
    assert not fit(longer, "Do you agree?").same
    assert fit(longer, "Do you agree? Think of boats.").same


def test_more_segments_are_taken_in_when_the_wording_has_them() -> None:
    found = fit(passage("Do you agree?", "Think of boats.", "And so on."), "Do you agree? Think of boats.")
    assert (found.same, found.length) == (True, 2)


def test_a_part_of_a_segment_is_never_enough() -> None:
    assert not fit(passage("Do you agree? Think of boats."), "Do you agree?").same
    assert not fit(passage("Do you agree?", "Think of boats."), "Do you agree? Think of").same


def test_typography_is_no_difference_and_the_documents_is_kept() -> None:
    found = fit(passage("Is the ‘inner harbour’ open?"), "Is the 'inner harbour' open?")
    assert found.same
    assert found.text == "Is the ‘inner harbour’ open?"


def test_items_without_marks_are_run_on_with_ours() -> None:
    assert run_on([Segment("For example:"), *ITEMS]) == "For example: the size; the depth."
    assert (
        run_on([Segment("For example:"), *ITEMS, Segment("Say why.")])
        == "For example: the size; the depth. Say why."
    )


def test_items_with_marks_or_a_joining_word_keep_them() -> None:
    items = [Segment("the size,", item=True), Segment("the depth, and", item=True), Segment("the sky", item=True)]
    assert run_on(items) == "the size, the depth, and the sky."


def test_each_way_of_running_on_is_the_same() -> None:
    for wording in (
        "For example: the size; the depth.",
        "For example: the size; the depth",
        "For example: the size, the depth.",
        "For example: the size the depth",
    ):
        found = fit(passage("For example:", *ITEMS, required=3), wording)
        assert found.same
        assert found.text == wording


def test_mixed_marks_are_not_the_same() -> None:
    three = (*ITEMS, Segment("the sky", item=True))
    assert not fit(passage("For example:", *three, required=4), "For example: the size; the depth, the sky.").same


def test_without_the_same_words_the_clearly_nearer_length_is_taken() -> None:
    two = passage(
        "Do you agree that boats float?", "The alternative would be that they sink at once.", "Gulls shriek."
    )
    found = fit(two, "Do you agree that ships float? The alternative would be that they sink at once.")
    assert (found.same, found.length) == (False, 2)


def test_a_stray_common_word_takes_nothing_in() -> None:
    found = fit(
        passage("Do boats float?", "The council thinks that boats do."), "Do boats float at all, the council asks?"
    )
    assert found.length == 1


def test_options_are_taken_in_only_for_the_very_words() -> None:
    asked = passage("Do you agree?", "Please explain your answer.", possible=1)
    assert fit(asked, "Do you agree? Please explain your answer.").length == 2
    assert fit(asked, "Do you agree? Please explain an answer.").length == 1


def test_likeness_is_over_the_words() -> None:
    assert likeness("one two three", "Three, two: ONE!") == 1.0
    assert likeness("one two", "three four") == 0.0
    assert likeness("", "") == 0.0
    assert likeness("one two three four", "one two") == 4 / 6

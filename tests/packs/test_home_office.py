"""The Home Office pack says what is known of the consultation, and nothing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from pydantic import BaseModel

from consult.packs.kinds import NEEDS_SCALE
from consult.packs.loading import pack_folder
from consult.packs.model import Pack, WordingStatus
from consult.packs.sentences import sentences, words
from tests.packs.reading_age import reading_age

WITH_OPTIONS = {1, 2, 3, 4, 5, 8, 10, 11, 14, 16}
QUOTED = {1, 5}
SECTIONS = [(1, 4), (5, 5), (6, 7), (8, 9), (10, 11), (12, 13), (14, 15), (16, 17)]

QUESTION_1 = (
    "To what extent do you agree or disagree that a new legal framework should apply to all use of ‘biometric "
    "technologies’ by law enforcement organisations?"
)
QUESTION_5 = (
    "Do you think a new legal framework should only apply to law enforcement organisations’ use of facial "
    "recognition and similar technologies for a law enforcement purpose?"
)


def texts_in(value: object) -> Iterator[str]:
    """Run through every text in a pack."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts_in([getattr(value, name) for name in type(value).model_fields])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_in(each)


def test_there_are_seventeen_questions_in_order(pack: Pack) -> None:
    assert [question.number for question in pack.questions] == list(range(1, 18))
    assert [question.id for question in pack.questions] == [f"q{number}" for number in range(1, 18)]


@pytest.mark.parametrize(("number", "text"), [(1, QUESTION_1), (5, QUESTION_5)])
def test_two_questions_are_quoted_word_for_word(pack: Pack, number: int, text: str) -> None:
    wording = pack.questions[number - 1].wording
    assert wording.text == text
    assert wording.status is WordingStatus.QUOTED
    assert wording.source_url == pack.source(wording.sources[0]).url
    assert pack.source(wording.sources[0]).publisher == "Local Government Association"


def test_the_others_are_unchecked_and_none_is_verified(pack: Pack) -> None:
    assert {
        question.number for question in pack.questions if question.wording.status is WordingStatus.QUOTED
    } == QUOTED
    others = [question.wording for question in pack.questions if question.number not in QUOTED]
    assert {wording.status for wording in others} == {WordingStatus.UNCHECKED}
    assert all(wording.evidence and not wording.sha256 and not wording.checked_on for wording in others)
    assert [each.number for each in pack.questions if not each.wording.sources] == [4]


def test_each_question_has_its_kind_and_the_shared_scale(pack: Pack) -> None:
    assert {question.number for question in pack.questions if question.scale} == WITH_OPTIONS
    for question in pack.questions:
        assert question.kind == ("choice-with-reasons" if question.number in WITH_OPTIONS else "text")
        assert NEEDS_SCALE[question.kind] == bool(pack.scale(question))
        known = question.number in QUOTED
        assert question.scale_status is (WordingStatus.QUOTED if known else WordingStatus.UNCHECKED)


def test_the_scale_is_the_printed_one(pack: Pack) -> None:
    (scale,) = pack.scales
    assert [option.label for option in scale.options] == [
        "Agree",
        "Neither agree nor disagree",
        "Disagree",
        "Don't know",
    ]
    assert scale.reasons_prompt == "Please explain your answer:"


def test_official_words_keep_their_curly_quotation_marks(pack: Pack) -> None:
    for question in pack.questions:
        assert not set(question.wording.text) & set("'\"")


def test_sections_hold_the_right_questions_and_one_heading_is_official(pack: Pack) -> None:
    found = [[question.number for question in pack.in_section(section)] for section in pack.sections]
    assert found == [list(range(first, last + 1)) for first, last in SECTIONS]
    official = [section for section in pack.sections if section.origin == "official"]
    assert [section.title for section in official] == ["Which organisations should the new framework apply to?"]
    assert official[0] is pack.sections[1]


def test_dates_are_days_in_london_and_no_time_is_invented(pack: Pack) -> None:
    assert (pack.dates.opened, pack.dates.closes) == (date(2025, 12, 4), date(2026, 2, 12))
    assert pack.dates.timezone == "Europe/London"
    assert pack.dates.closing_time is None
    assert pack.dates.response_due == date(2026, 5, 7)
    assert [pack.is_open(date(2026, 2, day)) for day in (12, 13)] == [True, False]


def test_replies_say_where_the_address_was_printed_and_invent_none(pack: Pack) -> None:
    assert pack.replies.email == "fr-consultation@homeoffice.gov.uk"
    assert "Contact for enquiries" in pack.replies.email_note
    assert pack.replies.online_form == "https://www.homeofficesurveys.homeoffice.gov.uk/s/facial-recognition/"
    assert pack.replies.postal_address is None
    assert any("postal address" in note and "not found" in note for note in pack.replies.notes)
    assert not any("Marsham" in text for text in texts_in(pack))


def test_the_licence_line_is_exact(pack: Pack) -> None:
    assert pack.licence == "Contains public sector information licensed under the Open Government Licence v3.0."


def test_the_status_names_the_latest_check(pack: Pack) -> None:
    assert pack.latest_check == date(2026, 10, 7)
    assert "7 October 2026" in pack.status_note
    assert "no record of the bill being introduced" in pack.status_note
    assert pack.history[-1].on == pack.latest_check


def test_a_closed_consultation_says_what_a_response_can_still_do(pack: Pack) -> None:
    said = " ".join(pack.still_useful)
    for reader in ("Member of Parliament", "Senedd", "police and crime commissioner", "Police Reform Bill"):
        assert reader in said


@pytest.mark.parametrize("question", range(17))
def test_every_question_has_points_from_both_sides_and_things_to_think_about(pack: Pack, question: int) -> None:
    guide = pack.questions[question].guide
    assert len(guide.supporters) == len(guide.critics) >= 1
    assert 2 <= len(guide.think_about) <= 4
    assert all(point.who and point.when and point.sources for point in (*guide.supporters, *guide.critics))


def test_both_sides_have_the_same_room_over_the_whole_pack(pack: Pack) -> None:
    room = Counter[str]()
    for question in pack.questions:
        room["supporters"] += sum(len(point.text) for point in question.guide.supporters)
        room["critics"] += sum(len(point.text) for point in question.guide.critics)
    assert max(room.values()) < 1.1 * min(room.values())


@pytest.mark.parametrize("number", [4, 12, 13, 15, 17])
def test_a_question_with_few_statements_of_its_own_says_so(pack: Pack, number: int) -> None:
    assert "found" in pack.questions[number - 1].guide.note


def test_what_was_reported_is_not_put_more_strongly(pack: Pack) -> None:
    said = " ".join(texts_in(pack))
    assert "does lead to statistically significant bias" not in said
    assert "no dedicated Act of Parliament" in said
    assert not re.search(r"no specific law|decision is awaited|awaiting (?:a|the) (?:decision|judgment)", said)
    (tests,) = [event for event in pack.history if "National Physical Laboratory" in event.text]
    assert "retrospective searches" in tests.text
    (cameras,) = [event for event in pack.history if "Soho" in event.text]
    assert "weak source" in cameras.text


def test_the_judgment_is_told_with_its_citation(pack: Pack) -> None:
    (judgment,) = [event for event in pack.history if "EWHC 915" in event.text]
    assert judgment.on == date(2026, 4, 21)
    assert "dismissed" in judgment.text


def test_a_doubtful_source_is_used_for_its_own_position_only(pack: Pack) -> None:
    uses = [
        point
        for question in pack.questions
        for point in (*question.guide.supporters, *question.guide.critics)
        if "s26" in point.sources
    ]
    assert {point.who for point in uses} == {"CosmoCodex"}
    assert not any(re.search(r"\d", point.text) for point in uses)


def test_sources_have_an_address_or_say_why_not(pack: Pack) -> None:
    unlinked = {source.id for source in pack.sources if source.url is None}
    assert unlinked == {"s41", "s56"}
    assert all(pack.source(source_id).note for source_id in unlinked)
    assert all(source.url.startswith("https://") for source in pack.sources if source.url)


@pytest.mark.parametrize("source_id", ["s12", "s28", "s33", "s60", "s67"])
def test_a_copy_on_another_site_says_so(pack: Pack, source_id: str) -> None:
    assert re.search(r"copy|digest", pack.source(source_id).note, re.IGNORECASE)


def test_about_you_asks_for_the_coarse_facts_and_no_more(pack: Pack) -> None:
    options = {question.id: [option.id for option in question.options] for question in pack.about_you}
    assert list(options) == ["capacity", "region", "borough", "near-deployment"]
    assert options["capacity"] == ["individual", "organisation"]
    assert len(options["region"]) == 12
    assert len(options["borough"]) == 33
    assert options["near-deployment"] == ["yes", "no", "not-sure"]
    assert [question.only_if for question in pack.about_you] == [None, None, ("region", "london"), None]
    assert "ours" in pack.about_you_note


@pytest.mark.parametrize("number", range(1, 18))
def test_a_gloss_is_short_and_plain(pack: Pack, number: int) -> None:
    gloss = pack.questions[number - 1].gloss
    assert max(len(words(sentence)) for sentence in sentences(gloss)) < 20
    assert reading_age(gloss) < 10


def test_glosses_can_be_read_at_nine_on_average(pack: Pack) -> None:
    ages = [reading_age(question.gloss) for question in pack.questions]
    assert sum(ages) / len(ages) < 9


def test_a_gloss_is_easier_than_the_question(pack: Pack) -> None:
    assert all(reading_age(each.gloss) < reading_age(each.wording.text) for each in pack.questions)


def test_no_line_of_the_files_is_left_unfinished() -> None:
    for path in pack_folder("home-office-facial-recognition").glob("*.toml"):
        assert not re.search(r"TODO|FIXME|lorem|\?\?\?", path.read_text(encoding="utf-8"), re.IGNORECASE)

from __future__ import annotations

import pytest
from sqlalchemy import select

from consult.store import campaigns
from consult.store.database import StoreUnavailable, reading
from consult.store.mixing import comments as kept
from consult.store.mixing import submissions
from consult.store.mixing.mix import BATCH
from consult.store.models import HiddenComment
from consult.store.models.base import table_of
from consult.store.organisers import audit
from tests.store.people import CAMPAIGN, PACK, answers, crowd, share

pytestmark = pytest.mark.usefixtures("store")


def comments(slug: str, question: str) -> list[kept.Written]:
    return list(kept.comments(slug, question))


def test_comments_come_in_an_order_that_stays_and_tells_nothing() -> None:
    for number in range(2 * BATCH):
        share(answers(words=f"Words {number:02}"))
    read = [comment.text for comment in comments(CAMPAIGN, "police")]
    assert sorted(read) == [f"Words {number:02}" for number in range(2 * BATCH)]
    assert read != sorted(read)
    assert read == [comment.text for comment in comments(CAMPAIGN, "police")]


def test_a_comment_has_its_text_and_its_language() -> None:
    crowd(BATCH, answers(words="Dyna fy ngeiriau i ar y mater"))
    first = comments(CAMPAIGN, "police")[0]
    assert (first.text, first.language) == ("Dyna fy ngeiriau i ar y mater", "cy")


def test_other_questions_and_campaigns_have_their_own() -> None:
    crowd(BATCH, answers(words="Mine"))
    assert comments(CAMPAIGN, "trust") == []
    assert comments("nowhere", "police") == []


def test_comments_are_not_shown_once_too_few_responses_are_left() -> None:
    receipts = crowd(BATCH, answers(words="Mine"))
    submissions.withdraw(receipts[0])
    assert comments(CAMPAIGN, "police") == []


def test_a_withdrawn_comment_is_gone() -> None:
    receipt = share(answers(words="Take this back"))
    crowd(BATCH, answers(words="Leave this"))
    assert len(comments(CAMPAIGN, "police")) == BATCH
    crowd(BATCH - 1, answers(words="Leave this"))
    submissions.withdraw(receipt)
    texts = {comment.text for comment in comments(CAMPAIGN, "police")}
    assert texts == {"Leave this"}


def test_words_that_are_empty_once_cleaned_are_not_kept() -> None:
    crowd(BATCH, answers(words=" \0 \n"))
    assert comments(CAMPAIGN, "police") == []


def test_pages_follow_each_other_without_a_gap_or_a_repeat() -> None:
    for number in range(BATCH):
        share(answers(words=f"Words {number:02}"))
    read: list[kept.Written] = []
    more = True
    while more:
        page = kept.page_of(CAMPAIGN, "police", after=read[-1].id if read else b"", size=3)
        assert 0 < len(page.comments) <= 3
        read += page.comments
        more = page.has_more
    assert [each.text for each in read] == [comment.text for comment in comments(CAMPAIGN, "police")]


def test_a_search_minds_neither_case_nor_accents() -> None:
    share(answers(words="Nid yw’r Tŷ yn ddiogel"))
    crowd(BATCH, answers(words="Nothing of the kind"))
    found = kept.page_of(CAMPAIGN, "police", search="  ty\tYN ")
    assert [each.text for each in found.comments] == ["Nid yw’r Tŷ yn ddiogel"]
    assert kept.page_of(CAMPAIGN, "police", search="%").comments == ()


def test_comments_beyond_one_stretch_are_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "AT_A_TIME", 3)
    crowd(BATCH, answers(words="The same"))
    assert len(comments(CAMPAIGN, "police")) == BATCH


def test_a_hidden_comment_is_not_among_those_shown_until_it_is_shown_again() -> None:
    crowd(BATCH, answers(words="The same"))
    first = kept.page_of(CAMPAIGN, "police").comments[0]
    assert first.hidden is None
    assert kept.hide(CAMPAIGN, first.id, "Names a neighbour")
    assert kept.hide(CAMPAIGN, first.id, "Names a neighbour")
    assert len(comments(CAMPAIGN, "police")) == BATCH - 1
    marked = kept.find(CAMPAIGN, first.id)
    assert marked is not None
    assert marked.hidden == "Names a neighbour"
    assert kept.page_of(CAMPAIGN, "police", with_hidden=True).comments[0] == marked
    assert kept.show(CAMPAIGN, first.id)
    assert not kept.show(CAMPAIGN, first.id)
    assert len(comments(CAMPAIGN, "police")) == BATCH


def test_hiding_and_showing_are_noted_once_each() -> None:
    crowd(BATCH, answers(words="The same"))
    first = kept.page_of(CAMPAIGN, "police").comments[0]
    assert first.question == "police"
    for _press in range(2):
        assert kept.hide(CAMPAIGN, first.id, "Names a neighbour")
    for _press in range(2):
        kept.show(CAMPAIGN, first.id)
    noted = [(entry.action, entry.reason) for entry in audit.entries(CAMPAIGN)]
    assert noted == [("showed-comment", "Names a neighbour"), ("hid-comment", "Names a neighbour")]


def test_what_cannot_be_noted_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd(BATCH, answers(words="The same"))
    first, second, *_others = kept.page_of(CAMPAIGN, "police").comments
    kept.hide(CAMPAIGN, second.id, "Names a neighbour")

    def away(*_: object, **_named: object) -> None:
        raise StoreUnavailable("away")

    monkeypatch.setattr(audit, "record_of_comment", away)
    with pytest.raises(StoreUnavailable):
        kept.hide(CAMPAIGN, first.id, "Names a neighbour")
    with pytest.raises(StoreUnavailable):
        kept.show(CAMPAIGN, second.id)
    assert [each.hidden for each in kept.find_all(CAMPAIGN, [first.id]).values()] == [None]
    assert [each.hidden for each in kept.find_all(CAMPAIGN, [second.id]).values()] == ["Names a neighbour"]


def test_the_first_reason_stays_when_a_second_organiser_hides_the_comment() -> None:
    crowd(BATCH, answers(words="The same"))
    first = kept.page_of(CAMPAIGN, "police").comments[0]
    kept.hide(CAMPAIGN, first.id, "Names a neighbour")
    with pytest.raises(kept.HiddenAlreadyError) as caught:
        kept.hide(CAMPAIGN, first.id, "Rude")
    assert caught.value.reason == "Names a neighbour"
    marked = kept.find(CAMPAIGN, first.id)
    assert marked is not None
    assert marked.hidden == "Names a neighbour"


def test_hidden_comments_are_on_no_page_and_in_no_search_unless_they_are_asked_for() -> None:
    share(answers(words="The one of the corner shop"))
    crowd(BATCH, answers(words="The same"))
    (one,) = kept.page_of(CAMPAIGN, "police", search="corner shop").comments
    kept.hide(CAMPAIGN, one.id, "Names a neighbour")
    for search in ("", "corner shop"):
        assert one.id not in {each.id for each in kept.page_of(CAMPAIGN, "police", search=search).comments}
        page = kept.page_of(CAMPAIGN, "police", search=search, with_hidden=True)
        assert one.id in {each.id for each in page.comments}


def test_a_page_is_full_however_many_are_hidden() -> None:
    for number in range(2 * BATCH):
        share(answers(words=f"Words {number:02}"))
    for each in kept.page_of(CAMPAIGN, "police", size=BATCH).comments:
        kept.hide(CAMPAIGN, each.id, "Rude")
    page = kept.page_of(CAMPAIGN, "police", size=BATCH)
    assert (len(page.comments), page.has_more) == (BATCH, False)


def test_only_a_comment_of_the_campaign_can_be_hidden() -> None:
    crowd(BATCH, answers(words="The same"))
    campaigns.add("elsewhere", "Elsewhere", PACK)
    first = kept.page_of(CAMPAIGN, "police").comments[0]
    assert not kept.hide("elsewhere", first.id, "Not mine")
    assert not kept.hide(CAMPAIGN, b"0" * 16, "Not there")
    assert kept.find("elsewhere", first.id) is None


@pytest.mark.parametrize("reason", ["", "x" * 201])
def test_a_reason_is_neither_empty_nor_endless(reason: str) -> None:
    with pytest.raises(ValueError, match="a reason has"):
        kept.hide(CAMPAIGN, b"0" * 16, reason)


def test_a_withdrawn_comment_leaves_no_mark_behind() -> None:
    receipts = crowd(BATCH, answers(words="The same"))
    share(answers(words="Last"))
    for each in kept.page_of(CAMPAIGN, "police").comments:
        kept.hide(CAMPAIGN, each.id, "All of them")
    submissions.withdraw(receipts[0])
    with reading() as connection:
        assert len(connection.execute(select(table_of(HiddenComment))).all()) == BATCH - 1

from __future__ import annotations

import pytest

from consult.store import submissions
from consult.store.comments import comments
from consult.store.mix import BATCH
from consult.store.submissions import Comment
from tests.store.people import CAMPAIGN, answers, crowd, share

pytestmark = pytest.mark.usefixtures("store")


def test_comments_come_in_an_order_that_stays_and_tells_nothing() -> None:
    for number in range(2 * BATCH):
        share(answers(words=f"Words {number:02}"))
    read = [comment.text for comment in comments(CAMPAIGN, "police")]
    assert sorted(read) == [f"Words {number:02}" for number in range(2 * BATCH)]
    assert read != sorted(read)
    assert read == [comment.text for comment in comments(CAMPAIGN, "police")]


def test_a_comment_has_its_text_and_its_language() -> None:
    crowd(BATCH, answers(words="Fy ngeiriau"))
    assert comments(CAMPAIGN, "police")[0] == Comment("Fy ngeiriau", "en")


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

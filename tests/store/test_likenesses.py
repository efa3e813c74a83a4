from __future__ import annotations

import pytest
from flask import Flask

from consult.results.tally import RECORD_KEYS
from consult.store.mixing import comments, likenesses, submissions
from consult.store.mixing.likenesses import groups, refresh
from consult.store.mixing.mix import BATCH
from tests.databases import SECRET
from tests.store.people import CAMPAIGN, answers, crowd, share

pytestmark = pytest.mark.usefixtures("store")

TEMPLATE = "The police must not use these cameras in our streets until there is a law that says when they may"
EDITED = TEMPLATE + ", I think"
OTHERS = ("Nothing to do with it.", "My bus was late because of a van.", "It helped to find my gran.")


def a_campaign_with_a_template() -> list[str]:
    """Share nine texts from a template, three of them edited, and three of people's own; return the receipts."""
    texts = [TEMPLATE] * 6 + [EDITED] * 3 + list(OTHERS)
    receipts = [share(answers(words=text)) for text in texts]
    crowd(BATCH)
    return receipts


def test_nothing_is_alike_where_nothing_can_be_read() -> None:
    share(answers(words=TEMPLATE))
    assert groups(CAMPAIGN, "police") == []
    assert groups("nowhere", "police") == []


def test_what_came_from_a_template_is_one_group() -> None:
    a_campaign_with_a_template()
    (group,) = groups(CAMPAIGN, "police")
    assert (group.how_many, group.same) == (9, 6)
    assert group.example.text in {TEMPLATE, EDITED}


def test_the_keys_follow_from_the_comments_in_the_group_and_from_the_secret(store: Flask) -> None:
    a_campaign_with_a_template()
    (group,) = groups(CAMPAIGN, "police")
    alike = [each for each in comments.comments(CAMPAIGN, "police") if each.text in {TEMPLATE, EDITED}]
    # Organisers see the ids: nothing of a key may follow from them alone.
    assert group.key_sum != sum(each.id[0] for each in alike)
    (again,) = groups(CAMPAIGN, "police")
    assert again.key_sum == group.key_sum <= 9 * (RECORD_KEYS - 1)
    store.config.update(SECRET_KEY="Another secret that is long enough", SECRET_KEY_FALLBACKS=[SECRET])
    assert groups(CAMPAIGN, "police")[0].key_sum != group.key_sum


def test_many_comments_are_compared_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likenesses, "AT_ONCE", 5)
    receipts = a_campaign_with_a_template()
    assert groups(CAMPAIGN, "police") == []
    assert refresh(CAMPAIGN) == 1
    (kept,) = groups(CAMPAIGN, "police")
    assert (kept.how_many, kept.same) == (9, 6)
    for receipt in receipts[:9]:
        submissions.withdraw(receipt)
    assert groups(CAMPAIGN, "police") == []
    assert refresh(CAMPAIGN) == 0


def test_a_hidden_comment_is_no_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likenesses, "AT_ONCE", 5)
    a_campaign_with_a_template()
    refresh(CAMPAIGN)
    (kept,) = groups(CAMPAIGN, "police")
    comments.hide(CAMPAIGN, kept.example.id, "It names somebody")
    assert groups(CAMPAIGN, "police") == []


def test_another_example_stands_for_the_group_of_one_that_was_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likenesses, "AT_ONCE", 2)
    a_campaign_with_a_template()
    refresh(CAMPAIGN)
    seen: set[bytes] = set()
    for _each in range(7):
        (kept,) = groups(CAMPAIGN, "police")
        assert kept.example.id not in seen
        assert kept.example.text in {TEMPLATE, EDITED}
        assert (kept.how_many, kept.same) == (9, 6)
        seen.add(kept.example.id)
        comments.hide(CAMPAIGN, kept.example.id, "It names somebody")
        likenesses.replace_example(CAMPAIGN, "police", kept.example)


def test_a_comment_that_is_no_example_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likenesses, "AT_ONCE", 5)
    a_campaign_with_a_template()
    refresh(CAMPAIGN)
    before = groups(CAMPAIGN, "police")
    for each in comments.comments(CAMPAIGN, "police"):
        if each.id != before[0].example.id:
            likenesses.replace_example(CAMPAIGN, "police", each)
    assert groups(CAMPAIGN, "police") == before


def test_a_campaign_that_is_not_there_is_left_alone() -> None:
    assert refresh("nowhere") == 0

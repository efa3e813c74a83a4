from __future__ import annotations

import logging
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import delete, event, select, update

from consult.results.advancing import Group
from consult.results.ledger import ALL, Cell, Ledger
from consult.results.tally import EVERYONE, LANGUAGE, RECORD_KEYS, RESPONSES, VERSION, WAY
from consult.store import campaigns
from consult.store.database import StoreUnavailable, db, reading, writing
from consult.store.forgetting import retention
from consult.store.mixing import mix, released, submissions, tallying
from consult.store.mixing.mix import BATCH
from consult.store.mixing.receipts import Receipt, receipts_of
from consult.store.mixing.sharing import payload_of
from consult.store.mixing.submissions import Submission, Way
from consult.store.mixing.tallies import rebuild, tallies, verify
from consult.store.models import RecordRow, TallyRow
from consult.store.models.base import table_of
from consult.store.phrases import new_phrase
from tests.dice import dice
from tests.store.people import CAMPAIGN, PACK, crowd, ledger, share, true_counts

pytestmark = pytest.mark.usefixtures("store")


def statements_of_reading_tallies() -> list[str]:
    seen: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    tallies(CAMPAIGN)
    return seen


def test_an_unknown_campaign_has_no_tallies() -> None:
    assert tallies("nowhere") == []
    assert verify("nowhere")
    assert not rebuild("nowhere")


def test_tallies_count_responses_options_and_each_attribute() -> None:
    ages = ["under-60", "over-60"]
    people = [(number % 3, ages[number % 2]) for number in range(3 * BATCH)]
    for option, age in people:
        share(Submission(CAMPAIGN, {"trust": f"option-{option}"}, attributes={"age": age}))
    counted = Counter[tuple[str, str, str, str]]()
    for option, age in people:
        for question, chosen in ((RESPONSES, RESPONSES), ("trust", f"option-{option}")):
            counted[question, chosen, EVERYONE, EVERYONE] += 1
            counted[question, chosen, "age", age] += 1
    assert true_counts() == counted
    shown = {(t.question, t.option, t.attribute, t.value): t.count for t in tallies(CAMPAIGN)}
    everyone = {place: count for place, count in counted.items() if place[2] == EVERYONE}
    assert {place: count for place, count in shown.items() if place[2] == EVERYONE} == everyone
    # Of each age, ten have come since nothing was shown, and five more since then.
    assert {age: shown[RESPONSES, RESPONSES, "age", age] for age in ages} == dict.fromkeys(ages, BATCH)


def test_every_response_is_counted_by_its_language_its_way_and_its_version() -> None:
    crowd(BATCH, Submission(CAMPAIGN, {"trust": "agree"}, pack_version=2, language="cy", way=Way.PAPER))
    counted = {(t.attribute, t.value): t.count for t in tallies(CAMPAIGN) if t.question == "trust"}
    assert counted == dict.fromkeys([("", ""), (LANGUAGE, "cy"), (WAY, "paper"), (VERSION, "2")], BATCH)


def test_a_number_has_a_key_of_its_own_whenever_it_moves() -> None:
    """With the sum of the record keys, a number that nobody came to would stay as it is, and so prove it."""
    keys = set()
    for _ in range(3):
        crowd(BATCH, Submission(CAMPAIGN, {"trust": "agree"}))
        [trust] = [tally for tally in tallies(CAMPAIGN) if tally.question == "trust" and not tally.attribute]
        keys.add(trust.key_sum)
        assert 0 <= trust.key_sum < RECORD_KEYS
    assert len(keys) > 1


def test_a_tally_counts_what_was_spread() -> None:
    payloads = [payload_of(Submission(CAMPAIGN, {"trust": "agree"}), receipt) for receipt in receipts(BATCH)]
    with writing() as connection:
        campaign_id = campaigns.lock(connection, CAMPAIGN)
        assert campaign_id is not None
        released.spread(connection, campaign_id, payloads)
    [trust] = [tally for tally in tallies(CAMPAIGN) if tally.question == "trust" and not tally.attribute]
    assert trust.count == BATCH


def receipts(size: int) -> list[Receipt]:
    return [receipts_of(new_phrase())[0] for _ in range(size)]


def test_tallies_stay_equal_to_the_records_whatever_people_do() -> None:
    chance = dice(7)
    held: list[str] = []
    for _ in range(60):
        if held and chance.random() < 0.3:
            submissions.withdraw(held.pop(chance.randrange(len(held))))
        else:
            choices = {question: chance.choice(["agree", "disagree"]) for question in ("trust", "shops")}
            held.append(share(Submission(CAMPAIGN, choices, attributes={"age": chance.choice(["old", "young"])})))
        assert verify(CAMPAIGN)


def test_reading_tallies_touches_neither_records_nor_comments() -> None:
    crowd(BATCH)
    statements = " ".join(statements_of_reading_tallies())
    assert "tallies" in statements
    assert "records" not in statements
    assert "comments" not in statements


def test_a_wrong_tally_is_found_and_mended() -> None:
    crowd(BATCH)
    right = dict(ledger().groups[ALL].true)
    wrong = ledger()
    everyone = wrong.groups[ALL].true
    everyone[Cell("trust", "agree")] = BATCH + 1
    del everyone[Cell("shops", "agree")]
    keep(wrong)
    assert not verify(CAMPAIGN)
    assert rebuild(CAMPAIGN)
    assert dict(ledger().groups[ALL].true) == right
    assert verify(CAMPAIGN)
    assert not rebuild(CAMPAIGN)


def keep(changed: Ledger) -> None:
    with writing() as connection:
        campaign_id = campaigns.lock(connection, CAMPAIGN)
        assert campaign_id is not None
        tallying.keep(connection, campaign_id, changed)


@pytest.mark.parametrize("impossible", [BATCH + 1, -1])
def test_a_group_that_cannot_be_is_found_and_dropped(impossible: int) -> None:
    crowd(BATCH)
    changed = ledger()
    changed.groups[Group("age", "over-60")].true[Cell("trust", "agree")] = impossible
    keep(changed)
    assert not verify(CAMPAIGN)
    assert rebuild(CAMPAIGN)
    assert verify(CAMPAIGN)
    assert ("trust", "agree", "age", "over-60") not in true_counts()
    assert true_counts()["shops", "agree", "age", "over-60"] == BATCH


def test_tallies_that_cannot_be_opened_are_begun_anew_when_an_operator_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    crowd(BATCH)
    before = tallies(CAMPAIGN)
    with writing() as connection:
        connection.execute(update(TallyRow).values(sealed=b"broken"))
    with caplog.at_level(logging.ERROR):
        assert tallies(CAMPAIGN) == []
    assert "SECRET_KEY" in caplog.text
    assert not verify(CAMPAIGN)
    assert rebuild(CAMPAIGN)
    crowd(BATCH)
    assert {t.count for t in tallies(CAMPAIGN) if not t.attribute} == {2 * BATCH}
    assert {t.count for t in before} == {t.count for t in tallies(CAMPAIGN) if t.attribute} == {BATCH}


def test_what_would_change_tallies_that_cannot_be_opened_waits_until_they_can(
    caplog: pytest.LogCaptureFixture,
) -> None:
    receipt = crowd(BATCH)[0]
    before = ledger()
    with writing() as connection:
        sealed = connection.execute(select(TallyRow.sealed)).scalar_one()
        connection.execute(update(TallyRow).values(sealed=b"broken"))
    with caplog.at_level(logging.WARNING):
        crowd(BATCH)
    assert "A release has to wait for the next submission: tallies cannot be opened" in caplog.messages
    for act in (
        lambda: mix.close(CAMPAIGN, leftover="release"),
        lambda: submissions.withdraw(receipt),
        lambda: retention.erase_campaign(CAMPAIGN, date(2026, 2, 11)),
    ):
        with pytest.raises(StoreUnavailable, match="tallies cannot be opened"):
            act()
    with writing() as connection:
        assert connection.execute(select(TallyRow.sealed)).scalar_one() == b"broken"
        connection.execute(update(TallyRow).values(sealed=sealed))
    assert ledger().to_json() == before.to_json()
    assert verify(CAMPAIGN)
    assert mix.release(CAMPAIGN) == BATCH
    assert submissions.withdraw(receipt)
    assert verify(CAMPAIGN)


def test_the_tallies_say_nothing_to_whoever_has_only_the_database() -> None:
    crowd(BATCH)
    with reading() as connection:
        [sealed] = connection.execute(select(TallyRow.sealed)).scalars()
    assert b"trust" not in sealed
    assert b"agree" not in sealed


def test_a_lost_record_is_noticed() -> None:
    crowd(BATCH)
    with writing() as connection:
        table = table_of(RecordRow)
        one = select(table.c.id).limit(1).scalar_subquery()
        connection.execute(delete(table).where(table.c.id == one))
    assert not verify(CAMPAIGN)


def test_mending_one_campaign_leaves_the_others_alone() -> None:
    campaigns.add("deptford", "Deptford answers", PACK)
    crowd(BATCH, Submission("deptford", {"trust": "agree"}))
    crowd(BATCH)
    before = tallies("deptford")
    rebuild(CAMPAIGN)
    assert tallies("deptford") == before
    assert verify("deptford")

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from sqlalchemy import update

from consult.store import campaigns, plans
from consult.store.campaign_plan import Plan, State
from consult.store.database import writing
from consult.store.mixing import filling, submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.submissions import Comment, Outcome, Standing, Submission, SubmissionError
from consult.store.mixing.tallies import rebuild, tallies, verify
from consult.store.models import RecordRow
from consult.store.phrases import PhraseError, new_phrase, read_phrase
from tests.store.people import CAMPAIGN, PACK, answers, crowd, ledger, responses, share, true_counts

pytestmark = pytest.mark.usefixtures("store")


def test_a_receipt_follows_from_the_draft_but_is_not_its_phrase() -> None:
    phrase = new_phrase()
    receipt = submissions.receipt_for(phrase)
    assert receipt == submissions.receipt_for(phrase.upper())
    assert read_phrase(receipt) == receipt
    assert not set(receipt.split("-")) & set(phrase.split("-")) or receipt != phrase
    assert submissions.receipt_for(new_phrase()) != receipt


def test_a_submission_waits() -> None:
    receipt = share()
    assert submissions.find(receipt) is Standing.WAITING
    assert tallies(CAMPAIGN) == []


def test_nothing_stands_under_a_new_receipt_or_under_no_receipt() -> None:
    assert submissions.find(new_phrase()) is Standing.NOTHING
    assert submissions.find("\0 no receipt") is Standing.NOTHING


def test_an_unknown_campaign_takes_nothing() -> None:
    receipt = new_phrase()
    assert submissions.submit(receipt, answers(campaign="nowhere")) is Outcome.UNKNOWN_CAMPAIGN
    assert submissions.find(receipt) is Standing.NOTHING


def test_sharing_again_while_waiting_replaces() -> None:
    receipt = share(answers("agree"))
    assert submissions.submit(receipt, answers("disagree")) is Outcome.REPLACED
    crowd(BATCH - 1, answers("disagree"))
    assert {tally.option for tally in tallies(CAMPAIGN) if tally.question} == {"disagree"}
    assert responses() == BATCH


def test_sharing_again_after_the_release_is_refused() -> None:
    receipt = crowd(BATCH, answers("agree"))[0]
    before = tallies(CAMPAIGN)
    assert submissions.submit(receipt, answers("disagree")) is Outcome.ALREADY_COUNTED
    assert tallies(CAMPAIGN) == before
    assert submissions.find(receipt) is Standing.RELEASED


def test_withdrawing_while_waiting_leaves_nothing_to_release() -> None:
    receipt = share()
    assert submissions.withdraw(receipt)
    assert submissions.find(receipt) is Standing.NOTHING
    crowd(BATCH - 1)
    assert tallies(CAMPAIGN) == []


def test_withdrawing_after_the_release_takes_one_response_off_every_tally() -> None:
    receipts = crowd(BATCH, answers("agree", words="My street"))
    receipts += crowd(BATCH, answers("disagree", attributes={"age": "under-60", "lives": "here"}))
    assert submissions.withdraw(receipts[0])
    assert submissions.find(receipts[0]) is Standing.NOTHING
    assert {(place[1], place[3]): count for place, count in true_counts().items() if place[0] == "police"} == {
        ("agree", ""): BATCH - 1,
        ("agree", "over-60"): BATCH - 1,
        ("disagree", ""): BATCH,
        ("disagree", "under-60"): BATCH,
        ("disagree", "here"): BATCH,
    }
    assert responses() == 2 * BATCH - 1
    assert verify(CAMPAIGN)


def test_when_everyone_withdraws_no_tally_is_left() -> None:
    for receipt in crowd(BATCH):
        assert submissions.withdraw(receipt)
    assert tallies(CAMPAIGN) == []
    assert verify(CAMPAIGN)


def test_withdrawing_twice_takes_off_once() -> None:
    receipt = crowd(BATCH)[0]
    assert submissions.withdraw(receipt)
    assert not submissions.withdraw(receipt)
    assert responses() == BATCH - 1


def test_withdrawing_with_what_is_no_receipt_does_nothing() -> None:
    crowd(BATCH)
    assert not submissions.withdraw(new_phrase())
    assert not submissions.withdraw("no receipt")
    assert responses() == BATCH


def test_the_receipt_may_be_typed_in_any_way() -> None:
    receipt = share()
    assert submissions.withdraw(f"  {receipt.upper().replace('-', ', ')}.\n")


def test_after_withdrawing_one_can_share_again() -> None:
    receipt = crowd(BATCH)[0]
    submissions.withdraw(receipt)
    assert submissions.submit(receipt, answers("disagree")) is Outcome.WAITING
    crowd(BATCH - 1, answers("disagree"))
    assert responses() == 2 * BATCH - 1
    assert submissions.find(receipt) is Standing.RELEASED
    assert verify(CAMPAIGN)


def test_campaigns_are_counted_apart_and_withdrawn_together() -> None:
    campaigns.add("deptford", "Deptford answers", PACK)
    receipt = share()
    assert submissions.submit(receipt, answers(campaign="deptford")) is Outcome.WAITING
    crowd(BATCH - 1, answers(campaign="deptford"))
    assert (responses(), responses("deptford")) == (0, BATCH)
    assert submissions.withdraw(receipt)
    assert responses("deptford") == BATCH - 1
    assert submissions.find(receipt) is Standing.NOTHING


def test_a_long_pack_is_withdrawn_whole() -> None:
    questions = [f"q{number}" for number in range(130)]
    many = Submission(CAMPAIGN, dict.fromkeys(questions, "yes"), {q: Comment("Words", "cy") for q in questions})
    receipts = crowd(BATCH, many)
    assert len(true_counts()) == 131
    for receipt in receipts:
        assert submissions.withdraw(receipt)
    assert tallies(CAMPAIGN) == []
    assert verify(CAMPAIGN)


def test_a_response_without_any_choice_counts_as_a_response() -> None:
    crowd(BATCH, Submission(CAMPAIGN, {}))
    assert true_counts() == {("", "", "", ""): BATCH}


def test_a_campaign_that_is_paused_takes_nothing_until_it_goes_on() -> None:
    receipt = submissions.receipt_for(new_phrase())
    plans.move(CAMPAIGN, State.PAUSED)
    assert submissions.submit(receipt, answers()) is Outcome.CLOSED
    assert submissions.find(receipt) is Standing.NOTHING
    plans.move(CAMPAIGN, State.OPEN)
    assert submissions.submit(receipt, answers()) is Outcome.WAITING


@pytest.mark.parametrize(
    ("moment", "outcome"),
    [
        ("2027-06-30 22:59:59Z", Outcome.CLOSED),
        ("2027-06-30 23:00Z", Outcome.WAITING),
        ("2027-07-31 22:59:59Z", Outcome.WAITING),
        ("2027-07-31 23:00Z", Outcome.CLOSED),
    ],
)
def test_a_campaign_opens_and_closes_at_midnight_in_summer_time(moment: str, outcome: Outcome) -> None:
    july = Plan("July answers", opens_on=date(2027, 7, 1), closes_on=date(2027, 7, 31))
    plans.begin("july", PACK, july)
    plans.move("july", State.OPEN)
    with time_machine.travel(moment, tick=False):
        receipt = submissions.receipt_for(new_phrase())
        assert submissions.submit(receipt, answers(campaign="july")) is outcome
        shared = filling.share_many("july", [(new_phrase(), answers(campaign="july"))])
        assert shared == (1 if outcome is Outcome.WAITING else 0)


def test_a_withdrawal_is_shown_with_nine_others_only() -> None:
    receipts = crowd(2 * BATCH)
    before = tallies(CAMPAIGN)
    for receipt in receipts[: BATCH - 1]:
        submissions.withdraw(receipt)
        assert tallies(CAMPAIGN) == before
    assert responses() == BATCH + 1
    submissions.withdraw(receipts[BATCH])
    assert {tally.count for tally in tallies(CAMPAIGN)} == {BATCH}
    assert verify(CAMPAIGN)


def test_a_response_whose_facts_are_damaged_can_be_withdrawn_all_the_same() -> None:
    receipts = crowd(BATCH)
    with writing() as connection:
        connection.execute(update(RecordRow).where(RecordRow.question == "").values(sealed=b"damaged"))
    assert submissions.withdraw(receipts[0])
    assert submissions.find(receipts[0]) is Standing.NOTHING
    assert responses() == BATCH - 1
    # Of its groups nothing is known any more: that is found, and mended.
    assert not verify(CAMPAIGN)
    assert rebuild(CAMPAIGN)
    assert verify(CAMPAIGN)
    assert ledger().responses == BATCH - 1


def test_a_submission_that_cannot_be_is_refused_and_nothing_is_kept() -> None:
    receipt = new_phrase()
    with pytest.raises(SubmissionError):
        submissions.submit(receipt, answers("No option"))
    assert submissions.find(receipt) is Standing.NOTHING


def test_what_is_no_receipt_takes_no_submission() -> None:
    with pytest.raises(PhraseError):
        submissions.submit("no receipt", answers())


def test_hostile_words_do_not_stop_a_release() -> None:
    crowd(BATCH, answers(words="a\0b \ud800 \u202e <script> \N{GRINNING FACE}" * 100))
    assert responses() == BATCH

"""Invented people who share invented answers."""

from __future__ import annotations

from consult.results.ledger import Ledger
from consult.results.tally import OURS
from consult.store import campaigns
from consult.store.database import reading
from consult.store.mixing import submissions, tallying
from consult.store.mixing.submissions import Comment, Outcome, Submission
from consult.store.phrases import new_phrase

CAMPAIGN = "lewisham"
PACK = "faces"
QUESTIONS = ("trust", "police", "shops")


def answers(
    option: str = "agree", *, campaign: str = CAMPAIGN, words: str = "", attributes: dict[str, str] | None = None
) -> Submission:
    """Return a submission that answers every question alike."""
    return Submission(
        campaign=campaign,
        choices=dict.fromkeys(QUESTIONS, option),
        comments={"police": Comment(words, "en")} if words else {},
        attributes={"age": "over-60"} if attributes is None else attributes,
        pack_version=3,
    )


def share(submission: Submission | None = None) -> str:
    """Let a new person share something, and return their receipt."""
    receipt = submissions.receipt_for(new_phrase())
    assert submissions.submit(receipt, submission or answers()) is Outcome.WAITING
    return receipt


def crowd(size: int, submission: Submission | None = None) -> list[str]:
    """Let many people share the same, and return their receipts."""
    return [share(submission) for _ in range(size)]


def ledger(campaign: str = CAMPAIGN) -> Ledger:
    """Return a campaign's tallies with all that is kept of them."""
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, campaign)
        assert campaign_id is not None
        return tallying.kept(connection, campaign_id)


def true_counts(campaign: str = CAMPAIGN) -> dict[tuple[str, str, str, str], int]:
    """Return how many there really are by question, option, attribute and value; groups of ours left out."""
    return {
        (*cell, *group): size
        for group, numbers in ledger(campaign).groups.items()
        for cell, size in numbers.true.items()
        if size and group.attribute not in OURS
    }


def responses(campaign: str = CAMPAIGN) -> int:
    """Return how many responses there really are."""
    return ledger(campaign).responses

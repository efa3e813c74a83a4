"""Invented people who share invented answers."""

from __future__ import annotations

from consult.store import submissions
from consult.store.phrases import new_phrase
from consult.store.submissions import Comment, Outcome, Submission

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

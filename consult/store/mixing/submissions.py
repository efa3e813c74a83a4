"""Sharing answers and taking them back.

A receipt is eight words that follow, one way, from the phrase of the draft. So sharing twice gives the same
receipt. The second time replaces the first or is refused, and nobody is counted twice.
"""

from __future__ import annotations

import logging
from enum import StrEnum

from sqlalchemy import Connection

from consult.packs import days
from consult.store import campaigns, plans
from consult.store.database import StoreUnavailable, reading, writing
from consult.store.forgetting.scrubbing import scrub, tidy
from consult.store.keys import server_secrets
from consult.store.mixing import inbox, laying, mix, released
from consult.store.mixing.receipts import Receipt, receipts_of
from consult.store.mixing.sharing import Comment, Submission, SubmissionError, Way, payload_of
from consult.store.models import AuditEntry, CommentRow, HiddenComment, RecordRow, TallyRow, Waiting
from consult.store.phrases import PhraseError, canonical, derive, phrase_from

__all__ = [
    "Comment",
    "Outcome",
    "Standing",
    "Submission",
    "SubmissionError",
    "Way",
    "find",
    "receipt_for",
    "submit",
    "withdraw",
]

_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a submission."""

    WAITING = "waiting"
    REPLACED = "replaced"
    ALREADY_COUNTED = "already counted"
    UNKNOWN_CAMPAIGN = "unknown campaign"
    CLOSED = "closed"


class Standing(StrEnum):
    """What is there under a receipt."""

    NOTHING = "nothing"
    WAITING = "waiting"
    RELEASED = "released"


def receipt_for(draft_phrase: str) -> str:
    """Return the receipt that belongs to a draft's phrase; the phrase cannot be found from it.

    After a change of the server's secret, the receipt from before it is returned while something is there under it.
    Raises `PhraseError`, and `StoreUnavailable` when older secrets are in use.
    """
    phrase = canonical(draft_phrase)
    current, *older = (phrase_from(derive(phrase, "receipt phrase", secret)) for secret in server_secrets())
    return next((receipt for receipt in older if find(receipt) is not Standing.NOTHING), current)


def submit(receipt: str, submission: Submission) -> Outcome:
    """Put a submission into its campaign's inbox, and release the inbox when enough wait.

    Raises `PhraseError`, `SubmissionError` and `StoreUnavailable`; then nothing was kept.
    """
    receipts = receipts_of(receipt)
    if not receipts:
        raise PhraseError("this is not a receipt")
    outcome = _place(receipts, submission)
    if outcome in {Outcome.WAITING, Outcome.REPLACED}:
        _release_if_due(submission.campaign)
        # A row that was replaced could be opened by the server, so its bytes go.
        scrub(Waiting) if outcome is Outcome.REPLACED else tidy(Waiting)
    return outcome


def withdraw(receipt: str) -> bool:
    """Take back everything that was shared under a receipt, waiting or released, as if it had never been there.

    Returns whether there was anything. Text that is not a receipt has nothing under it. Raises `StoreUnavailable`.
    """
    receipts = receipts_of(receipt)
    if not receipts:
        return False
    with writing() as connection:
        laying.alone(connection)
        taken = [_take_back(connection, slug, receipts) for slug in sorted(_slugs_holding(connection, receipts))]
    if any(taken):
        scrub(Waiting, RecordRow, CommentRow, HiddenComment, AuditEntry, TallyRow)
    return any(taken)


def find(receipt: str) -> Standing:
    """Say what is there under a receipt: released counts before waiting. Raises `StoreUnavailable`."""
    receipts = receipts_of(receipt)
    with reading() as connection:
        slugs = campaigns.slugs(connection)
        # In this order: what is released in between is seen at least once.
        waiting = inbox.among(connection, slugs, receipts)
        if released.among(connection, slugs, receipts):
            return Standing.RELEASED
    return Standing.WAITING if waiting else Standing.NOTHING


def _place(receipts: list[Receipt], submission: Submission) -> Outcome:
    slug = submission.campaign
    payload = payload_of(submission, receipts[0])
    with writing() as connection:
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return Outcome.UNKNOWN_CAMPAIGN
        if not plans.takes_answers(connection, slug, days.today()):
            return Outcome.CLOSED
        if released.among(connection, [slug], receipts):
            return Outcome.ALREADY_COUNTED
        replaced = inbox.remove(connection, _rows(slug, receipts))
        inbox.put(connection, campaign_id, receipts[0].withdrawal(slug), payload)
    return Outcome.REPLACED if replaced else Outcome.WAITING


def _release_if_due(slug: str) -> None:
    # The submission is safe by now, so a release that fails must not look as if the submission had failed.
    try:
        mix.release(slug)
    except StoreUnavailable as error:
        _log.warning("A release has to wait for the next submission: %s", error)


def _slugs_holding(connection: Connection, receipts: list[Receipt]) -> set[str]:
    slugs = campaigns.slugs(connection)
    return inbox.among(connection, slugs, receipts) | released.among(connection, slugs, receipts)


def _rows(slug: str, receipts: list[Receipt]) -> list[bytes]:
    return [row for receipt in receipts for row in receipt.waiting(slug)]


def _take_back(connection: Connection, slug: str, receipts: list[Receipt]) -> bool:
    campaign_id = campaigns.lock(connection, slug)
    if campaign_id is None:
        return False
    waited = inbox.remove(connection, _rows(slug, receipts))
    # A list, as every receipt must be tried.
    counted = [released.take_back(connection, campaign_id, slug, receipt) for receipt in receipts]
    return bool(waited) or any(counted)

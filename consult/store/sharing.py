"""What a person shares, checked, and cut into the pieces that will be kept apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.answers.cleaning import clean
from consult.results.tally import RESPONSES
from consult.store.payload import Payload, Piece, Words
from consult.store.receipts import Receipt

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_LANGUAGE = 35
"""RFC 5646, section 4.4.1."""


class SubmissionError(ValueError):
    """Raised when a submission names things in a way that no pack does: the caller's mistake, not the person's."""


@dataclass(frozen=True)
class Comment:
    """A person's own words on one question after redaction, and their language (a BCP 47 tag such as `cy`)."""

    text: str
    language: str


@dataclass(frozen=True)
class Submission:
    """What one person shares. `campaign` is a slug; all keys, and all values but comments, are ids of the pack."""

    campaign: str
    choices: Mapping[str, str]
    comments: Mapping[str, Comment] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    pack_version: int = 1


def payload_of(submission: Submission, receipt: Receipt) -> Payload:
    """Return a submission as it waits, every piece with an id that only the receipt can find again.

    Raises `SubmissionError`.
    """
    _check(submission)
    slug = submission.campaign
    counted = [(RESPONSES, RESPONSES), *submission.choices.items()]
    said = [
        (question, text, comment.language)
        for question, comment in submission.comments.items()
        if (text := clean(comment.text).text)
    ]
    return Payload(
        pack_version=submission.pack_version,
        attributes=dict(submission.attributes),
        pieces=tuple(Piece(receipt.record(slug, at).hex(), *piece) for at, piece in enumerate(counted)),
        words=tuple(Words(receipt.comment(slug, at).hex(), *words) for at, words in enumerate(said)),
    )


def _check(submission: Submission) -> None:
    ids = [*submission.choices.items(), *submission.attributes.items(), submission.comments]
    for each in (one for several in ids for one in several):
        if len(each) > _LONGEST_ID or not _ID.fullmatch(each):
            raise SubmissionError("a submission holds something that is not an id of a pack")
    for comment in submission.comments.values():
        if len(comment.language) > _LONGEST_LANGUAGE or not _LANGUAGE.fullmatch(comment.language):
            raise SubmissionError("a comment's language is not a language tag")

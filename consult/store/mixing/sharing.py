"""What a person shares, checked, and cut into the pieces that will be kept apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from consult.answers.cleaning import clean
from consult.packs.model import is_id
from consult.results.tally import CITED, LANGUAGE, RESPONSES, VERSION, WAY
from consult.store.mixing.facts import sealed
from consult.store.mixing.payload import Payload, Piece, Words
from consult.store.mixing.receipts import Receipt

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_LANGUAGE = 35
"""RFC 5646, section 4.4.1."""


class Way(StrEnum):
    """How a response came."""

    ONLINE = "online"
    PAPER = "paper"


class SubmissionError(ValueError):
    """Raised when a submission names things in a way that no pack does: the caller's mistake, not the person's."""


@dataclass(frozen=True)
class Comment:
    """A person's own words on one question after redaction, and their language (a BCP 47 tag such as `cy`).

    The language is not kept: all comments of the only person who writes in it would be known by it. What is read of
    a comment has the language that its words tell, or an empty one.
    """

    text: str
    language: str


@dataclass(frozen=True)
class Submission:
    """What one person shares. `campaign` is a slug; all keys, and all values but comments, are ids of the pack.

    `language` is that of the pages on which the person answered (a BCP 47 tag). `cited` has the ids of the sources
    that the person names.
    """

    campaign: str
    choices: Mapping[str, str]
    comments: Mapping[str, Comment] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    pack_version: int = 1
    language: str = "en"
    way: Way = Way.ONLINE
    cited: frozenset[str] = frozenset()

    @property
    def groups(self) -> dict[str, str]:
        """Return all attributes in which the response is counted: those of the pack, and ours."""
        ours = {LANGUAGE: self.language, WAY: Way(self.way).value, VERSION: str(int(self.pack_version))}
        return {**self.attributes, **ours}


def payload_of(submission: Submission, receipt: Receipt) -> Payload:
    """Return a submission as it waits, every piece with an id that only the receipt can find again.

    Raises `SubmissionError`.
    """
    _check(submission)
    slug = submission.campaign
    named = [(CITED, source) for source in sorted(submission.cited)]
    counted = [(RESPONSES, RESPONSES), *submission.choices.items(), *named]
    said = [
        (question, text) for question, comment in submission.comments.items() if (text := clean(comment.text).text)
    ]
    groups = submission.groups
    return Payload(
        attributes=groups,
        facts=sealed(groups, receipt, slug).hex(),
        pieces=tuple(Piece(receipt.record(slug, at).hex(), *piece) for at, piece in enumerate(counted)),
        words=tuple(Words(receipt.comment(slug, at).hex(), *words) for at, words in enumerate(said)),
        apart=receipt.words(slug).hex(),
    )


def _check(submission: Submission) -> None:
    ids = [*submission.choices.items(), *submission.attributes.items(), submission.comments, submission.cited]
    for each in (one for several in ids for one in several):
        if not is_id(each):
            raise SubmissionError("a submission holds something that is not an id of a pack")
    for language in (submission.language, *(comment.language for comment in submission.comments.values())):
        if len(language) > _LONGEST_LANGUAGE or not _LANGUAGE.fullmatch(language):
            raise SubmissionError("a language is not a language tag")
    if submission.way not in set(Way):
        raise SubmissionError("a submission came in a way that there is not")

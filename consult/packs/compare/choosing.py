"""Which verdicts an operator's words accept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from consult.packs.compare.comparing import Outcome, Verdict


@dataclass(frozen=True)
class Choice:
    """Verdicts to accept, and those asked for that cannot be."""

    accepted: tuple[Verdict, ...]
    refused: tuple[Verdict, ...]


def choose(verdicts: Iterable[Verdict], named: frozenset[int] | None) -> Choice:
    """Return what to accept of `verdicts`: of the questions `named`, or of all when None.

    A question that is the same is accepted. One that differs is accepted only by its number, so that nobody accepts
    words unread by asking for all. One with unequal copies, or not found, never is.
    """
    asked = [verdict for verdict in verdicts if named is None or verdict.question.number in named]
    accepted = tuple(verdict for verdict in asked if _may_accept(verdict, by_number=named is not None))
    return Choice(accepted, tuple(verdict for verdict in asked if verdict not in accepted))


def _may_accept(verdict: Verdict, *, by_number: bool) -> bool:
    if verdict.copies:
        return False
    return verdict.outcome is Outcome.SAME or (verdict.outcome is Outcome.DIFFERS and by_number)

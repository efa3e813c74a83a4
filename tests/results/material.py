"""Invented packs and tallies for these tests. Nobody answered any of it."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date
from functools import cache

from consult.packs.model import (
    AboutQuestion,
    Dates,
    Guide,
    Option,
    Pack,
    Question,
    Replies,
    Scale,
    Section,
    Wording,
    WordingStatus,
)
from consult.results.cell_key import publishable
from consult.results.export import Export
from consult.results.perturbation import THRESHOLD
from consult.results.protect import Results
from consult.results.tables import Breakdown
from consult.results.tally import EVERYONE, RECORD_KEYS, RESPONSES, Tally

ENGLISH = gettext.NullTranslations()
AGREEMENT = ("yes", "no", "not-sure", "no-view")


def make_pack(
    *,
    questions: Iterable[str] = ("q1", "q2"),
    open_questions: Iterable[str] = ("q3",),
    options: Iterable[str] = AGREEMENT,
    groups: Iterable[str] = ("north", "south"),
    title: str = "An invented consultation",
    wording: str = "What do you think of",
) -> Pack:
    """Return a pack whose closed questions share one scale, with one about-you question, `place`."""
    closed = dict.fromkeys(questions, "choice-with-reasons")
    kinds = closed | dict.fromkeys(open_questions, "text")
    return Pack(
        id="invented",
        version=3,
        title=title,
        document_title=title,
        short_title="Invented",
        body="The Invented Office",
        about="Nothing.",
        extent="Nowhere.",
        status_note="It never was.",
        still_useful=(),
        official_page="https://example.org/invented",
        official_document="https://example.org/invented.html",
        licence="Contains nothing of the public sector.",
        dates=Dates(timezone="Europe/London", opened=date(2025, 12, 4), closes=date(2026, 2, 12)),
        replies=Replies(to="Nobody"),
        sections=(Section(id="all", title="All", origin="ours"),),
        scales=(
            Scale(
                id="agreement",
                options=tuple(Option(id=option, label=f"Label of {option}") for option in options),
                reasons_prompt="Why?",
            ),
        ),
        questions=tuple(
            Question(
                number=number,
                id=question,
                section="all",
                topic=question,
                kind=kind,
                wording=Wording(text=f"{wording} {question}?", status=WordingStatus.UNCHECKED),
                gloss="Plainly.",
                scale="agreement" if question in closed else None,
                guide=Guide(supporters=(), critics=()),
            )
            for number, (question, kind) in enumerate(kinds.items(), start=1)
        ),
        about_you=(
            AboutQuestion(
                id="place",
                kind="choice",
                text="Where do you live?",
                why="To see.",
                options=tuple(Option(id=group, label=f"Label of {group}") for group in groups),
            ),
        ),
    )


@cache
def plain_key(count: int) -> int:
    """Return a key under which the published table does to a count what rounding to five would do."""
    rounded = (count + 2) // 5 * 5 if count >= THRESHOLD else None
    return next(key for key in range(RECORD_KEYS) if publishable(count, key) == rounded)


def tally(question: str, option: str, count: int, *, place: str = EVERYONE) -> Tally:
    """Return a tally whose key rounds its count to five, so that a test can say what is shown of it."""
    attribute = "place" if place else EVERYONE
    return Tally(question, option, count, plain_key(count), attribute, place)


def responses(count: int, *, place: str = EVERYONE) -> Tally:
    """Return the tally of whole responses."""
    return tally(RESPONSES, RESPONSES, count, place=place)


def export_of(
    results: Results,
    pack: Pack,
    *,
    words: gettext.NullTranslations = ENGLISH,
    campaign: str = "",
    week: date | None = None,
    breakdown: Breakdown | None = None,
) -> Export:
    """Return what the files of some results are made from."""
    return Export(results, pack, words, campaign, week, breakdown)

"""A small consultation with every kind of question and wording, and a sheet of answers."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest

from consult.answers.sheet import Answer, AnswerSheet
from consult.packs.model import (
    Dates,
    Guide,
    Option,
    Pack,
    Question,
    Replies,
    Scale,
    Section,
    Source,
    Wording,
    WordingStatus,
)

ON = date(2026, 2, 10)
DOCUMENT = "https://www.gov.uk/government/consultations/street-cameras/street-cameras-accessible"


def question(number: int, kind: str, status: WordingStatus, text: str) -> Question:
    scale = "agreement" if kind != "text" else None
    sources = ("a-newspaper",) if status is WordingStatus.QUOTED else ()
    checked_on = date(2026, 1, 5) if status is WordingStatus.VERIFIED else None
    source_url = "https://example.org/story" if status is WordingStatus.QUOTED else None
    wording = Wording(text=text, status=status, source_url=source_url, checked_on=checked_on, sources=sources)
    return Question(
        number=number,
        id=f"q{number}",
        section="scope",
        topic=f"Matter {number}",
        kind=kind,
        wording=wording,
        gloss=f"In plain words, question {number}.",
        scale=scale,
        guide=Guide(supporters=(), critics=()),
    )


@pytest.fixture(scope="session")
def pack() -> Pack:
    agree = (("agree", "Agree"), ("neither", "Neither agree nor disagree"), ("disagree", "Disagree"))
    return Pack(
        id="home-office-street-cameras",
        version=3,
        title="Rules for cameras in the street",
        document_title="Consultation on a new legal framework for ‘smart’ cameras & signs in the street",
        short_title="Cameras in the street",
        body="Home Office",
        reference="HO-2026-01",
        about="Cameras.",
        extent="England and Wales",
        status_note="Open.",
        still_useful=("Send it to your MP.",),
        official_page="https://www.gov.uk/government/consultations/street-cameras",
        official_document=DOCUMENT,
        licence="Contains public sector information licensed under the Open Government Licence v3.0.",
        dates=Dates(timezone="Europe/London", opened=date(2025, 12, 4), closes=date(2026, 2, 12)),
        replies=Replies(email="cameras@example.gov.uk", to="The Cameras Team, Home Office"),
        sections=(Section(id="scope", title="Scope", origin="ours"),),
        scales=(
            Scale(
                id="agreement",
                options=tuple(Option(id=key, label=label) for key, label in agree),
                reasons_prompt="Please explain your answer:",
            ),
        ),
        questions=(
            question(
                1, "choice-with-reasons", WordingStatus.QUOTED, "Do you agree that ‘smart’ cameras need a law?"
            ),
            question(2, "choice", WordingStatus.UNCHECKED, "Should the law be flexible?"),
            question(3, "text", WordingStatus.VERIFIED, "What safeguards should there be?"),
            question(5, "choice-with-reasons", WordingStatus.UNCHECKED, "Should one body oversee them?"),
        ),
        sources=(Source(id="a-newspaper", title="Story", publisher="The Paper", url="https://example.org/story"),),
    )


@pytest.fixture
def sheet(pack: Pack) -> AnswerSheet:
    return (
        AnswerSheet(pack.id, pack.version)
        .with_answer("q1", Answer("agree", "First line.\nSecond line.\n\nA second paragraph."))
        .with_answer("q2", Answer("disagree"))
        .with_answer("q3", Answer(None, "Signs <b>&</b> a 10% audit."))
    )


@pytest.fixture
def words() -> NullTranslations:
    return NullTranslations()

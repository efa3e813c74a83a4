from __future__ import annotations

import logging
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import func, select, update

from consult.store import drafts
from consult.store.database import reading, writing
from consult.store.models import Draft
from consult.store.phrases import PhraseError, new_phrase

pytestmark = pytest.mark.usefixtures("store")

TEXT = "Cameras at the station. \N{GRINNING FACE} עברית \ud83d"


def rows() -> list[tuple[bytes, bytes, date]]:
    with reading() as connection:
        found = connection.execute(select(Draft.lookup, Draft.ciphertext, Draft.expires_on))
        return [(row.lookup, row.ciphertext, row.expires_on) for row in found]


def how_many() -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(Draft)).scalar_one()


def test_a_draft_comes_back_as_it_was_saved() -> None:
    phrase = new_phrase()
    drafts.save(phrase, TEXT)
    assert drafts.load(phrase) == TEXT


def test_the_last_save_stands() -> None:
    phrase = new_phrase()
    drafts.save(phrase, "x" * 100_000)
    drafts.save(phrase, "")
    assert drafts.load(phrase) == ""
    assert how_many() == 1


def test_a_phrase_may_be_typed_in_any_way() -> None:
    phrase = new_phrase()
    drafts.save(phrase.upper().replace("-", " "), TEXT)
    assert drafts.load(phrase) == TEXT


def test_another_phrase_opens_nothing() -> None:
    drafts.save(new_phrase(), TEXT)
    assert drafts.load(new_phrase()) is None


def test_what_is_no_phrase_opens_nothing_and_keeps_nothing() -> None:
    for phrase in ("", "no phrase", "\0\ud800", "x" * 100_000):
        assert drafts.load(phrase) is None
        drafts.delete(phrase)
        with pytest.raises(PhraseError):
            drafts.save(phrase, TEXT)
    assert how_many() == 0


def test_a_deleted_draft_is_gone() -> None:
    phrase, other = new_phrase(), new_phrase()
    drafts.save(phrase, TEXT)
    drafts.save(other, "mine")
    drafts.delete(phrase)
    assert drafts.load(phrase) is None
    assert drafts.load(other) == "mine"
    drafts.delete(phrase)


def test_drafts_of_one_size_cannot_be_told_apart() -> None:
    with time_machine.travel(date(2026, 1, 7), tick=False):
        drafts.save(new_phrase(), "")
    with time_machine.travel(date(2026, 1, 9), tick=False):
        drafts.save(new_phrase(), "words " * 1000)
    (lookup, ciphertext, expires_on), (other_lookup, other_ciphertext, other_expiry) = rows()
    assert len(lookup) == len(other_lookup) == 32
    assert len(ciphertext) == len(other_ciphertext)
    assert expires_on == other_expiry


@pytest.mark.parametrize("day", [date(2026, 1, 5) + timedelta(days=days) for days in range(14)])
def test_a_draft_is_kept_for_most_of_thirty_days_and_goes_on_a_monday(day: date) -> None:
    gone_on = drafts.gone_on(day)
    assert gone_on.weekday() == 0
    assert timedelta(days=24) <= gone_on - day <= timedelta(days=drafts.KEPT_DAYS)


def test_an_expired_draft_is_not_found_and_is_deleted() -> None:
    phrase = new_phrase()
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        last_day = drafts.gone_on(date(2026, 1, 7)) - timedelta(days=1)
        now.move_to(last_day)
        assert drafts.load(phrase) == TEXT
        now.move_to(last_day + timedelta(days=1))
        assert drafts.load(phrase) is None
        assert how_many() == 0


def test_saving_again_keeps_a_draft_for_longer() -> None:
    phrase = new_phrase()
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        now.shift(timedelta(days=20))
        drafts.save(phrase, TEXT)
        now.shift(timedelta(days=20))
        assert drafts.load(phrase) == TEXT


def test_a_draft_that_was_tampered_with_counts_as_not_found(caplog: pytest.LogCaptureFixture) -> None:
    phrase = new_phrase()
    drafts.save(phrase, TEXT)
    ciphertext = bytearray(rows()[0][1])
    ciphertext[100] ^= 1
    with writing() as connection:
        connection.execute(update(Draft).values(ciphertext=bytes(ciphertext)))
    with caplog.at_level(logging.WARNING):
        assert drafts.load(phrase) is None
    assert caplog.messages == ["A stored draft could not be opened, and was treated as not found"]
    drafts.save(phrase, "again")
    assert drafts.load(phrase) == "again"


def test_a_row_put_in_the_place_of_another_does_not_open() -> None:
    mine, theirs = new_phrase(), new_phrase()
    drafts.save(mine, "mine")
    [(_, ciphertext, _)] = rows()
    drafts.save(theirs, "theirs")
    with writing() as connection:
        connection.execute(update(Draft).values(ciphertext=ciphertext))
    assert drafts.load(mine) == "mine"
    assert drafts.load(theirs) is None

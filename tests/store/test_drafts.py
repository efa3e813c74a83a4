from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import event, func, select, update

from consult.store import drafts
from consult.store.database import StoreUnavailable, db, reading, writing
from consult.store.models import Draft
from consult.store.phrases import PhraseError, new_phrase
from consult.store.quick_reading import RowByKey

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


def test_a_change_is_kept_and_what_it_raises_leaves_all_as_it_was() -> None:
    phrase = new_phrase()
    drafts.save(phrase, "one")
    assert drafts.change(phrase.upper(), lambda text: f"{text} two") == "one two"

    def refuse(_text: str) -> str:
        raise LookupError

    with pytest.raises(LookupError):
        drafts.change(phrase, refuse)
    assert drafts.load(phrase) == "one two"


def test_where_there_is_no_draft_any_more_nothing_is_changed() -> None:
    phrase = new_phrase()
    assert drafts.change(phrase, str.upper) is None
    drafts.save(phrase, TEXT)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=31)):
        assert drafts.change(phrase, str.upper) is None
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
@pytest.mark.parametrize("kept", [14, drafts.KEPT_DAYS, 90])
def test_a_draft_is_kept_for_nearly_as_long_as_was_set_and_goes_on_a_monday(
    store: Flask, day: date, kept: int
) -> None:
    store.config["DRAFT_DAYS"] = kept
    gone_on = drafts.gone_on(day)
    assert gone_on.weekday() == 0
    assert kept - drafts.EARLIER_DAYS <= (gone_on - day).days <= kept == drafts.kept_days()


def test_without_a_setting_drafts_are_kept_for_thirty_days() -> None:
    assert drafts.kept_days() == 30


def test_an_expired_draft_is_not_found_and_is_deleted() -> None:
    phrase = new_phrase()
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        last_day = drafts.gone_on(date(2026, 1, 7)) - timedelta(days=1)
        now.move_to(last_day)
        assert drafts.look_up(phrase) == TEXT
        now.move_to(last_day + timedelta(days=1))
        assert drafts.look_up(phrase) is None
        assert how_many() == 1
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


def test_reading_is_a_visit_and_keeps_a_draft_for_longer() -> None:
    phrase = new_phrase()
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        for _ in range(10):
            now.shift(timedelta(days=20))
            assert drafts.load(phrase) == TEXT
        assert rows()[0][2] == drafts.gone_on(date(2026, 1, 7) + timedelta(days=200))


def test_reading_writes_once_a_week_at_most() -> None:
    phrase, written = new_phrase(), []
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        event.listen(db.engine, "before_cursor_execute", lambda *args: written.append(args[2]))
        for day in range(28):
            now.move_to(date(2026, 1, 7) + timedelta(days=day))
            drafts.load(phrase)
            drafts.load(phrase)
    assert len([each for each in written if each.startswith("UPDATE drafts")]) == 4


def test_a_draft_can_be_read_while_nothing_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise StoreUnavailable

    phrase = new_phrase()
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        now.shift(timedelta(days=20))
        monkeypatch.setattr(drafts, "writing", fails)
        assert drafts.load(phrase) == TEXT


def test_reading_brings_no_deleted_draft_back() -> None:
    phrase = new_phrase()
    drafts.save(phrase, TEXT)
    drafts.delete(phrase)
    assert drafts.load(phrase) is None
    assert how_many() == 0


def test_looking_up_finds_what_is_there_and_counts_as_no_visit() -> None:
    phrase = new_phrase()
    with time_machine.travel(date(2026, 1, 7), tick=False) as now:
        drafts.save(phrase, TEXT)
        before = rows()
        now.shift(timedelta(days=20))
        assert drafts.look_up(phrase) == TEXT
        assert drafts.look_up(new_phrase()) is None
        assert drafts.look_up(None) is None
        assert rows() == before
        now.shift(timedelta(days=20))
        assert drafts.look_up(phrase) is None


@pytest.mark.parametrize("older", [0, 2])
def test_looking_up_does_the_same_work_whatever_is_typed(
    store: Flask, monkeypatch: pytest.MonkeyPatch, older: int
) -> None:
    store.config["SECRET_KEY_FALLBACKS"] = ["an older secret"] * older
    phrase = new_phrase()
    work: list[str] = []

    def counted(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def noted(*args: object) -> object:
            work.append(name)
            return real(*args)

        monkeypatch.setattr(owner, name, noted)

    drafts.save(phrase, TEXT * 200)
    counted(drafts, "derive")
    counted(drafts, "unseal")
    counted(RowByKey, "find")
    seen = []
    for typed in (phrase, new_phrase(), None):
        work.clear()
        drafts.look_up(typed)
        seen.append(list(work))
    assert seen == [["derive", "derive", "find", "unseal"] * (1 + older)] * 3


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

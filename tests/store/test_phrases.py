from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consult.store.phrases import (
    LONGEST,
    PhraseError,
    canonical,
    derive,
    new_phrase,
    phrase_from,
    read_phrase,
)

PHRASE = "abandon-zoo-act-actual-letter-advice-cage"


def test_a_new_phrase_has_seven_words_and_reads_as_itself() -> None:
    phrase = new_phrase()
    assert len(phrase.split("-")) == 7
    assert read_phrase(phrase) == phrase


def test_phrases_differ() -> None:
    assert len({new_phrase() for _ in range(200)}) == 200


@pytest.mark.parametrize(
    "typed",
    [
        "abandon zoo act actual letter advice cage",
        "ABANDON, Zoo, ACT; actual / letter / advice. cage!",
        "1. abandon\r\n2. zoo\r\n3. act\r\n4. actual\r\n5. letter\r\n6. advice\r\n7. cage\r\n",
        "1) abandon\n2) zoo\n3) act\n4) actual\n5) letter\n6) advice\n7) cage",
        "\N{NO-BREAK SPACE}abandon\N{NO-BREAK SPACE}zoo\tact  actual letter advice cage",
        "abandon\N{EN DASH}zoo\N{NON-BREAKING HYPHEN}act_actual letter advice cage",
        "aban zoo act actu lett advi cage",
        "abandno zoo act actual letters advice cage",
        "ａｂａｎｄｏｎ zoo act actual letter advice cage",
        "aban\N{SOFT HYPHEN}don zoo act actual letter advice \N{ZERO WIDTH NO-BREAK SPACE}cage",
        "\N{LEFT DOUBLE QUOTATION MARK}abandon zoo act actual letter advice cage\N{RIGHT DOUBLE QUOTATION MARK}",
        "ábandon zoo act actual letter advice cagé",
    ],
)
def test_a_phrase_is_read_however_it_is_typed(typed: str) -> None:
    assert read_phrase(typed) == PHRASE


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abandon zoo act actual letter advice",
        "abandon zoo act actual letter advice cage cage",
        "abandon zoo act actual letter advice cag",
        "abandon zoo act actual letter advice qqqq",
        "aba zoo act actual letter advice cage",
        "my phrase is abandon zoo act actual letter advice cage",
        "aban don zoo act actual letter advice cage",
        "\0\ud800\u202e",
        PHRASE + " " * LONGEST,
    ],
)
def test_anything_else_is_no_phrase(typed: str) -> None:
    assert read_phrase(typed) is None


@given(st.text(alphabet=st.characters(), max_size=2 * LONGEST))
@example("\ufdfa" * LONGEST)
@example("\u0130\u0307" * 100)
def test_no_text_makes_reading_fail(text: str) -> None:
    read = read_phrase(text)
    assert read is None or read_phrase(read) == read


def test_what_must_be_a_phrase_and_is_none_is_refused() -> None:
    with pytest.raises(PhraseError, match="seven words"):
        canonical("abandon")


def test_a_seed_spells_77_of_its_bits() -> None:
    assert phrase_from(bytes(10)) == "-".join(["abandon"] * 7)
    assert phrase_from(b"\xff" * 10) == "-".join(["zoo"] * 7)
    assert phrase_from((1 << 3).to_bytes(10, "big")) == "-".join(["abandon"] * 6 + ["ability"])
    assert phrase_from(b"\x80" + bytes(9)).startswith("length-abandon-")


def test_derived_bytes_depend_on_phrase_purpose_and_secret_and_on_nothing_else() -> None:
    first = derive(PHRASE, "lookup", b"secret")
    assert len(first) == 32
    assert derive(PHRASE, "lookup", b"secret") == first
    others = {
        derive(new_phrase(), "lookup", b"secret"),
        derive(PHRASE, "key", b"secret"),
        derive(PHRASE, "lookup", b"Secret"),
    }
    assert first not in others
    assert len(others) == 3

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.store.phrases import (
    PhraseError,
    canonical,
    derive,
    is_canonical,
    new_phrase,
    phrase_from,
    read_phrase,
)

PHRASE = "abandon-zoo-act-actual-letter-advice-cage-salon"
GOLDEN = {
    "draft lookup": "2b5fe301aa8579111b60a7333f05a87099ff89e4edbe613e7978ff8619280257",
    "draft key": "4ea78aef1591cc98db30ea385cb09b4442fdbd662b110f695290ba28e70a6801",
    "receipt phrase": "6cfcfd92aef3f9c52fdb91e743671c309109ed247760634b8940a4da6f4aa8d2",
    "receipt": "a4b5df654efcf6bd3f2edd4675fe8e95d63c6ea8ed8e7eea8da516c3f2c5588b",
}
"""What a phrase gives under a fixed secret, for each purpose: everything kept so far depends on it."""


def test_a_new_phrase_has_eight_words_and_reads_as_itself() -> None:
    phrase = new_phrase()
    assert len(phrase.split("-")) == 8
    assert is_canonical(phrase)
    assert read_phrase(phrase) == phrase


def test_a_phrase_has_at_least_80_bits() -> None:
    assert 2048 ** len(new_phrase().split("-")) >= 2**80


def test_phrases_differ_and_use_the_whole_list() -> None:
    phrases = {new_phrase() for _ in range(4000)}
    assert len(phrases) == 4000
    assert len({word for phrase in phrases for word in phrase.split("-")}) == 2048


@pytest.mark.parametrize(
    "text",
    [
        "",
        PHRASE.upper(),
        PHRASE.replace("-", " "),
        PHRASE.replace("abandon", "abandno"),
        f"{PHRASE}-zoo",
        f"{PHRASE}-",
        PHRASE.rpartition("-")[0],
        "\0\ud800",
    ],
)
def test_only_the_very_form_is_canonical(text: str) -> None:
    assert not is_canonical(text)


def test_what_must_be_a_phrase_and_is_none_is_refused() -> None:
    with pytest.raises(PhraseError, match="eight words"):
        canonical("abandon")


def test_a_seed_spells_88_of_its_bits() -> None:
    assert phrase_from(bytes(11)) == "-".join(["abandon"] * 8)
    assert phrase_from(b"\xff" * 11) == "-".join(["zoo"] * 8)
    assert phrase_from(bytes(10) + b"\1") == "-".join(["abandon"] * 7 + ["ability"])
    assert phrase_from(b"\x80" + bytes(10) + b"more").startswith("length-abandon-")


@given(st.binary(min_size=11, max_size=32))
def test_every_seed_spells_a_phrase(seed: bytes) -> None:
    assert is_canonical(phrase_from(seed))


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


@pytest.mark.parametrize("purpose", GOLDEN)
def test_the_same_words_give_the_same_bytes_on_every_device_and_in_every_version(purpose: str) -> None:
    assert derive(PHRASE, purpose, b"a fixed secret").hex() == GOLDEN[purpose]

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.store.sealing import GROWTH, SMALLEST, seal, unseal, unseal_by_any

KEY = b"k" * 32
ROW = b"the row it belongs to"


@given(st.text(alphabet=st.characters()))
def test_what_was_sealed_opens_as_it_was(text: str) -> None:
    assert unseal(seal(text, KEY, ROW), KEY, ROW) == text


def test_half_a_character_survives() -> None:
    assert unseal(seal("a\ud83d b", KEY, ROW), KEY, ROW) == "a\ud83d b"


def test_nothing_of_the_text_shows() -> None:
    assert b"secret words" not in seal("secret words" * 50, KEY, ROW)


def test_the_same_text_is_never_sealed_alike() -> None:
    assert seal("text", KEY, ROW) != seal("text", KEY, ROW)


def test_length_tells_only_one_of_a_few_sizes() -> None:
    assert len(seal("", KEY, ROW)) == len(seal("x" * (SMALLEST - 4), KEY, ROW))
    sizes = {len(seal("x" * length, KEY, ROW)) for length in range(0, 600_000, 7_919)}
    overhead = min(sizes) - SMALLEST
    assert sizes == {SMALLEST * GROWTH**step + overhead for step in range(5)}


@pytest.mark.parametrize("position", [0, 11, 12, 5000, -1])
def test_a_changed_byte_does_not_open(position: int) -> None:
    sealed = bytearray(seal("text", KEY, ROW))
    sealed[position] ^= 1
    assert unseal(bytes(sealed), KEY, ROW) is None


@pytest.mark.parametrize("cut", [b"", b"x" * 5, b"x" * 20, seal("text", KEY, ROW)[:-1]])
def test_what_was_cut_does_not_open(cut: bytes) -> None:
    assert unseal(cut, KEY, ROW) is None


def test_any_of_several_keys_opens() -> None:
    sealed = seal("text", KEY, ROW)
    assert unseal_by_any(sealed, [b"K" * 32, KEY], ROW) == "text"
    assert unseal_by_any(sealed, [b"K" * 32], ROW) is None
    assert unseal_by_any(sealed, [], ROW) is None


def test_another_key_or_another_row_does_not_open() -> None:
    sealed = seal("text", KEY, ROW)
    assert unseal(sealed, b"K" * 32, ROW) is None
    assert unseal(sealed, KEY, b"another row") is None

from __future__ import annotations

import hashlib

import pytest

from consult.store.organisers import joining, sign_ins, tokens


def test_of_a_random_value_a_hash_is_kept() -> None:
    assert tokens.hashed("abc") == hashlib.sha256(b"abc").digest()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("text", ["", "\udcff", "\ud800" * 40, "\0"])
def test_what_is_no_random_value_opens_nothing(text: str) -> None:
    assert not sign_ins.is_open(1, text)
    assert joining.invited(text) is None

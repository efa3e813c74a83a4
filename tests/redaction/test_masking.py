"""Masking: what stands in the place of a detail."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from consult.redaction import Found, Kind, find, marker, mask


class Backwards(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"[{message[1:-1][::-1]}]"


def test_a_detail_gives_way_to_words_that_say_what_it_was() -> None:
    text = "Ring 07700 900123, or write to a@b.co.uk!"

    assert mask(text, find(text)) == "Ring [phone number removed], or write to [email address removed]!"


def test_the_order_of_the_details_does_not_matter() -> None:
    text = "07700 900123 and a@b.co.uk"

    assert mask(text, reversed(find(text))) == mask(text, find(text))


def test_markers_come_in_the_language_of_the_page() -> None:
    text = "Ring 07700 900123"

    assert mask(text, find(text), Backwards()) == "Ring [devomer rebmun enohp]"


def test_a_text_without_details_stays_as_it_is() -> None:
    assert mask("Nothing here.\n", []) == "Nothing here.\n"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_marker_in_brackets_that_is_no_detail_itself(kind: Kind) -> None:
    assert marker(kind).startswith("[")
    assert marker(kind).endswith(" removed]")
    assert find(f"before {marker(kind)} after") == []


def test_markers_differ_from_kind_to_kind() -> None:
    assert len({marker(kind) for kind in Kind}) == len(Kind)


@pytest.mark.parametrize(
    "details",
    [
        [Found(0, 4, Kind.NAME), Found(3, 6, Kind.NAME)],
        [Found(0, 99, Kind.NAME)],
        [Found(-1, 2, Kind.NAME)],
        [Found(2, 2, Kind.NAME)],
    ],
)
def test_details_of_another_text_are_refused(details: list[Found]) -> None:
    with pytest.raises(ValueError, match="does not fit this text"):
        mask("a short text", details)

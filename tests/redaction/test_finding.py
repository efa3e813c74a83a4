"""Finding details: what is told apart, what is left, and that no text can break it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.redaction import Kind, find, mask
from tests.redaction.forms import FORMS
from tests.redaction.planted import planted

NO_DISTRICTS = (
    "at M25 services, from M1 to M6, in A4 on the A1",
    "in E10 petrol, in CO2 and SO2, in B12 and B6, N95 masks in N95 style",
    "at G7 and G20 summits, from G4S, at W3C, in B2B trade, in S4C news",
    "stops in S60 areas, from S44 to S1, in s60 zones",
    "answers in Q5 and Q12, from H1 2024, in V4 and in T5",
    "on floors from L1 to L3, in P1 and at K2, in F1 and at U2",
    "an MP3 in an X5 at R2, in 4K, in 5G, from PM10 to PM2, in R4",
    "from E0 to E00, in N01, from W99 to B99",
    "SE15 is scanned more than SW7",
)
"""What is written like a district of the post."""


def found(text: str) -> list[tuple[str, Kind]]:
    return [(text[each.start : each.end], each.kind) for each in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 07700 900123 or mail a@b.co.uk.", [("07700 900123", Kind.PHONE), ("a@b.co.uk", Kind.EMAIL)]),
        ("Ffoniwch fi ar 029 2018 0123.", [("029 2018 0123", Kind.PHONE)]),
        (
            "PC 1234 Jones's van, AB24 CDE",
            [("PC 1234", Kind.BADGE), ("Jones", Kind.NAME), ("AB24 CDE", Kind.VEHICLE)],
        ),
        ("Mr and Mrs Jones", [("Jones", Kind.NAME)]),
        ("mr jones told me", [("jones", Kind.NAME)]),
        ("my name is sarah jones and I live here", [("sarah jones", Kind.NAME)]),
        ("Fy enw i ydy Siân ap Gwilym, yn wir", [("Siân ap Gwilym", Kind.NAME)]),
        ("Helo, Oliver Brown dw i", [("Oliver Brown", Kind.NAME)]),
        ("Dr. J. O'Neill-Smith said so", [("J. O'Neill-Smith", Kind.NAME)]),
        ("my son Jamal was stopped", [("Jamal", Kind.NAME)]),
        ("I am Oliver Brown", [("Oliver Brown", Kind.NAME)]),
        ("ysgrifennais at Ms অনন্যা রায়", [("অনন্যা রায়", Kind.NAME)]),
        ("Mr. محمد علي قال", [("محمد علي قال", Kind.NAME)]),
        ("MY NAME IS JOHN BLACK AND I LIVE HERE", [("JOHN BLACK", Kind.NAME)]),
        ("12 o Fai 2024", [("12 o Fai 2024", Kind.DATE)]),
        ("born 01062001, in Leeds", [("01062001", Kind.DATE)]),
        ("https://a.uk/?q=a@b.co", [("https://a.uk/?q=a@b.co", Kind.WEB_ADDRESS)]),
        ("NI no. AB 12 34 56 C", [("AB 12 34 56 C", Kind.NATIONAL_INSURANCE)]),
        ("sort code 20-30-40", [("20-30-40", Kind.ACCOUNT)]),
        ("IBAN GB29 NWBK 6016 1331 9268 19 thank you", [("GB29 NWBK 6016 1331 9268 19", Kind.ACCOUNT)]),
        ("Flat 3B, 12 Railton Road", [("Flat 3B, 12 Railton Road", Kind.STREET)]),
        ("i live at 12 acacia avenue", [("12 acacia avenue", Kind.STREET)]),
        ("my passport number is GBR 123 456 789", [("GBR 123 456 789", Kind.PASSPORT)]),
        ("I was born May 1987", [("May 1987", Kind.DATE)]),
        ("ganwyd fi ym mis Mai 1987", [("Mai 1987", Kind.DATE)]),
        ("DOB 05/1987", [("05/1987", Kind.DATE)]),
        ("find me on tiktok as jazzy.b", [("jazzy.b", Kind.HANDLE)]),
        ("Prison number A1234BC", [("A1234BC", Kind.OFFICIAL_NUMBER)]),
        ("rhif carcharor a1234bc", [("a1234bc", Kind.OFFICIAL_NUMBER)]),
        ("PNC ID 19/123456X", [("19/123456X", Kind.OFFICIAL_NUMBER)]),
        ("my share code W12 345 678", [("W12 345 678", Kind.OFFICIAL_NUMBER)]),
        ("stopped near SE15, at e17", [("SE15", Kind.POSTCODE), ("e17", Kind.POSTCODE)]),
        ("vans in SE15 and SW2", [("SE15", Kind.POSTCODE), ("SW2", Kind.POSTCODE)]),
        ("an E17 resident", [("E17", Kind.POSTCODE)]),
    ],
)
def test_a_detail_is_found_with_its_kind_and_its_edges(text: str, expected: list[tuple[str, Kind]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I am Black British.",
        "I am Somali, and proud of it.",
        "SE15 and SW2",
        "se15 and then",
        "the A406 NOT the M25",
        "Article 8 May be engaged",
        "the 2020 Appeal Court",
        "4 cameras on one road",
        "Meet me @ 5pm",
        "cameras.In my view",
        "[phone number removed]",
        "",
        "Born in 1987, stopped in May 2024",
        "used on Facebook as evidence and Twitter as a weapon",
        "the visa rules and the Home Office numbers 12 and 13",
        *NO_DISTRICTS,
    ],
)
def test_what_is_no_detail_is_left(text: str) -> None:
    assert found(text) == []


def test_a_name_or_number_that_was_announced_once_is_found_again() -> None:
    text = "My name is Adaeze Okafor, account no 12345678. Adaeze's brown coat. They wrote 12345678."

    assert found(text) == [
        ("Adaeze Okafor", Kind.NAME),
        ("12345678", Kind.ACCOUNT),
        ("Adaeze", Kind.NAME),
        ("12345678", Kind.ACCOUNT),
    ]


def test_an_everyday_word_is_not_taken_for_the_name_that_it_also_is() -> None:
    assert found("My name is Will Brown. Will Brown people be scanned?") == [("Will Brown", Kind.NAME)]


@pytest.mark.parametrize(
    "typed",
    [
        "07700\u00a0900\u2011123",
        "０７７００９００１２３",
        "٠٧٧٠٠٩٠٠١٢٣",
        "07700\u200b900\u00ad123",
        "0\ufe0f\u20e37\ufe0f\u20e37\ufe0f\u20e300 900123",
    ],
)
def test_places_count_the_code_points_that_were_typed(typed: str) -> None:
    text = f"😀 {typed} 😀"

    assert [(each.start, each.end) for each in find(text)] == [(2, 2 + len(typed))]


def test_details_typed_without_a_gap_are_all_found() -> None:
    text = "a@b.co.uk@sarah_j@b@+447700900123"

    assert mask(text, find(text)).count("removed]") >= 2
    assert "sarah" not in mask(text, find(text))
    assert "7700" not in mask(text, find(text))


def test_another_region_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="region 'FR' are not known; known: GB"):
        find("text", region="FR")


ANYTHING = st.text(st.characters(exclude_categories=()))
DETAILS = [
    each.detail for kind in FORMS if kind not in {"passport", "crime-reference"} for each in planted(kind, count=12)
]
GLUE = [
    "Mr ", "PC ", "my name is ", "I am ", "Siân", "Okafor", " ydw i", "crime ref ", "account ", "NI ", "call ",
    "insta: ", " ", "\n", ".", ",", "-", "/", "(", "[", "]", "@", "'", "7", "a", "é", "_", "+", "\u200b", "\ud800",
    "[name removed]", "http://",
]  # fmt: skip
PIECES = st.sampled_from(DETAILS + GLUE)
TANGLED = st.lists(PIECES, max_size=9).map("".join)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.one_of(ANYTHING, TANGLED))
def test_any_text_gives_details_in_order_apart_and_inside_it(text: str) -> None:
    end = 0
    for each in find(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.one_of(ANYTHING, TANGLED))
def test_nothing_is_left_to_find_in_a_masked_text(text: str) -> None:
    masked = mask(text, find(text))

    assert find(masked) == []
    assert mask(masked, find(masked)) == masked


@settings(max_examples=200, derandomize=True, deadline=None)
@given(TANGLED)
def test_finding_twice_finds_the_same(text: str) -> None:
    assert find(text) == find(text)


@pytest.mark.parametrize("kind", ["email", "phone", "postcode", "national-insurance", "web-address", "passport"])
def test_a_masked_text_holds_nothing_of_what_was_found(kind: str) -> None:
    for example in planted(kind, count=100):
        twice = f"{example.text} And once more: {example.text}"
        masked = mask(twice, find(twice))
        assert example.detail not in masked

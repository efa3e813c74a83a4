"""Details in the shapes that Presidio's recognisers look for, each with a text around it."""

from __future__ import annotations

from typing import Final

Shape = tuple[str, str]

SHAPES: Final[dict[str, tuple[Shape, ...]]] = {
    "email": (
        ("Write to {}", "info@example.com"),
        ("my email is {}, thanks", "first.last+tag@sub.example.co.uk"),
        ("{}", "O'Hara_99@example.org"),
        ("e-mail:{};", "a-b.c@example.info"),
    ),
    "phone": (
        ("call {}", "+44 20 7946 0123"),
        ("my number is {}", "07700 900456"),
        ("phone {} or write", "(0113) 496 0123"),
        ("from the United States: {}", "(415) 555-0132"),
        ("mobile: {}", "+4915123456789"),
        ("tel {}", "+91 98200 12345"),
    ),
    "postcode": (
        ("I live at {}", "SW1A 1AA"),
        ("postcode {}", "M1 1AE"),
        ("{} is where", "EC1A 1BB"),
        ("my address: {}.", "W1A 0AX"),
        ("near {}", "GIR 0AA"),
        ("at {}", "CR2 6XH"),
        ("in {}", "DN551PT"),
    ),
    "national-insurance": (
        ("My NINO is {}", "AA 12 34 56 B"),
        ("national insurance {}", "hh 01 02 03 d"),
        ("{}", "tw987654a"),
        ("number: {}", "PR123612C"),
    ),
    "web-address": (
        ("see {}", "https://www.example.com/path?query=1#part"),
        ("{} has it", "www.example.co.uk"),
        ("on {}", "example.org"),
        ("read {} first", "http://sub.example.net:8080/a/b"),
        ("at {}", "https://192.0.2.4/x"),
    ),
    "nhs-number": (
        ("NHS {}", "401-023-2137"),
        ("number {}", "221 395 1837"),
        ("my record is {}", "0032698674"),
    ),
    "card-or-account-number": (
        ("card {}", "4012888888881881"),
        ("paid with {}", "5555 5555 5555 4444"),
        ("it was {}", "3782-8224-6310-005"),
        ("Visa {}", "4111-1111-1111-1111"),
        ("Maestro {}", "6759649826438453"),
    ),
    "vehicle-registration": (
        ("my car is {}", "AB51 ABC"),
        ("registration {}", "BD62XYZ"),
        ("plate {}", "A123 BCD"),
        ("an old {}", "ABC 123D"),
        ("parked: {}", "LA71 KTE"),
    ),
    "date": (
        ("on {}", "1/12/1987"),
        ("born {}", "21-05-1990"),
        ("it was {}", "2019-03-07"),
        ("{}", "07/23/2021"),
        ("on {} again", "5-MAY-2021"),
        ("on {}", "21.12.2001"),
        ("dated {}", "2021-05-21T10:30:00Z"),
    ),
    "passport": (
        ("passport {}", "AB1234567"),
        ("my passport number is {}", "XY7654321"),
    ),
    "driving-licence": (
        ("driving licence {}", "MORGA753116SM9IJ"),
        ("licence: {}", "SMITH711215AB9CD"),
        ("my driver number {}", "JONES803219CC9AA"),
    ),
}

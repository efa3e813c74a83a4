"""Invented days and addresses, in the forms that people type."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.redaction.drawing import any_case, digits, letters

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WELSH_MONTHS: Final = (
    "Ionawr", "Chwefror", "Fawrth", "Ebrill", "Fai", "Fehefin",
    "Orffennaf", "Awst", "Fedi", "Hydref", "Dachwedd", "Ragfyr",
)  # fmt: skip
_AREAS: Final = (
    "SE", "SW", "E", "N", "NW", "W", "WC", "EC", "CF", "LL", "SA", "B", "M", "LS", "BS", "EH", "G", "BT", "CR",
    "UB", "HA", "IG", "RM", "TW", "KT", "EN", "BR", "DA", "NP", "LD", "SY", "L", "NE", "NG",
)  # fmt: skip


def postcode(random: Random) -> str:
    """Return a postcode of any shape, spaced and cased as people do."""
    outward = random.choice(_AREAS) + random.choice((digits(random, 1), str(random.randint(10, 36))))
    outward = random.choice((outward, outward, "SW1A", "EC2V", "W1T", "N1C", "E1W", "SE1P"))
    inward = digits(random, 1) + letters(random, 2, "ABDEFGHJLNPQRSTUWXYZ")
    gap = random.choice((" ", " ", " ", " ", "", "", "  ", "-", "\u00a0", "."))
    return any_case(random, outward + gap + inward)


def street(random: Random) -> str:
    """Return the first line of an address."""
    number = str(random.randint(1, 399))
    name = random.choice(
        ("Acacia", "High", "St Mary's", "Martin Luther King", "Old Kent", "Railton", "Cowley Mill", "Wyndham")
    )
    kind = random.choice(
        ("Road", "Street", "Avenue", "Rd", "St", "Lane", "Close", "Terrace", "Gardens", "Crescent", "Drive")
    )
    return random.choice(
        (
            *[f"{number} {name} {kind}"] * 3,
            f"{number}{random.choice('abcAB')} {name} {kind}",
            f"{number}, {name} {kind}",
            f"Flat {random.randint(1, 40)}, {number} {name} {kind}",
            f"flat {random.randint(1, 40)}, Albert House",
            f"Flat {random.randint(1, 40)}B Grenfell Walk Tower",
            f"{number}-{int(number) + 4} {name} {kind}",
            f"{number} Heol y Bont",
            f"{number} Stryd Fawr",
            f"{number} Ffordd Penglais",
            f"{number} Maes-y-Coed",
            f"{number} Lôn Las",
        )
    )


def _ordinal(day: int) -> str:
    return f"{day}{'th' if day in range(10, 21) else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def date(random: Random) -> str:
    """Return a day with its month, in words or figures, English or Welsh."""
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1945, 2026)
    name = _MONTHS[month - 1]
    return random.choice(
        (
            f"{day} {name} {year}",
            f"{_ordinal(day)} {name} {year}",
            f"{_ordinal(day)} of {name}",
            f"the {_ordinal(day)} of {name}, {year}",
            f"{name} {_ordinal(day)}, {year}",
            f"{name} {day}, {year}",
            f"{day} {name[:3]} {year % 100:02}",
            f"{day} {name.lower()} {year}",
            f"{day}-{name[:3]}-{year}",
            f"{day:02}/{month:02}/{year}",
            f"{day}/{month}/{year % 100:02}",
            f"{day:02}-{month:02}-{year}",
            f"{day}.{month}.{year}",
            f"{day:02}.{month:02}.{year % 100:02}",
            f"{year}-{month:02}-{day:02}",
            f"{year}/{month:02}/{day:02}",
            f"{year}-{month:02}-{day:02}T09:30",
            f"{day} o {_WELSH_MONTHS[month - 1]} {year}",
            f"{day}fed o {_WELSH_MONTHS[month - 1]}",
            f"{day} {name}",
            f"{day} / {month} / {year}",
            "twenty-first of March",
        )
    ).removeprefix("the ")

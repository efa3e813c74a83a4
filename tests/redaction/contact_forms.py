"""Invented ways to reach a person, in the forms that people type.

Telephone numbers are mostly from Ofcom's ranges for drama.
"""

from __future__ import annotations

import string
from random import Random
from typing import Final

from tests.redaction.drawing import digits, letters

_FIRST: Final = ("sarah", "mohammed", "priya", "kwame", "siân", "wei", "agnieszka", "oluwaseun", "fatima", "john")
_LAST: Final = ("jones", "khan", "patel", "mensah", "llwyd", "ng", "nowak", "adebayo", "o'brien", "smith-lee")
_HOSTS: Final = ("gmail.com", "hotmail.co.uk", "outlook.com", "yahoo.co.uk", "btinternet.com", "example.org",
    "pobl.cymru", "mail.example.london", "student.ucl.ac.uk", "proton.me", "ümlaut.example")  # fmt: skip


def email(random: Random) -> str:
    """Return an e-mail address, plain or disguised."""
    first, last, host = random.choice(_FIRST), random.choice(_LAST), random.choice(_HOSTS)
    local = random.choice(
        (f"{first}.{last}", f"{first}{digits(random, 2)}", f"{first[0]}_{last}", f"{first}+police", first)
    )
    name, _, ending = host.partition(".")
    spelt = ending.replace(".", " dot ")
    bracketed = ending.replace(".", "[dot]")
    return random.choice(
        (
            *[f"{local}@{host}"] * 8,
            f"{local}@{host}".upper(),
            f"{local} @ {host}",
            f"{local}(at){host}",
            f"{local} (at) {name} (dot) {spelt.replace(' dot ', ' (dot) ')}",
            f"{local}[at]{name}[dot]{bracketed}",
            f"{local} at {name} dot {spelt}",
            f"{local} AT {name} DOT {spelt.upper()}",
            f"{local} at gmail.com",
            f"{local}@{name}",
            f"{local}＠{host}",
        )
    )


def phone(random: Random) -> str:
    """Return a telephone number: British in many spellings, some from abroad."""
    last = digits(random, 3)
    other = random.choice(("0161", "0113", "0117")) + "4960" + last
    return random.choice(
        (
            *_mobiles("07700900" + last),
            *_landlines("02079460" + last, other, "01632960" + last),
            f"029 2018 0{last}",
            f"0{random.choice('123')}{digits(random, 9)}",
            f"07{random.choice('4578')}{digits(random, 2)} {digits(random, 6)}",
            *_from_abroad(random, last),
        )
    )


def _mobiles(mobile: str) -> tuple[str, ...]:
    return (
        mobile,
        f"{mobile[:5]} {mobile[5:]}",
        f"{mobile[:5]} {mobile[5:8]} {mobile[8:]}",
        f"{mobile[:4]} {mobile[4:7]} {mobile[7:]}",
        f"{mobile[:5]}-{mobile[5:8]}-{mobile[8:]}",
        f"{mobile[:5]}.{mobile[5:8]}.{mobile[8:]}",
        f"{mobile[:5]}\u00a0{mobile[5:]}",
        f"{mobile[:5]}\u2011{mobile[5:]}",
        " ".join(mobile),
        f"+44{mobile[1:]}",
        f"+44 {mobile[1:5]} {mobile[5:]}",
        f"+44 (0){mobile[1:5]} {mobile[5:]}",
        f"+44(0){mobile[1:]}",
        f"(+44) {mobile[1:5]} {mobile[5:]}",
        f"0044 {mobile[1:5]} {mobile[5:]}",
        f"44{mobile[1:]}",
        f"{mobile[1:5]} {mobile[5:]}",
        f"O{mobile[1:5]} {mobile[5:]}",
        mobile.translate(str.maketrans(string.digits, "０１２３４５６７８９")),
        mobile.translate(str.maketrans(string.digits, "০১২৩৪৫৬৭৮৯")),
    )


def _landlines(london: str, other: str, village: str) -> tuple[str, ...]:
    return (
        london,
        f"{london[:3]} {london[3:7]} {london[7:]}",
        f"({london[:3]}) {london[3:7]} {london[7:]}",
        f"{london[:4]} {london[4:7]} {london[7:]}",
        f"+44 20 {london[3:7]} {london[7:]}",
        f"+44.20.{london[3:7]}.{london[7:]}",
        f"{other[:4]} {other[4:7]} {other[7:]}",
        f"{other[:4]}/{other[4:]}",
        f"{other[:4]} {other[4:]} ext 12",
        f"{village[:5]} {village[5:]}",
        f"({village[:5]}) {village[5:]}",
    )


def _from_abroad(random: Random, last: str) -> tuple[str, ...]:
    return (
        f"+1 (212) 555-01{last[:2]}",
        f"+353 87 {digits(random, 3)} {digits(random, 4)}",
        f"+48 {digits(random, 3)} {digits(random, 3)} {digits(random, 3)}",
        f"+234 80{digits(random, 1)} {digits(random, 3)} {digits(random, 4)}",
        f"00880 17{digits(random, 2)} {digits(random, 6)}",
        f"+92-300-{digits(random, 7)}",
    )


def web_address(random: Random) -> str:
    """Return a web address, whole or bare."""
    host = random.choice(("example.com", "bbc.co.uk", "sarahs-blog.org", "my.site.wales", "llais.cymru",
        "example.london", "news.example.net", "xn--caf-dma.example.com", "café.example.org"))  # fmt: skip
    path = random.choice(
        ("/", "/a/b?c=d&e=f", "/profile/sarah.jones", "/#top", "/~kwame", "/x_(y)", "/%C3%A9t%C3%A9")
    )
    return random.choice(
        (
            f"https://{host}{path}",
            f"http://{host}",
            f"https://www.{host}{path}",
            f"HTTPS://{host.upper()}{path}",
            f"www.{host}",
            f"www.{host}{path}",
            host if host != "my.site.wales" else "my.site.wales/me",
            f"{host}{path}",
            f"hxxps://{host}{path}",
            f"{host.replace('.', '[.]')}",
            "bit.ly/3" + letters(random, 5),
            "youtu.be/" + letters(random, 8),
            "instagram.com/" + random.choice(_FIRST),
            "https://user:pass@192.0.2.1:8080/" + digits(random, 3),
            "http://[2001:db8::1]/cam",
        )
    )


def handle(random: Random) -> str:
    """Return a name on a social network."""
    first, last = random.choice(_FIRST), random.choice(_LAST).split("'")[0].split("-")[0]
    return random.choice(
        (
            f"@{first}{last}",
            f"@{first}_{last}",
            f"@{first}.{last}",
            f"@{first.upper()}{digits(random, 2)}",
            f"@_{first}_",
            f"@{first}@example.social",
            f"＠{first}{last}",
            f"u/{first}_{last}" if first.isascii() else f"@{first}",
        )
    )

"""Invented official numbers, in the forms that people type. They are random, and belong to nobody on purpose."""

from __future__ import annotations

from random import Random

from tests.redaction.drawing import any_case, digits, letters


def national_insurance(random: Random) -> str:
    """Return a National Insurance number, grouped or not, in any case."""
    number = letters(random, 1, "ABCEGHJKLMPRSTWXYZ") + letters(random, 1, "ABCEGHJKLMPRSTWXYZ") + digits(random, 6)
    last = random.choice("ABCD")
    pairs = [number[at : at + 2] for at in range(0, 8, 2)]
    return any_case(
        random,
        random.choice(
            (
                number + last,
                " ".join((*pairs, last)),
                "-".join((*pairs, last)),
                ".".join((*pairs, last)),
                f"{number[:2]} {number[2:]} {last}",
                f"{number} {last}",
                " ".join(pairs),
                "QQ 12 34 56 " + last,
            )
        ),
    )


def nhs_number(random: Random) -> str:
    """Return a number that passes the NHS check, grouped in the usual ways."""
    while True:
        nine = random.choice("4679") + digits(random, 8)
        check = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            break
    number = nine + str(check % 11)
    gap = random.choice((" ", " ", "-", "", ".", "\u00a0"))
    return gap.join((number[:3], number[3:6], number[6:]))


def account(random: Random) -> str:
    """Return a card number that passes its check, a sort code with an account, or an IBAN."""
    fifteen = random.choice("345") + digits(random, 14)
    doubled = [int(digit) * 2 if place % 2 == 0 else int(digit) for place, digit in enumerate(fifteen)]
    card = fifteen + str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)
    fours = [card[at : at + 4] for at in range(0, 16, 4)]
    base = "NWBK" + digits(random, 14)
    check = 98 - int("".join(str(int(each, 36)) for each in f"{base}GB00")) % 97
    iban = f"GB{check:02}{base}"
    return random.choice(
        (
            card,
            " ".join(fours),
            "-".join(fours),
            f"{digits(random, 2)}-{digits(random, 2)}-{digits(random, 2)} {digits(random, 8)}",
            f"20 {digits(random, 2)} {digits(random, 2)}, {digits(random, 8)}",
            iban,
            " ".join(iban[at : at + 4] for at in range(0, 22, 4)),
        )
    )


def vehicle(random: Random) -> str:
    """Return a number plate: mostly today's form."""
    usual = "ABCDEFGHJKLMNOPRSTUVWXYZ".replace("O", "")
    area, age, tail = (
        letters(random, 2, "BCDEFGHKLMNPRS"),
        random.choice(("19", "24", "69", "73")),
        letters(random, 3, "BCDFGHJKLM"),
    )
    old = letters(random, 3, "BCDFGHJKLM")
    return random.choice(
        (
            *[f"{area}{age} {tail}"] * 3,
            f"{area}{age}{tail}",
            f"{area}{age}{tail}".lower(),
            f"{area}{age} {tail}".lower(),
            f"{area}{age}-{tail}",
            f"{letters(random, 1, 'ABCDEFGHJKLMNPRSTVWXY')}{digits(random, 3)} {old}",
            f"{old} {digits(random, 3)}{letters(random, 1, usual[:8])}",
            f"{letters(random, 1, 'ABC')}{letters(random, 1, 'ACD')}Z {random.randint(1000, 9999)}",
        )
    )


def passport(random: Random) -> str:
    """Return a passport number, of today's form or of nine digits."""
    return random.choice(
        (letters(random, 2) + digits(random, 7), digits(random, 9), f"{digits(random, 3)} {digits(random, 6)}")
    )


def driving_licence(random: Random) -> str:
    """Return a driver number, with or without spaces."""
    surname = random.choice(("MORGA", "JONES", "KHAN9", "NG999", "PATEL", "ADEBA"))
    month, day = random.choice(("01", "12", "57", "62")), random.randint(1, 28)
    born = f"{random.randint(0, 9)}{month}{day:02}{random.randint(0, 9)}"
    tail = f"{random.choice(('SM', 'A9', 'JK'))}9{letters(random, 2)}"
    return any_case(
        random, random.choice((surname + born + tail, f"{surname} {born} {tail}", f"{surname}{born}{tail} 12"))
    )


def badge(random: Random) -> str:
    """Return an officer's rank with a number, or a number after its cue."""
    number = digits(random, random.choice((3, 4)))
    return random.choice(
        (
            f"PC {number}",
            f"PC{number}",
            f"pc {number}",
            f"Sgt {number}",
            f"PCSO {digits(random, 4)}",
            f"PC {number}MD",
            f"PC AB{number}",
            f"officer {number}",
            f"Heddwas {number}",
            f"PS {number}",
        )
    )


def crime_reference(random: Random) -> str:
    """Return a crime, incident or custody reference."""
    return random.choice(
        (
            f"{digits(random, 7)}/25",
            f"01MD/{digits(random, 4)}/25",
            f"CRI-{digits(random, 5)}-25",
            f"42/{digits(random, 5)}/24",
            f"01{letters(random, 2)}{digits(random, 7)}25"[:13],
            digits(random, 8),
            f"{digits(random, 4)}-{digits(random, 4)}",
        )
    )


def official_number(random: Random) -> str:
    """Return a prison number, one of the police's national computer, or one of the criminal records office."""
    year = random.randint(10, 26)
    return random.choice(
        (
            f"{letters(random, 1)}{digits(random, 4)}{letters(random, 2)}",
            f"{year}/{digits(random, 6)}{letters(random, 1)}",
            f"20{year}/{digits(random, 7)}{letters(random, 1)}",
            f"{digits(random, 6)}/{year}{letters(random, 1)}",
        )
    )

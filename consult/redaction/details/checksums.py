"""The check digits that tell a real number from any other run of digits."""

from __future__ import annotations

_LUHN_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def is_luhn(digits: str) -> bool:
    """Say whether `digits`, from 0 to 9, pass the check of a payment card's number (ISO/IEC 7812-1, annex B)."""
    values = [int(digit) for digit in reversed(digits)]
    return (sum(values[::2]) + sum(_LUHN_DOUBLED[value] for value in values[1::2])) % 10 == 0


def is_nhs_number(digits: str) -> bool:
    """Say whether ten digits pass the NHS number's check (NHS Data Dictionary, NHS NUMBER: modulus 11)."""
    return sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0


def is_iban(letters: str) -> bool:
    """Say whether an International Bank Account Number passes its check (ISO 13616: modulus 97). No spaces."""
    return int("".join(str(int(each, 36)) for each in letters[4:] + letters[:4])) % 97 == 1

"""Drawing digits and letters from a random source, so that a seed fixes the set."""

from __future__ import annotations

import string
from random import Random


def digits(random: Random, count: int) -> str:
    return "".join(random.choices(string.digits, k=count))


def letters(random: Random, count: int, among: str = string.ascii_uppercase) -> str:
    return "".join(random.choices(among, k=count))


def any_case(random: Random, text: str) -> str:
    return random.choice((text, text, text.lower()))

"""What the canary journey types: secrets that stand nowhere else, each under the name of the place it is typed."""

from __future__ import annotations

import secrets
from string import ascii_lowercase

CONSENTED = "On market days the cameras by the old library see every stall and every child."
"""Words that a person agrees to share. They are the only ones that may be found, exactly as masking left them."""

PHONE = "020 7946 0958"
NATIONAL_INSURANCE = "AB 12 34 56 C"


def mark() -> str:
    """Return a made-up name that no file holds by chance."""
    return "Q" + "".join(secrets.choice(ascii_lowercase) for _ in range(11))


def planted() -> dict[str, str]:
    """Return what is typed, by where. Each is new with every run."""
    places = (
        *(f"answer {number} of a draft" for number in range(1, 9)),
        *("answer that is too long", "answer with a stale guard", "answer that was too much at once"),
        *("answer while the database is locked", "choice while the database is locked"),
        *("answer cut off when a worker died", "answer cut off when the server died", "answer after the restart"),
        *("answer of an expired draft", "answer of a deleted draft", "answer that was shared as a count only"),
        *("choice that there is none of", "about you", "forgery guard", "action", "return"),
        *("name", "address", "organisation", "role", "summary", "sources", "reason", "written in"),
        *("phrase to come back", "receipt to take back", "form code", "organiser's email", "organiser's password"),
        *("query", "path", "method", "browser", "referrer", "language", "cookie", "cookie of answers", "session"),
        *("header of another kind", "file's name", "file's content", "JSON"),
    )
    typed = {place: f"{mark()} {mark()}" if len(place) % 2 else mark() for place in places}
    return typed | {
        "telephone in a shared answer": PHONE,
        "National Insurance number in a shared answer": NATIONAL_INSURANCE,
        "email in a shared answer": f"{mark().lower()}@example.org",
        "network address": "203.0.113.213",
    }

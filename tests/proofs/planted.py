"""What the canary journey types: secrets that stand nowhere else, each under the name of the place it is typed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from string import ascii_lowercase, digits

CONSENTED = "On market days the cameras by the old library see every stall and every child."
"""Words that a person agrees to share. They are the only ones that may be found, exactly as masking left them."""

TAKEN_BACK = "My aunt sells pears beside the pumping station and nobody asked her about any of it."
"""Words that somebody else agrees to share, and takes back."""

DETAILS = ("name", "date of birth", "street", "postcode", "crime number", "telephone", "NI number", "email")
"""What the shared answer holds beside `CONSENTED`, and what may not be left of it."""

_PLACES = (
    *(f"answer {number} of a draft" for number in range(1, 9)),
    *("answer that is too long", "answer with a stale guard", "answer that was too much at once"),
    *("answer while the database is locked", "choice while the database is locked"),
    *("answer cut off when a worker died", "answer cut off when the server died", "answer after the restart"),
    *("answer of an expired draft", "answer of a deleted draft", "answer that was shared as a count only"),
    *("choice that there is none of", "about you", "forgery guard", "action", "return"),
    *("name", "address", "organisation", "role", "summary", "sources", "reason", "written in"),
    *("phrase to come back", "receipt to take back", "form code", "organiser's email", "organiser's password"),
    *("query", "path", "method", "browser", "referrer", "language", "cookie", "cookie of answers", "session"),
    *("header of another kind", "file's name", "file's content", "JSON", "file that hangs half-way"),
    *("organiser's own password", "organiser's search", "organiser's reason that is too long"),
    *("booklet of which nothing is allowed", "booklet with a mistake", "name in a booklet", "words on a booklet"),
)


def mark() -> str:
    """Return a made-up name that no file holds by chance."""
    return "Q" + "".join(secrets.choice(ascii_lowercase) for _ in range(11))


def _of(choices: str = digits) -> str:
    return secrets.choice(choices)


def planted() -> dict[str, str]:
    """Return what is typed, by where. Each is new with every run."""
    typed = {place: f"{mark()} {mark()}" if len(place) % 2 else mark() for place in _PLACES}
    details = (
        f"{mark()} {mark()}",
        f"{_of('1234567')} August 19{_of('3456789')}{_of()}",
        f"{mark()} Road",
        f"ZE{_of()} {_of()}{_of('ABDEFGHJ')}{_of('LNPQRSTU')}",
        f"48{_of()}{_of()}{_of()}{_of()}{_of()}/83",
        f"020 7946 0{_of()}{_of()}{_of()}",
        f"AB {_of()}{_of()} {_of()}{_of()} {_of()}{_of()} C",
        f"{mark().lower()}@example.org",
    )
    shared = {f"{detail} in a shared answer": text for detail, text in zip(DETAILS, details, strict=True)}
    return typed | shared | {"network address": "203.0.113.213"}


def shared_answer(secrets_: Mapping[str, str]) -> str:
    """Return the words that one person shares, with every detail that redaction promises to find in such words."""
    name, born, street, postcode, crime, phone, insurance, email = (
        secrets_[f"{detail} in a shared answer"] for detail in DETAILS
    )
    return (
        f"{CONSENTED} My name is {name}, born on {born}, of 482 {street}, {postcode}. My crime number is {crime}. "
        f"Ring {phone}, {insurance} or {email}."
    )

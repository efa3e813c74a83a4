"""Measure other finders on the same test set: `python -m tests.redaction.rivals`.

Neither package is needed to run the product. Presidio's recognisers of e-mail and web addresses fetch a list of
domain endings over the network unless they are stopped; here they are.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, Final, cast

import phonenumbers
from presidio_analyzer import EntityRecognizer
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    DateRecognizer,
    EmailRecognizer,
    NhsRecognizer,
    PhoneRecognizer,
    UkDrivingLicenceRecognizer,
    UkNinoRecognizer,
    UkPassportRecognizer,
    UkPostcodeRecognizer,
    UkVehicleRegistrationRecognizer,
    UrlRecognizer,
)

from tests.redaction.forms import FORMS
from tests.redaction.harmless import HARMLESS, HELD_OUT, SEEN
from tests.redaction.measure import Finder, Spans, falsely_marked, ours, score
from tests.redaction.planted import planted

_endings: Any = import_module("tldextract.tldextract")
_endings.TLD_EXTRACTOR = _endings.TLDExtract(suffix_list_urls=(), cache_dir=None)

# Recognisers that go by patterns look at the text alone, though the signature asks for what spaCy made of it.
_NOTHING_PARSED: Final = cast("NlpArtifacts", None)

PRESIDIO: Final[dict[str, Callable[[], EntityRecognizer]]] = {
    "email": EmailRecognizer,
    "phone": PhoneRecognizer,
    "postcode": UkPostcodeRecognizer,
    "national-insurance": UkNinoRecognizer,
    "web-address": UrlRecognizer,
    "nhs-number": NhsRecognizer,
    "card-or-account-number": CreditCardRecognizer,
    "vehicle-registration": UkVehicleRegistrationRecognizer,
    "date": DateRecognizer,
    "passport": UkPassportRecognizer,
    "driving-licence": UkDrivingLicenceRecognizer,
}
_LENGTH: Final = 20_000
_PROSE: Final = " ".join(HARMLESS)
_HOSTILE: Final = {"prose": _PROSE, "`a.`": "a.", "`1 `": "1 ", "`+44`": "+44", "`1 May `": "1 May "}


@cache
def presidio(kind: str) -> Finder:
    """Return a finder that takes whatever Presidio's recogniser for a kind reports, at any score."""
    recogniser = PRESIDIO[kind]()

    def finder(text: str) -> Spans:
        results = recogniser.analyze(text, recogniser.supported_entities, _NOTHING_PARSED)
        return [(each.start, each.end) for each in results]

    return finder


def libphonenumber(text: str) -> Spans:
    """Return what `phonenumbers` finds when it asks only whether a number is possible, in Great Britain."""
    matcher = phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
    return [(match.start, match.end) for match in matcher]


def _milliseconds(finder: Finder, unit: str) -> str:
    text = (unit * _LENGTH)[:_LENGTH]
    start = time.process_time()
    finder(text)
    return f"{(time.process_time() - start) * 1000:.0f}"


def table() -> Iterator[str]:
    """Yield the lines of the tables, in Markdown."""
    rivals = {kind: presidio(kind) for kind in PRESIDIO}
    yield "| kind | presidio: recall, precision | ours: recall, precision |"
    yield "|---|---|---|"
    for kind in FORMS:
        theirs = score(rivals[kind], planted(kind)) if kind in rivals else None
        cell = f"{theirs.recall:.3f}, {theirs.precision:.3f}" if theirs else "–"
        own = score(ours, planted(kind))
        yield f"| {kind} | {cell} | {own.recall:.3f}, {own.precision:.3f} |"
    number = score(libphonenumber, planted("phone"))
    yield f"\nphonenumbers alone, phone: recall {number.recall:.3f}, precision {number.precision:.3f}"
    wrong = {text for finder in rivals.values() for text in falsely_marked(finder, SEEN + HELD_OUT)}
    yield f"harmless answers marked by presidio: {len(wrong)} of {len(SEEN + HELD_OUT)}"
    yield f"\n| ms for {_LENGTH} characters of | presidio, the sum | phonenumbers | ours |"
    yield "|---|---|---|---|"
    for name, unit in _HOSTILE.items():
        every = sum(int(_milliseconds(finder, unit)) for finder in rivals.values())
        yield f"| {name} | {every} | {_milliseconds(libphonenumber, unit)} | {_milliseconds(ours, unit)} |"


def main() -> None:
    """Print the tables."""
    for line in table():
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

"""What a person types for one download only. It joins the document in that request and is never stored.

Every field is optional. Values are cleaned here once more (see `consult.answers.cleaning`); the limits are for the
form to enforce, in characters after cleaning, and nothing is ever cut short here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from consult.answers.cleaning import clean, clean_line

NAME_LIMIT = 200
"""The most characters for a name, an organisation or a role."""

CONTACT_LIMIT = 500
"""The most characters for an email or postal address."""

REASON_LIMIT = 2_000
"""The most characters for the reason why something is confidential."""

SUMMARY_POINTS = 5
"""The most points in a summary."""

SUMMARY_POINT_LIMIT = 300
"""The most characters in one point of a summary."""

SOURCES = 50
"""The most sources that a person can cite."""

SOURCE_LIMIT = 1_000
"""The most characters in one source: its title, its address or both, on one line."""


class Capacity(StrEnum):
    """For whom a response speaks."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"


class Confidentiality(StrEnum):
    """What a person asks about the confidentiality of their response."""

    NOT_ASKED = "not-asked"
    ASKED = "asked"


@dataclass(frozen=True, kw_only=True)
class Details:
    """What is typed for this download: who responds and how, and what goes around the answers.

    `contact` may have several lines. `organisation` and `role` count only when `capacity` is an organisation.
    `confidentiality` is None when the person said nothing, and then the document says nothing. `sources` are lines
    as typed. `document_language` is "en" or "cy", the language of the document's own words; None for the page's.
    `written_in` is the BCP 47 tag of the language that the person says they wrote in; None leaves it to the text.
    `name_in_file_name` puts the last word of the name into the file name, where it has ASCII letters.
    """

    name: str = ""
    contact: str = ""
    capacity: Capacity | None = None
    organisation: str = ""
    role: str = ""
    confidentiality: Confidentiality | None = None
    confidentiality_reason: str = ""
    provenance: bool = True
    summary: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    document_language: str | None = None
    written_in: str | None = None
    large_print: bool = False
    name_in_file_name: bool = False

    def __post_init__(self) -> None:
        for field in ("name", "organisation", "role"):
            object.__setattr__(self, field, clean_line(getattr(self, field)).text)
        for field in ("contact", "confidentiality_reason"):
            object.__setattr__(self, field, clean(getattr(self, field)).text)
        for field in ("summary", "sources"):
            object.__setattr__(self, field, _lines(getattr(self, field)))

    @property
    def for_organisation(self) -> bool:
        """Say whether the response speaks for an organisation."""
        return self.capacity is Capacity.ORGANISATION


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text box as cleaned values, blank ones left out: for summaries and sources."""
    return _lines(clean(text).text.split("\n"))


def _lines(values: Iterable[str]) -> tuple[str, ...]:
    lines = (clean_line(value).text for value in values)
    return tuple(line for line in lines if line)

"""What gives a person away: finding and masking personal details in free text."""

from __future__ import annotations

from consult.redaction.details.typed import typed_details
from consult.redaction.finding import find
from consult.redaction.found import Found, Kind
from consult.redaction.keeping import Kept, kept
from consult.redaction.kind_words import kind_words
from consult.redaction.masking import marker, mask
from consult.redaction.names.names_model import NamesModel, NamesModelError, load_names_model
from consult.redaction.redactor import Redactor, subject_words
from consult.redaction.risk import Risk, risks

__all__ = [
    "Found",
    "Kept",
    "Kind",
    "NamesModel",
    "NamesModelError",
    "Redactor",
    "Risk",
    "find",
    "kept",
    "kind_words",
    "load_names_model",
    "marker",
    "mask",
    "risks",
    "subject_words",
    "typed_details",
]

"""The text as it may be kept: each detail gives way to words that say what was there."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import NullTranslations

from consult.redaction.found import Found, Kind

_ENGLISH = NullTranslations()


def mask(text: str, found: Iterable[Found], words: NullTranslations = _ENGLISH) -> str:
    """Return `text` with a plain marker, in the language of `words`, in place of each detail.

    Raises `ValueError` where details overlap or lie outside the text: they belong to another text.
    """
    pieces, at = [], 0
    for each in sorted(found):
        if not at <= each.start < each.end <= len(text):
            raise ValueError(f"the detail at {each.start}:{each.end} does not fit this text")
        pieces += [text[at : each.start], marker(each.kind, words)]
        at = each.end
    return "".join((*pieces, text[at:]))


def marker(kind: Kind, words: NullTranslations = _ENGLISH) -> str:
    """Return what stands in the place of a detail. Brackets keep a marker apart from the words beside it."""
    return {
        Kind.NATIONAL_INSURANCE: words.gettext("[National Insurance number removed]"),
        Kind.DRIVING_LICENCE: words.gettext("[driving licence number removed]"),
        Kind.ACCOUNT: words.gettext("[card or account number removed]"),
        Kind.NHS_NUMBER: words.gettext("[NHS number removed]"),
        Kind.PASSPORT: words.gettext("[passport number removed]"),
        Kind.OFFICIAL_NUMBER: words.gettext("[official number removed]"),
        Kind.CRIME_REFERENCE: words.gettext("[police reference removed]"),
        Kind.BADGE: words.gettext("[officer’s number removed]"),
        Kind.VEHICLE: words.gettext("[number plate removed]"),
        Kind.POSTCODE: words.gettext("[postcode removed]"),
        Kind.EMAIL: words.gettext("[email address removed]"),
        Kind.WEB_ADDRESS: words.gettext("[web address removed]"),
        Kind.HANDLE: words.gettext("[social media name removed]"),
        Kind.DATE: words.gettext("[date removed]"),
        Kind.PHONE: words.gettext("[phone number removed]"),
        Kind.STREET: words.gettext("[street address removed]"),
        Kind.NAME: words.gettext("[name removed]"),
    }[kind]

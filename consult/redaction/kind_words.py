"""What a detail is called where a person is shown it."""

from __future__ import annotations

from gettext import NullTranslations

from consult.redaction.found import Kind

_ENGLISH = NullTranslations()


def kind_words(kind: Kind, words: NullTranslations = _ENGLISH) -> str:
    """Return the name of a kind of detail, in the language of `words`."""
    return {
        Kind.NATIONAL_INSURANCE: words.gettext("National Insurance number"),
        Kind.DRIVING_LICENCE: words.gettext("driving licence number"),
        Kind.ACCOUNT: words.gettext("card or account number"),
        Kind.NHS_NUMBER: words.gettext("NHS number"),
        Kind.PASSPORT: words.gettext("passport number"),
        Kind.OFFICIAL_NUMBER: words.gettext("official number"),
        Kind.CRIME_REFERENCE: words.gettext("police reference"),
        Kind.BADGE: words.gettext("officer’s number"),
        Kind.VEHICLE: words.gettext("number plate"),
        Kind.POSTCODE: words.gettext("postcode"),
        Kind.EMAIL: words.gettext("email address"),
        Kind.WEB_ADDRESS: words.gettext("web address"),
        Kind.HANDLE: words.gettext("social media name"),
        Kind.DATE: words.gettext("date"),
        Kind.PHONE: words.gettext("phone number"),
        Kind.STREET: words.gettext("street address"),
        Kind.NAME: words.gettext("name"),
    }[kind]

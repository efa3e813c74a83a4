"""Numbers that the state, a bank or the police know a person by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.details.checksums import is_iban, is_luhn, is_nhs_number
from consult.redaction.details.cues import Cued
from consult.redaction.found import Found, Kind
from consult.redaction.names.word_sets import word_set

_NOT_DIGIT = re.compile(r"\D")
_SEP = r"[ .-]{0,2}"

# Two letters, six digits, a letter from A to D (HMRC, National Insurance Manual NIM39110). Prefixes that are never
# given out are taken too: a slip of the finger does not make the rest of the number harmless.
_NATIONAL_INSURANCE = re.compile(
    rf"(?<!\w)(?P<prefix>[a-z][ ]?[a-z]){_SEP}\d\d{_SEP}\d\d{_SEP}\d\d"
    rf"(?:{_SEP}[a-d](?!\w)|(?<=[ .-]\d\d)(?!\w|{_SEP}\d))",
    re.IGNORECASE,
)
# "The sort code is 20-30-40": a word of two letters before three pairs of digits.
_SMALL_WORDS = word_set("am an ar as at be by do if in is it me my no No of on or so to up us we yn")
_national_insurance_cued = Cued(
    Kind.NATIONAL_INSURANCE,
    cue=r"national insurance|n\.?i\.?|nino|yswiriant gwladol|yg",
    number=rf"[a-z]{{2}}{_SEP}\d\d{_SEP}\d\d{_SEP}\d\d(?:{_SEP}[a-d])?",
)


def national_insurance(text: str) -> Iterator[Found]:
    """Find National Insurance numbers, in pairs or after a cue also without the last letter."""
    for match in _NATIONAL_INSURANCE.finditer(text):
        if not (match.group()[-1].isdigit() and match["prefix"] in _SMALL_WORDS):
            yield Found(match.start(), match.end(), Kind.NATIONAL_INSURANCE)
    yield from _national_insurance_cued(text)


_TEN_DIGITS = re.compile(r"(?<![\w.])\d{3}[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}(?!\w)")
_nhs_cued = Cued(
    Kind.NHS_NUMBER, cue=r"nhs|gig|health service|gwasanaeth iechyd", number=r"\d{3}[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}"
)


def nhs_numbers(text: str) -> Iterator[Found]:
    """Find NHS numbers: ten digits that pass the check, or any ten after "NHS number"."""
    for match in _TEN_DIGITS.finditer(text):
        if is_nhs_number(_NOT_DIGIT.sub("", match.group())):
            yield Found(match.start(), match.end(), Kind.NHS_NUMBER)
    yield from _nhs_cued(text)


_CARD = re.compile(r"(?<![\w.])\d(?:[ -]{0,2}\d){12,18}(?!\w)")
_CARD_GROUPS = re.compile(r"\d{4}([ -]{1,2})\d{4}\1\d{4}\1\d{4}")
_IBAN = re.compile(
    r"(?<!\w)[a-zA-Z]{2}\d{2}(?:[a-zA-Z0-9]{11,30}|(?:[ -][a-zA-Z0-9]{4}){2,7}(?:[ -][a-zA-Z0-9]{1,3})?)(?!\w)"
)
_LAST_GROUP = re.compile(r"[ -][a-zA-Z0-9]+$")
_SORT_CODE_AND_ACCOUNT = re.compile(r"(?<![\w.-])\d\d(?P<gap>[ .-])\d\d(?P=gap)\d\d[ ,;:/-]{1,3}\d{8}(?!\w)")
_sort_codes = Cued(Kind.ACCOUNT, cue=r"sort ?code|s/c|cod didoli", number=r"\d\d[ .-]?\d\d[ .-]?\d\d")
_accounts = Cued(
    Kind.ACCOUNT,
    cue=r"account|accnt|acct?|a/c|(?:c|g|ch|ngh)yfrif|iban|card|(?:c|g|ch|ngh)erdyn",
    number=r"\d(?:[ -]?\d){6,18}|[a-z]{2}\d{2}[ -]?[a-z]{4}(?:[ -]?\d{2,4}){3,5}",
)


def accounts(text: str) -> Iterator[Found]:
    """Find payment cards that pass their check or stand in four fours, bank accounts with sort codes, and IBANs."""
    for match in _CARD.finditer(text):
        if is_luhn(_NOT_DIGIT.sub("", match.group())) or _CARD_GROUPS.fullmatch(match.group()):
            yield Found(match.start(), match.end(), Kind.ACCOUNT)
    yield from _ibans(text)
    for match in _SORT_CODE_AND_ACCOUNT.finditer(text):
        yield Found(match.start(), match.end(), Kind.ACCOUNT)
    yield from _sort_codes(text)
    yield from _accounts(text)


def _ibans(text: str) -> Iterator[Found]:
    for match in _IBAN.finditer(text):
        number = match.group()
        # Words of up to four letters after the number look like more of it.
        while number and not is_iban(number.replace(" ", "").replace("-", "")):
            shorter = _LAST_GROUP.sub("", number)
            number = shorter if shorter != number else ""
        if number:
            yield Found(match.start(), match.start() + len(number), Kind.ACCOUNT)


_PASSPORT = re.compile(r"(?<!\w)(?:[A-Z]{2}[ ]?|[a-z]{2})\d{7}(?!\w)")
_passport_cued = Cued(
    Kind.PASSPORT, cue=r"passport|(?:p|b|ph|mh)asbort", number=r"[a-z]{0,3}[ ]?\d(?:[ -]?\d){5,8}"
)
# Five letters of the surname (nines for none), six digits of the birthday, two initials, a digit, two letters
# (DVLA, driver number); the issue number may follow.
_DRIVING_LICENCE = re.compile(
    r"(?<!\w)[a-z9]{5}[ -]?\d[0156]\d[ ]?[0-3]\d\d[ -]?[a-z9]{2}[a-z0-9][a-z]{2}(?:[ -]?\d\d)?(?!\w)", re.IGNORECASE
)


def papers(text: str) -> Iterator[Found]:
    """Find the numbers of passports and driving licences."""
    for match in _PASSPORT.finditer(text):
        yield Found(match.start(), match.end(), Kind.PASSPORT)
    yield from _passport_cued(text)
    for match in _DRIVING_LICENCE.finditer(text):
        if match.group()[0] != "9":
            yield Found(match.start(), match.end(), Kind.DRIVING_LICENCE)

"""Where a person lives: postcodes and lines of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.details.districts import AREAS, districts
from consult.redaction.found import Found, Kind
from consult.redaction.names.word_sets import word_set

# The shape: BS 7666-0, annex; the last two letters leave out C, I, K, M, O and V.
_POSTCODE = re.compile(
    r"(?<![^\W_])(?P<area>[a-z]{1,2})\d[a-z\d]?(?:[ ]{0,9}|[.\n-])(?P<inward>\d[abd-hjlnp-uw-z]{2})(?![^\W_])",
    re.IGNORECASE,
)
POSTCODE_LIKE = re.compile(r"[a-z]{1,2}\d[a-z\d]?[ ]{0,2}\d[a-z]{2}", re.IGNORECASE)
"""A postcode and nothing else."""
_COUNTED = frozenset({"1st", "2nd", "3rd", *(f"{digit}th" for digit in "0456789")})


# A bank's own, which follows no rule.
_GIRO = re.compile(r"(?<!\w)gir[ ]{0,2}0aa(?!\w)", re.IGNORECASE)


def postcodes(text: str) -> Iterator[Found]:
    """Find whole postcodes in any case, with or without the space, and districts where something is in them."""
    for match in _GIRO.finditer(text):
        yield Found(match.start(), match.end(), Kind.POSTCODE)
    yield from districts(text)
    for match in _POSTCODE.finditer(text):
        if _is_postcode(match):
            yield Found(match.start(), match.end(), Kind.POSTCODE)


def _is_postcode(match: re.Match[str]) -> bool:
    # In capitals a mistyped area counts too. "The A1 3rd exit" is a road and a number.
    if match.group().isupper():
        return True
    return match["area"].upper() in AREAS and not (match["inward"] in _COUNTED and match["area"].isupper())


_TYPES = (
    "street st road rd avenue ave av lane ln close drive dr crescent cres terrace gardens gdns garden grove square "
    "sq court ct place pl way walk hill park parade mews mount rise row view green vale wharf quay "
    "broadway embankment highway causeway buildings house tower towers point lodge mansions heights estate villas "
    "cottages circus croft dene gate passage path yard esplanade promenade boulevard blvd"
)
_ANY_TYPE = rf"(?:{'|'.join(sorted(_TYPES.split(), key=len, reverse=True))})"
# A year before a proper name ("the 2020 Appeal Court") is no house number.
_NUMBER = r"(?!(?:19|20)\d\d\b)\d{1,4}[ ]?[a-zA-Z]?(?:[ ]?[-/][ ]?\d{1,4}[a-zA-Z]?)?"
_FLAT = r"(?:(?i:flat|apartment|apt|unit|room|fflat|ystafell)[ ]?(?:(?i:no)\.?[ ])?\w{1,4}[ ]?,?[ ]{1,2})"
_PART = r"[^\W\d_][\w'.-]{0,30}"
_CAPITAL_PART = rf"(?![a-z]){_PART}"
_STREET = re.compile(
    rf"(?<![\w.,/£$€-])(?:{_FLAT}?{_NUMBER},?[ ]{{1,2}}|{_FLAT})"
    rf"(?:{_CAPITAL_PART}[ ]{{1,2}}){{1,4}}(?i:{_ANY_TYPE})(?!\w)\.?"
)
# In small letters "3 men from the same street" reads like an address: a cue or a line's start must stand before it.
_CUE = (
    r"(?:live|lives|lived|living|house|home|address|addr|flat|at|of|number|no\.?|from|byw|cyfeiriad|rhif|yn|o|ym)"
)
_SMALL_STREET = re.compile(
    rf"(?:(?<!\w){_CUE}(?:[ ](?:at|is|in|number|no\.?|yn|rhif))?[ :,]{{1,3}}|^)"
    rf"(?P<hit>(?:{_FLAT}?{_NUMBER},?[ ]{{1,2}}|{_FLAT})(?P<parts>(?:{_PART}[ ]){{1,2}})"
    r"(?:street|road|rd|avenue|ave|lane|close|drive|crescent|terrace|gardens|grove|court|mews|house|way|place|walk))(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_STREETS = word_set(
    """
    a an the of in on at to and or for from by with per people men women officers police cameras camera vans
    minutes hours days weeks months years times metres meters yards miles mile mph km different other separate
    busy whole main side long public every each my our your their this that same more most many few yr y o
    """
)
_WELSH_TYPE = (
    r"(?i:heol|ffordd|stryd|l[oô]n|rhodfa|clos|cilgant|teras|rhes|maes|bryn|parc|gerddi|llys|cwrt|sgw[aâ]r|trem|dol|"
    r"coed|cae|pen|tan|erw|tir|nant|glan)"
)
_WELSH_STREET = re.compile(
    rf"(?<![\w.,/£$€-]){_FLAT}?{_NUMBER},?[ ]{{1,2}}{_WELSH_TYPE}"
    rf"(?:-[\w'-]{{1,30}}|(?:[ ](?:y|yr|yr|'r|ap|ar|wen|uchaf|isaf|fawr|bach)(?!\w)){{0,2}}[ ]{_CAPITAL_PART}"
    rf"(?:[ ]{_CAPITAL_PART})?)"
)


def streets(text: str) -> Iterator[Found]:
    """Find a number (or a flat) with the name of a street or a building, in the English or the Welsh order."""
    for match in _STREET.finditer(text):
        yield Found(match.start(), match.end() - match.group().endswith("."), Kind.STREET)
    for match in _WELSH_STREET.finditer(text):
        yield Found(match.start(), match.end() - match.group().endswith("."), Kind.STREET)
    for match in _SMALL_STREET.finditer(text):
        if _NOT_STREETS.isdisjoint(match["parts"].lower().split()):
            yield Found(match.start("hit"), match.end("hit"), Kind.STREET)

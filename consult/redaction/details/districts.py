"""The first half of a postcode: a district of some thousands of homes, and shaped like roads, grades and fuels.

"SE15 is scanned more than SW7" tells nothing of the writer; "I was stopped near SE15" may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.found import Found, Kind
from consult.redaction.names.word_sets import word_set

# The postcode areas (Royal Mail), the Crown dependencies' and the forces' among them.
AREAS = word_set(
    """
    AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN
    EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N
    NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN
    TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
)
# "The" is left out for "the M25".
_LIVED_IN = re.compile(
    r"(?<!\w)(?:live|lives|lived|living|home|house|flat|moved|born|grew up|residents?|based|work|works|post ?code|"
    r"byw|n?g?h?[cg]od post)"
    r"(?:[ ](?:is|was|here|in|near|at|to|of|my|with|years|for|since|\d{1,2}|yn|ym|yng|ger|yw|ydy)){0,4}+"
    r"[ ]?:?[ ]{1,2}(?P<hit>(?P<area>[a-z]{1,2})\d[a-z\d]?)(?!\w|[ ]?\d)",
    re.IGNORECASE,
)
# A word for a place before it, or somebody who belongs to it after it.
_IN_IT = re.compile(
    r"(?<!\w)(?:in|near|around|outside|from|at|through|across|round|yn|ger|o gwmpas|drwy)"
    r"(?:[ ](?:and|or|here|around|nearby|central|north|south|east|west)){0,2}[ ]{1,2}"
    r"(?P<first>[a-z]{1,2}\d[a-z\d]?)(?!\w|[ ]?\d|[.:/-]\d)"
    r"(?:(?:,[ ]|[ ](?:and|or|to|&|a|neu|i)[ ]|/)(?P<second>[a-z]{1,2}\d[a-z\d]?)(?!\w|[ ]?\d|[.:/-]\d))?",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"(?<![\w.-])(?P<first>[a-z]{1,2}\d[a-z\d]?)(?=[ ](?:resident|resid|local|born|boy|girl|lad|postcode|area\b))",
    re.IGNORECASE,
)
# The highest district of the areas that are one letter (Royal Mail), so that "N95 masks" is none. M is left out, as
# roads are, and S, as section 60 of an Act is "S60".
_HIGHEST = {"B": 98, "E": 20, "G": 84, "L": 40, "N": 22, "W": 14}
_SMALL_TOO = frozenset("ENW")
# What is written like a district and seldom is one: gases, summits, companies, standards, vitamins and
# floors. Where somebody says "I live in", they count.
_SELDOM = word_set("CO2 SO2 G4S W3C G7 G8 G20 S3 S4C B2B B2C B6 B12 L1 L2 L3 E2E E3")
_FUEL = re.compile(r"[ ](?:petrol|fuel)", re.IGNORECASE)


def districts(text: str) -> Iterator[Found]:
    """Find the districts in which somebody lives or works, or in or near which something happened."""
    for match in _LIVED_IN.finditer(text):
        if match["area"].upper() in AREAS:
            yield Found(match.start("hit"), match.end("hit"), Kind.POSTCODE)
    for pattern in (_IN_IT, _OF_IT):
        for match in pattern.finditer(text):
            for place in range(1, pattern.groups + 1):
                if match[place] and _is_district(match[place]) and not _FUEL.match(text, match.end(place)):
                    yield Found(match.start(place), match.end(place), Kind.POSTCODE)


def _is_district(written: str) -> bool:
    district = written.upper()
    area = district[: 2 if district[1].isalpha() else 1]
    if area not in AREAS or district in _SELDOM or (district[len(area)] == "0" and len(district) > len(area) + 1):
        return False
    if area != district[0]:
        return True
    number = district[1:]
    if area not in _HIGHEST or (number.isdigit() and not 0 < int(number) <= _HIGHEST[area]):
        return False
    return written[0].isupper() or (area in _SMALL_TOO and len(number) > 1)

"""Words that tell who someone is without being a detail: "I was stopped at Stratford on Tuesday".

The rule is short, so that it can be explained. Four kinds of sign are looked for, in English and Welsh:

- a time: a date, "yesterday", "last Tuesday", a month with its year, a time of day;
- a place: a word with a capital after "at", "near", "in" and the like, a station or a shop, a postcode or its
  district;
- a meeting with the police: someone stopped, searched, arrested, held or picked out;
- "the only one": a person who says that they are the only one of their kind.

Two signs of different kinds within `NEAR` code points of each other are a risk; "the only one" is a risk by itself.
The rule warns too often rather than too seldom, and it misses what is told without these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from consult.redaction.details.dates import MONTHS, dates
from consult.redaction.details.places import postcodes, streets
from consult.redaction.folding import fold
from consult.redaction.names.word_sets import word_set

NEAR = 250
"""How far apart, in code points, two signs may stand: about two sentences."""


class Risk(StrEnum):
    """What a text may give away together."""

    TIME_AND_PLACE = "time-and-place"
    STOP_AND_TIME = "stop-and-time"
    STOP_AND_PLACE = "stop-and-place"
    ONLY_ONE = "only-one"


class _Sign(StrEnum):
    TIME = "time"
    PLACE = "place"
    STOP = "stop"


_PAIRS = {
    frozenset({_Sign.TIME, _Sign.PLACE}): Risk.TIME_AND_PLACE,
    frozenset({_Sign.STOP, _Sign.TIME}): Risk.STOP_AND_TIME,
    frozenset({_Sign.STOP, _Sign.PLACE}): Risk.STOP_AND_PLACE,
}

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_WELSH_DAYS = "llun|mawrth|mercher|iau|gwener|sadwrn|sul"
_TIME = re.compile(
    rf"(?<!\w)(?=\w)(?:yesterday|last night|this morning|(?:last|on|this|one) (?:{_DAYS})|"
    rf"(?:{_DAYS}) (?:morning|afternoon|evening|night)|"
    r"last (?:week|weekend|month|year|summer|winter|spring|autumn|christmas)|"
    r"\w{1,8} (?:days?|weeks?|months?|years?) ago|"
    rf"(?:{'|'.join(sorted(MONTHS))}) (?:of )?(?:19|20)\d\d|"
    rf"at (?:about |around )?\d{{1,2}}(?:[:.]\d\d)?[ ]?(?:am|pm|o'clock)|"
    rf"ddoe|neithiwr|bore '?ma|(?:dydd|nos) (?:{_WELSH_DAYS})|(?:wythnos|mis|blwyddyn|haf|gaeaf) diwethaf|llynedd|"
    r"\w{1,8} (?:diwrnod|wythnos|mis|blynedd) yn ôl|am \d{1,2} o'r gloch)(?!\w)",
    re.IGNORECASE,
)
_AT = (
    r"(?:at|near|outside|inside|in|by|around|from|through|opposite|ger|wrth|yn|ym|yng|ar|tu allan i|tu fas i|"
    r"o flaen|yng nghanol|At|Near|Outside|Inside|In|By|Yn|Ym|Yng|Ger|Wrth)"
)
_PLACE = re.compile(rf"(?<!\w){_AT} (?:the |y |yr )?(?P<name>[^\W\d_][\w'-]{{1,30}})")
_KNOWN_PLACE = re.compile(
    r"(?<!\w)(?:[\w'-]{2,30} (?:station|underground|tube|shopping centre|high street|market|airport|stadium|arena|"
    r"mosque|church|synagogue|temple|gurdwara|park|bridge|common|tesco|asda|sainsbury's|lidl|aldi|westfield)|"
    r"(?:gorsaf|maes awyr|marchnad|parc|canolfan siopa|stadiwm|eglwys|capel|mosg) [\w'-]{2,30}|stryd fawr|"
    r"[A-Z]{1,2}\d[A-Z\d]?)(?!\w)"
)
# Words with a capital after "in" or "at" that name no place where one could be met.
_NOT_PLACES = word_set(
    """
    i article section part schedule annex question chapter paragraph act parliament court england britain wales
    scotland europe uk gb eu us usa american general law english welsh british public police government home
    office human rights data bill code china russia cymru lloegr prydain prydeinig senedd saesneg gymraeg
    cymraeg gymru nghymru mhrydain january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday ionawr chwefror mawrth ebrill mai mehefin
    gorffennaf awst medi hydref tachwedd rhagfyr facial recognition live lfr frt cctv ai ico met my our the this
    that all any favour no
    """
)
_STOP_WORDS = (
    r"(?:stopped|searched|arrested|detained|questioned|handcuffed|scanned|misidentified|mis-identified|identified|matched|"
    r"flagged|cautioned|held|charged|pulled over|strip[- ]searched|picked out|fined)"
)
_STOP = re.compile(
    rf"(?<!\w)(?=\w)(?:(?:was|were|been|got|being|am|are|get) (?:\w{{1,15}} ){{0,2}}{_STOP_WORDS}|"
    rf"{_STOP_WORDS} (?:and (?:\w{{1,12}} )?)?(?:me|us|him|them|my \w{{1,15}}|our \w{{1,15}})|"
    r"in (?:police )?custody|"
    r"(?:ces|cefais|ges|gefais|cafodd|gafodd|cawsom|cawson|gawsom|cael|gael|wedi) (?:i |ni |o |hi )?"
    r"(?:[\w']{1,12} ){0,3}"
    r"(?:stopio|hatal|atal|arestio|harestio|chwilio|harchwilio|archwilio|holi|sganio|cadw|cam-adnabod|nghadw|nal)|"
    r"(?:stopiwyd|ataliwyd|arestiwyd|chwiliwyd|daliwyd|holwyd) (?:fi|ni|fy|ein|e|hi|fo)|yn y ddalfa)(?!\w)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?<!\w)(?=\w)(?:(?:i am|i'm|i was|we are|we're|we were|he is|she is|as) (?:\w{1,10} )?the only|"
    r"(?:fi|ni|ef|hi) (?:yw|ydy|ydi|oedd)'r unig|(?:fi|ni|hi)'r unig|fel yr unig)(?!\w)",
    re.IGNORECASE,
)


def risks(text: str) -> set[Risk]:
    """Return what `text` may give away; an empty set is no promise that it gives nothing away."""
    folded = fold(text).text
    found = {Risk.ONLY_ONE} if _ONLY.search(folded) else set()
    latest: dict[_Sign, int] = {}
    for place, sign in sorted(_signs(folded)):
        for other, at in latest.items():
            if other is not sign and place - at <= NEAR:
                found.add(_PAIRS[frozenset({other, sign})])
        latest[sign] = place
    return found


def _signs(text: str) -> Iterator[tuple[int, _Sign]]:
    for finder, sign in ((dates, _Sign.TIME), (postcodes, _Sign.PLACE), (streets, _Sign.PLACE)):
        yield from ((each.start, sign) for each in finder(text))
    for pattern, sign in ((_TIME, _Sign.TIME), (_KNOWN_PLACE, _Sign.PLACE), (_STOP, _Sign.STOP)):
        yield from ((match.start(), sign) for match in pattern.finditer(text))
    for match in _PLACE.finditer(text):
        name = match["name"]
        if not name[0].islower() and name.lower() not in _NOT_PLACES:
            yield match.start(), _Sign.PLACE

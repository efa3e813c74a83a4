"""E-mail addresses, as they are typed and as they are disguised.

Time is in proportion to the text: a run of characters is entered only at its first one (the look-behind names the
same characters as the run), runs are possessive, and every other repeat has a bound. So it is in the other finders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.found import Found, Kind

_LOCAL = r"[\w.+%&'~=/!#$*?^{}|-]"
_AT = r"(?:[ ]?@[ ]?|[ ]{0,2}[\[({<][ ]?(?:at|@)[ ]?[\])}>][ ]{0,2}|[ ]{0,2}\*at\*[ ]{0,2})"
_DOT = r"(?:\.|[ ]{0,2}[\[({<][ ]?(?:dot|\.)[ ]?[\])}>][ ]{0,2}|[ ]{1,2}dot[ ]{1,2})"
_LABEL = r"[\w-]{1,63}"
_PROVIDER = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|live|msn|aol|btinternet|protonmail|proton|sky|"
    r"virginmedia|talktalk|ntlworld|mail|me)"
)
_EMAIL_TIGHT = re.compile(rf"(?<!{_LOCAL}){_LOCAL}++@[\w-]++(?:\.[\w-]+)*+")
_EMAIL_SPELT = re.compile(rf"(?<!{_LOCAL}){_LOCAL}++{_AT}{_LABEL}(?:{_DOT}{_LABEL}){{1,4}}", re.IGNORECASE)
_EMAIL_SPOKEN = re.compile(
    rf"(?<!{_LOCAL}){_LOCAL}++(?:[ ](?:dot|underscore|dash|hyphen)[ ]{_LOCAL}++){{0,3}}[ ]{{1,2}}at[ ]{{1,2}}"
    rf"(?:{_LABEL}(?:[ ]{{1,2}}dot[ ]{{1,2}}{_LABEL}){{1,4}}|{_PROVIDER}(?:\.[\w-]{{2,10}}){{1,2}})",
    re.IGNORECASE,
)
_LOCAL_EDGE = ".+%&'~=/!#$*?^{}|-"


def emails(text: str) -> Iterator[Found]:
    """Find e-mail addresses, also with the at sign or the dots in brackets or in words."""
    if "@" in text:
        yield from _emails(_EMAIL_TIGHT, text)
    lower = text.lower()
    if "@" in text or "at" in lower:
        yield from _emails(_EMAIL_SPELT, text)
    if " at " in lower:
        yield from _emails(_EMAIL_SPOKEN, text)


def _emails(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        found = match.group()
        start = match.end() - len(found.lstrip(_LOCAL_EDGE))
        if text[start] != "@" and any(map(str.isalpha, found.rpartition("@")[2])):
            yield Found(start, match.end(), Kind.EMAIL)

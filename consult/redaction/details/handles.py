"""Names on social networks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.found import Found, Kind
from consult.redaction.names.word_classes import is_ordinary
from consult.redaction.names.word_sets import word_set

_HANDLE = re.compile(r"(?<![\w@.])@\w(?:[\w.-]{0,40}\w)?(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})?")
_CLOCK = re.compile(r"@\d{1,2}(?:[:.]\d\d)?(?:[ap]m)?", re.IGNORECASE)
_NETWORK = (
    r"(?:instagram|insta|ig|twitter|tik[ ]?tok|snap[ ]?chat|snap|telegram|discord|bluesky|threads|youtube|facebook|"
    r"fb|linkedin|mastodon|signal|reddit|twitch)"
)
_NAMED_HANDLE = re.compile(
    rf"(?<!\w)(?:{_NETWORK}(?:[ ](?:handle|name|user[ ]?name|user|account|id|tag))?(?:[ ](?:is|yw|ydy)[ ]|[ ]?[:=])"
    rf"|(?:user[ ]?name|handle|screen[ ]name|enw[ ]defnyddiwr)(?:[ ](?:is|yw|ydy)[ ]|[ ]?[:=]))[ ]?"
    r"(?P<hit>@?[\w.-]{2,40})",
    re.IGNORECASE,
)
# "I am on TikTok as jazzy.b", and not "they used it on Facebook as evidence".
_KNOWN_AS = re.compile(rf"(?<!\w){_NETWORK}[ ](?:as|under|fel)[ ](?P<hit>@?[\w.-]{{2,40}})", re.IGNORECASE)
_TAGGED_HANDLE = re.compile(r"(?<![\w/])/?u/[\w-]{3,24}")
_NOT_A_HANDLE = word_set(
    """
    not on the a an in my his her their also just very really too banned public private
    """
)


def handles(text: str) -> Iterator[Found]:
    """Find names on social networks: `@name`, `u/name`, and the word after "my handle is"."""
    for match in _HANDLE.finditer(text):
        if not _CLOCK.fullmatch(match.group()) and not match.group()[1:].isdecimal():
            yield Found(match.start(), match.end(), Kind.HANDLE)
    for match in _TAGGED_HANDLE.finditer(text):
        yield Found(match.start(), match.end(), Kind.HANDLE)
    for match in _NAMED_HANDLE.finditer(text):
        hit = match.group("hit").rstrip(".-")
        if hit and hit.lower() not in _NOT_A_HANDLE:
            yield Found(match.start("hit"), match.start("hit") + len(hit), Kind.HANDLE)
    for match in _KNOWN_AS.finditer(text):
        hit = match["hit"].rstrip(".-")
        if hit and not all(is_ordinary(part, welsh=True) for part in hit.lower().split("-")):
            yield Found(match.start("hit"), match.start("hit") + len(hit), Kind.HANDLE)

"""Web addresses, with and without their scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.found import Found, Kind
from consult.redaction.names.word_sets import word_set

# Square brackets only in pairs and without spaces, as around an IPv6 address: an address never runs into a mask.
_ANY = r"(?:[^\s<>\"\[\]]|\[[\w:.%-]{0,45}\])"
_WITH_SCHEME = re.compile(rf"(?:h(?:tt|xx)ps?|ftp)(?:://|\[:\]//|:\\\\){_ANY}++|www\d?\.{_ANY}++", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![\w@.-])[\w-]++(?:(?:\.|\[\.\]|[ ]?[\[(]dot[\])][ ]?)[\w-]++)++", re.IGNORECASE)
_BRACKETED_DOT = re.compile(r"\[\.\]| ?[\[(]dot[\])] ?", re.IGNORECASE)
_REST = re.compile(rf"(?::\d{{1,5}})?(?:[/?#]{_ANY}*+)?")
_CLOSERS = ".,;:!?'\"”»)]}*_"

# Endings that are taken for an address wherever they stand.
_SURE_ENDINGS = word_set(
    """
    com org net uk gov edu ac mil int info biz eu io london wales cymru scot ie de fr es nl pl pt ro lt lv ee cz
    sk hu gr cy mt se dk fi ru ua tr cn jp kr hk sg pk bd lk ng gh ke za zw ug tz au nz ca br mx ar xyz dev
    """
)
# Endings that are words too ("the cameras.In my view"): taken only before a path.
_WORDLIKE_ENDINGS = word_set(
    """
    in is it me so to us no my at be by as am do co ai tv ly gl gg fm la id ma sh st cc app news social site
    online club shop blog live link page tech digital media video life world today team email space website
    store one
    """
)
# Every ending of two letters is a country, and counts after one of these.
_COUNTRY = 2
_SECOND_LEVELS = frozenset({"co", "com", "org", "net", "ac", "gov"})
# The name that the government's website goes by tells nothing about a resident.
_PLAIN_NAMES = frozenset({"gov.uk"})


def web_addresses(text: str) -> Iterator[Found]:
    """Find web addresses, with or without `https://` and `www.`."""
    for match in _WITH_SCHEME.finditer(text):
        if match.start() == 0 or not text[match.start() - 1].isalnum():
            yield Found(match.start(), _without_closers(text, match.start(), match.end()), Kind.WEB_ADDRESS)
    for match in _DOTTED.finditer(text):
        rest = _REST.match(text, match.end())
        end = _without_closers(text, match.end(), rest.end()) if rest else match.end()
        if _is_host(match.group(), has_path=end > match.end()):
            yield Found(match.start(), end, Kind.WEB_ADDRESS)


def _without_closers(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(_CLOSERS))


def _is_host(dotted: str, *, has_path: bool) -> bool:
    host = _BRACKETED_DOT.sub(".", dotted).lower()
    labels = host.split(".")
    if host in _PLAIN_NAMES:
        return has_path
    if not any(map(str.isalpha, labels[-2])):
        return False
    if labels[-1] in _SURE_ENDINGS or (len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND_LEVELS):
        return True
    return has_path and labels[-1] in _WORDLIKE_ENDINGS

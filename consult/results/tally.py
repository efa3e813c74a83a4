"""The one thing the results are made from: how many records share an option, and the sum of their record keys."""

from __future__ import annotations

from dataclasses import dataclass, field

EVERYONE = ""
"""The attribute (and value) of a tally that is not broken down."""

RESPONSES = ""
"""The question (and option) of the tally that counts whole responses."""

RECORD_KEYS = 256
"""Record keys run from 0 to one less than this."""

LANGUAGE, WAY, VERSION = "_language", "_way", "_version"
"""Attributes that every response has: the language of its pages, how it came, and which version of the pack it
answers. No id of a pack begins with a low line."""

CITED = "_cited"
"""The question of the tallies that count who named a source; the option is the source's id."""

OURS = frozenset({LANGUAGE, WAY, VERSION})
"""The attributes that are no question of a pack."""

ADVANCE_AFTER = 10
"""The numbers of a group that are shown move only when this many people have come to it or left it since."""

ADVANCE_SHARE = 4
"""They also wait until those are one in this many of all who had come or left before; see `advancing.is_due`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count and the sum of the record keys behind it, before any disclosure control. Never shown as it is.

    Neither number is in the tally's own text, so a tally that lands in a log or an error gives nothing away.

    `question` and `option` are pack ids, or both `RESPONSES` for the count of whole responses. `attribute` and
    `value` are an about-you question's id and option id, or both `EVERYONE`.
    """

    question: str
    option: str
    count: int = field(repr=False)
    key_sum: int = field(repr=False)
    attribute: str = EVERYONE
    value: str = EVERYONE

"""Type sizes and space, in points, for each edition; and the colours.

At least 12 points for everything in the standard edition and 18 in large print (Clear Print and GOV.UK guidance;
the Royal National Institute of Blind People's large print starts at 16). Text stands out from white by 7 to 1 or
more (WCAG 2.2, 1.4.6).
"""

from __future__ import annotations

from dataclasses import dataclass

from consult.documents.model import Edition


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in points. `line` is the line height as a multiple of the size, `rule` the distance of ruled lines."""

    body: int
    title: int
    headings: tuple[int, int, int]
    line: float
    after: int
    rule: int


INK, QUIET, LINK, LINE = "0B0C0C", "444444", "1A3E8C", "8A8A8A"
"""The colours of text, of lesser text, of links, and of rules, as RGB in hexadecimal."""

SIZES = {
    Edition.STANDARD: Sizes(body=12, title=24, headings=(18, 14, 12), line=1.25, after=8, rule=26),
    Edition.LARGE: Sizes(body=18, title=28, headings=(24, 20, 18), line=1.3, after=12, rule=36),
}

"""What was done to the numbers, and why they may not add up: in words, for every page, file and report.

`docs/methodology.md` is the same text; `python -m consult.results.method` writes it again.
"""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path
from typing import NamedTuple

from consult.results.perturbation import FURTHEST, RAMP, ROUNDING, THRESHOLD
from consult.results.protected import SAFE_BASE
from consult.results.tally import ADVANCE_AFTER, ADVANCE_SHARE

USUALLY = 10
"""Nineteen numbers in twenty are no further than this from their count."""

APART = 15
"""Two numbers that are less than this apart may be the same: twice the standard deviation of a difference."""

AT_MOST = 78
"""In how many of a hundred cases, at most, the strongest reader tells which of two answers somebody gave."""

_PAGE = Path(__file__).parents[2] / "docs" / "methodology.md"


class Part(NamedTuple):
    """A heading and what stands below it, paragraph by paragraph."""

    heading: str
    paragraphs: tuple[str, ...]


class Source(NamedTuple):
    """Where a part of the method comes from. Titles are as their authors wrote them."""

    title: str
    address: str


SOURCES = (
    Source(
        "Office for National Statistics, “Protecting personal data in Census 2021 results”",
        "https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/"
        "methodologies/protectingpersonaldataincensus2021results",
    ),
    Source(
        "Office for National Statistics, cell-key-perturbation 3.1.0 (the program that our numbers agree with)",
        "https://github.com/ONSdigital/cell-key-perturbation",
    ),
    Source(
        "Tobias Enderle, “Introduction to the ptable-Package” (noise of maximum entropy)",
        "https://cran.r-project.org/web/packages/ptable/vignettes/introduction.html",
    ),
    Source(
        "NHS Digital, “Disclosure control methodology for Hospital Episode Statistics” (rounding to five)",
        "https://digital.nhs.uk/data-and-information/data-tools-and-services/data-services/"
        "hospital-episode-statistics/change-to-disclosure-control-methodology-for-hes-and-ecds-from-september-2018",
    ),
    Source(
        "Hassan Asghar, “Averaging Attacks on TableBuilder” (why many noisy looks tell more than one)",
        "https://hasghar.github.io/blog/tablebuilder/",
    ),
)
"""What the method rests on, read for it."""


def noise(words: NullTranslations) -> str:
    """Return in one paragraph what was done to every number: the least that any page or file says."""
    said = words.gettext(
        "Every number has been through the cell-key method of the Office for National Statistics: it is moved up "
        "or down at random, usually by %(usually)s at most and never by more than %(furthest)s, to a multiple of "
        "%(rounding)s. No number under %(threshold)s is shown, nor any that stands for fewer people."
    )
    return said % {"usually": USUALLY, "furthest": FURTHEST, "rounding": ROUNDING, "threshold": THRESHOLD}


def parts(words: NullTranslations) -> tuple[Part, ...]:
    """Return the whole method, part by part."""
    say = words.gettext
    return (
        Part(say("What was done to the numbers"), (noise(words), *_done(words))),
        Part(say("Why they may not add up"), _not_adding_up(words)),
        Part(say("How far they can be trusted"), _trust(words)),
        Part(say("What this protects from, and what not"), _protects(words)),
    )


def _done(words: NullTranslations) -> tuple[str, ...]:
    alike = words.gettext(
        "The same number is moved in the same way on every page and in every file. So asking twice tells nothing "
        "more."
    )
    small = words.gettext(
        "Numbers from %(threshold)s to %(last)s are often held back too, the smaller the more often. Otherwise the "
        "moment at which a number appears would say what one person answered. Where one group is held back, a "
        "second is."
    )
    late = words.gettext(
        "Numbers of a group move only when at least %(after)s people have come to it or left it, and one in "
        "%(share)s of all who had before. So numbers can be a little behind, some groups more than others."
    )
    return (
        alike,
        small % {"threshold": THRESHOLD, "last": THRESHOLD + RAMP - 2},
        late % {"after": ADVANCE_AFTER, "share": ADVANCE_SHARE},
    )


def _not_adding_up(words: NullTranslations) -> tuple[str, ...]:
    return (
        words.gettext(
            "Each number is moved by itself, so rows do not add up to a total, nor groups to everyone. Small "
            "numbers are left out. People may leave out any question. No number is changed to make a sum come "
            "right."
        ),
        words.gettext(
            "How many answered a question is the sum of the numbers that are shown for it, and never more than all "
            "responses. It is about right, and too low where a number is held back."
        ),
    )


def _trust(words: NullTranslations) -> tuple[str, ...]:
    size = words.gettext(
        "Small and large numbers are moved alike. On average nothing is added or taken off; the standard deviation "
        "is 5. That is 10 in 100 for 50 responses, 2.5 in 100 for 200, and 0.5 in 100 for 1,000."
    )
    apart = words.gettext(
        "Two numbers that are less than %(apart)s apart may well be the same. There are no percentages of fewer "
        "than %(base)s."
    )
    people = words.gettext(
        "These numbers come from people who chose to share their answers. They are not a sample of the public."
    )
    return size, apart % {"apart": APART, "base": SAFE_BASE}, people


def _protects(words: NullTranslations) -> tuple[str, ...]:
    newest = words.gettext(
        "Take a reader who knows what everybody but one person answered, and compares all numbers, groups "
        "included, before and after that person came. Such a reader can tell which of two answers the person gave "
        "in at most %(most)s cases of 100. Without any numbers it would be 50."
    )
    return (
        newest % {"most": AT_MOST},
        words.gettext(
            "Somebody who knows as much and keeps every page for months can tell more often. So can somebody who "
            "sends in many answers to make numbers move. And where nearly all in a group gave the same answer, "
            "that is plain to see."
        ),
    )


def markdown(words: NullTranslations) -> str:
    """Return the whole method with its sources as a page in Markdown."""
    lines = ["# " + words.gettext("About these numbers")]
    for part in parts(words):
        lines += ["## " + part.heading, *part.paragraphs]
    lines.append("## " + words.gettext("Where the method comes from"))
    lines.append("\n".join(f"- {source.title}: <{source.address}>" for source in SOURCES))
    return "\n\n".join(lines) + "\n"


if __name__ == "__main__":
    _PAGE.write_text(markdown(NullTranslations()), encoding="utf-8")

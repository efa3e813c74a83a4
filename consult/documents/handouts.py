"""A poster and a leaflet that lead to a campaign: what they say, before anyone decides in which file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from gettext import NullTranslations

from babel.dates import format_date

from consult.documents.qr_code import QrCode


class Kind(StrEnum):
    """A poster fills an A4 page and is read from afar; a leaflet fills an A5 page and is read in the hand."""

    POSTER = "poster"
    LEAFLET = "leaflet"


class Part(StrEnum):
    """What a line is for. A renderer gives each part one style."""

    NAME = "name"
    ASKED = "asked"
    BODY = "body"
    STEP = "step"
    ADDRESS = "address"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `language` is a BCP 47 tag, or None for the handout's own."""

    part: Part
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """What a handout needs to know. `language` is the tag of the organiser's own words."""

    title: str
    organiser: str
    contact: str
    introduction: str
    language: str
    asked: str
    """The title of the consultation, in English."""
    body: str
    """Whose consultation it is, in English."""
    address: str
    last_day: date | None
    over_since: date | None
    """The day on which the consultation itself closed, once it is over."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A handout. The code for telephones stands between what comes before and what comes after.

    `alternative` says in words what the code is. `language` is a BCP 47 tag: "en" or "cy".
    """

    kind: Kind
    language: str
    title: str
    before: tuple[Line, ...]
    address: str
    alternative: str
    after: tuple[Line, ...]

    @property
    def code(self) -> QrCode:
        """The code that leads to the address. Paper on a wall gets torn."""
        return QrCode(self.address, "q")


def build_handout(kind: Kind, campaign: Campaign, *, words: NullTranslations, language: str) -> Handout:
    """Return a handout in a language. What the organiser wrote and the official title stay in their own."""
    _ = words.gettext
    shown = _shown(campaign.address)
    return Handout(
        kind,
        language,
        title=campaign.title,
        before=tuple(_before(kind, campaign, words, language)),
        address=campaign.address,
        alternative=_("Code for telephones that leads to %(address)s") % {"address": shown},
        after=tuple(_after(campaign, words)),
    )


def _before(kind: Kind, campaign: Campaign, words: NullTranslations, language: str) -> Iterator[Line]:
    _ = words.gettext
    yield Line(Part.NAME, campaign.title, campaign.language)
    yield Line(Part.BODY, _("Say what you think, in your own words:"))
    yield Line(Part.ASKED, campaign.asked, "en")
    if kind is Kind.LEAFLET:
        for text in campaign.introduction.split("\n\n"):
            if text.strip():
                yield Line(Part.BODY, text.strip(), campaign.language)
        if campaign.introduction:
            yield Line(Part.SMALL, _("Words of the organiser."))
        yield Line(Part.STEP, _("Answer only what matters to you. One question takes a few minutes."))
        yield Line(Part.STEP, _("You get a document with your answers. You send it yourself."))
        yield Line(Part.STEP, _("We never ask who you are to answer. Share an anonymous count, or nothing."))
    if campaign.over_since:
        day = {"day": _day(campaign.over_since, language)}
        yield Line(Part.BODY, _("The consultation itself closed on %(day)s.") % day)
    if campaign.last_day:
        yield Line(Part.BODY, _("You can share until %(day)s.") % {"day": _day(campaign.last_day, language)})
    yield Line(Part.ADDRESS, _shown(campaign.address))


def _after(campaign: Campaign, words: NullTranslations) -> Iterator[Line]:
    _ = words.gettext
    yield Line(Part.BODY, _("Point a telephone's camera at the code, or type the address."))
    if campaign.organiser:
        yield Line(Part.BODY, _("Organised by %(name)s") % {"name": campaign.organiser})
    if campaign.contact:
        yield Line(Part.SMALL, _("Questions? %(contact)s") % {"contact": campaign.contact})
    yield Line(Part.SMALL, _("This is not the %(body)s, and not a government site.") % {"body": campaign.body})


def _shown(address: str) -> str:
    """Return an address as people type it."""
    return address.removeprefix("https://").removeprefix("http://")


def _day(day: date, language: str) -> str:
    return format_date(day, "d MMMM y", locale=language)

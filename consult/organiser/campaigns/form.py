"""The form in which an organiser says and chooses everything about a campaign."""

from __future__ import annotations

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired

from consult.organiser.campaigns.fields import PARTS, AtMost, OneOf, day_of, each_once, line, parts_of, texts
from consult.packs.model import Pack
from consult.store.campaign_plan import (
    LONGEST_CONTACT,
    LONGEST_INTRODUCTION,
    LONGEST_ORGANISER,
    LONGEST_PRIVACY,
    LONGEST_ROUTE,
    LONGEST_TITLE,
    Leftover,
    Plan,
    days_fit,
)
from consult.web.forms import Form, Problem
from consult.web.languages import LANGUAGES

ALL, SOME, NONE = "all", "some", "none"
LONGEST_VERSION = 9


class CampaignForm(Form):
    """A campaign's plan. Its texts are plain: paragraphs and nothing else."""

    version = HiddenField()
    title = StringField(
        lazy_gettext("Name of the campaign"),
        filters=[line],
        description=lazy_gettext("Residents see it on their pages and on the poster."),
        validators=[DataRequired(lazy_gettext("Give the campaign a name.")), AtMost(LONGEST_TITLE)],
    )
    organiser = StringField(
        lazy_gettext("Who you are"),
        filters=[line],
        description=lazy_gettext("The name of your group or organisation."),
        validators=[DataRequired(lazy_gettext("Say who you are.")), AtMost(LONGEST_ORGANISER)],
    )
    contact = StringField(
        lazy_gettext("How to reach you"),
        filters=[line],
        description=lazy_gettext("Such as an email address. Residents see it, so do not use a private one."),
        validators=[DataRequired(lazy_gettext("Say how residents can reach you.")), AtMost(LONGEST_CONTACT)],
    )
    introduction = TextAreaField(
        lazy_gettext("A short introduction"),
        filters=[texts],
        description=lazy_gettext(
            "Why you ask. Plain text: an empty line begins a new paragraph, and links cannot be clicked."
        ),
        validators=[AtMost(LONGEST_INTRODUCTION)],
    )
    language = StringField(
        lazy_gettext("In which language are these words?"),
        validators=[OneOf(tuple(LANGUAGES))],
    )
    route = SelectMultipleField(
        lazy_gettext("A short route"),
        filters=[each_once],
        description=lazy_gettext(
            "The questions that you find most useful to residents come first. All others stay one click away."
        ),
        choices=(),
        validate_choice=False,
    )
    guides = StringField(
        lazy_gettext("Points of both sides"),
        description=lazy_gettext(
            "Short points that others made, always from both sides. You can choose questions, not a side."
        ),
        validators=[OneOf((ALL, SOME, NONE))],
    )
    guided = SelectMultipleField(
        lazy_gettext("Questions that show the points of both sides"),
        filters=[each_once],
        choices=(),
        validate_choice=False,
    )
    opens_on_day = StringField(lazy_gettext("First day"), filters=[line])
    opens_on_month = StringField(filters=[line])
    opens_on_year = StringField(filters=[line])
    closes_on_day = StringField(lazy_gettext("Last day"), filters=[line])
    closes_on_month = StringField(filters=[line])
    closes_on_year = StringField(filters=[line])
    leftover = StringField(
        lazy_gettext("Answers that still wait at the end"),
        description=lazy_gettext("Answers are counted in groups of ten. At the end, fewer than ten may be left."),
        validators=[OneOf(tuple(Leftover))],
    )
    privacy = TextAreaField(
        lazy_gettext("Privacy notice"),
        filters=[texts],
        description=lazy_gettext("Leave it empty to use ours, which follows what this site does."),
        validators=[AtMost(LONGEST_PRIVACY)],
    )

    def offered(self) -> dict[str, list[tuple[str, str]]]:
        """Return the values and words to choose from, for each field with such a choice."""
        return {
            "language": list(LANGUAGES.items()),
            "guides": [
                (ALL, _("Show them on every question")),
                (SOME, _("Show them on the questions that I pick")),
                (NONE, _("Do not show them")),
            ],
            "leftover": [
                (Leftover.DISCARD.value, _("Delete them: the safest for those people")),
                (
                    Leftover.RELEASE.value,
                    _("Count them with the earlier ones, if there are ten or more. Their words are deleted."),
                ),
            ],
        }

    def typed_day(self, name: str) -> list[str]:
        """Return the three parts of a day as they were typed."""
        return [str(self[f"{name}_{part}"].data) for part in PARTS]

    def day(self, name: str) -> date | None:
        """Return a day; None where none was typed, or what was typed is none."""
        return day_of(self.typed_day(name))

    def faults(self, pack: Pack, today: date) -> list[Problem]:
        """Return what is wrong, in the order of the fields, and put it at them. Call after `validate`."""
        self._together(today)
        known = {question.id for question in pack.questions}
        for field in (self.route, self.guided):
            if not known.issuperset(field.data or ()):
                self._add(field.name, _("Choose from the questions in the list."))
        if len(self.route.data or ()) > LONGEST_ROUTE:
            self._add("route", _("A short route has %(most)s questions at most.", most=LONGEST_ROUTE))
        return self.problems()

    def plan(self) -> Plan:
        """Return the plan in the form, once it has no faults."""
        picked = {ALL: None, SOME: tuple(self.guided.data or ()), NONE: ()}
        return Plan(
            title=self.title.data,
            language=self.language.data,
            organiser=self.organiser.data,
            contact=self.contact.data,
            introduction=self.introduction.data,
            privacy=self.privacy.data,
            guides=picked[self.guides.data],
            route=tuple(self.route.data or ()),
            opens_on=self.day("opens_on"),
            closes_on=self.day("closes_on"),
            leftover=Leftover(self.leftover.data),
        )

    def version_typed(self) -> int:
        """Return the version of the plan that the form was made from; 0 for anything that is none."""
        text = self.version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_VERSION else 0

    def _together(self, today: date) -> None:
        for name in ("opens_on", "closes_on"):
            if any(self.typed_day(name)) and self.day(name) is None:
                self._add(f"{name}_day", _("Type a real day, such as 31 3 2027, or leave all three parts empty."))
        if not days_fit(self.day("opens_on"), self.day("closes_on")):
            self._add("closes_on_day", _("The last day comes before the first day. Change one of them."))
        elif self._is_newly_over(today):
            self._add("closes_on_day", _("The last day has passed already. Choose a later one, or none."))
        if self.guides.data == SOME and not self.guided.data:
            self._add("guided", _("Pick at least one question, or choose not to show the points."))

    def _is_newly_over(self, today: date) -> bool:
        """Say whether the last day has passed, and was not the last day before."""
        closes_on = self.day("closes_on")
        before = [str(self[f"closes_on_{part}"].object_data or "") for part in PARTS]
        return closes_on is not None and closes_on < today and closes_on != day_of(before)

    def _add(self, name: str, text: str) -> None:
        self[name].errors = [*self[name].errors, text]


def values_of(plan: Plan, version: int) -> dict[str, object]:
    """Return what to put in the form's fields for a plan."""
    guides = ALL if plan.guides is None else (SOME if plan.guides else NONE)
    names = ("title", "language", "organiser", "contact", "introduction", "privacy")
    days = {"opens_on": parts_of(plan.opens_on), "closes_on": parts_of(plan.closes_on)}
    typed = {
        f"{name}_{part}": text for name, parts in days.items() for part, text in zip(PARTS, parts, strict=True)
    }
    return (
        {name: getattr(plan, name) for name in names}
        | typed
        | {
            "version": str(version),
            "guides": guides,
            "guided": list(plan.guides or ()),
            "route": list(plan.route),
            "leftover": plan.leftover.value,
        }
    )

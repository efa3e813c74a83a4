"""The form for what goes into the document only: who responds, and how it should look."""

from __future__ import annotations

from flask_babel import get_translations, lazy_gettext
from flask_babel import gettext as _
from wtforms import BooleanField, Field, StringField, TextAreaField, ValidationError

from consult.answers.cleaning import clean
from consult.documents.details import (
    CONTACT_LIMIT,
    NAME_LIMIT,
    REASON_LIMIT,
    SOURCE_LIMIT,
    SOURCES,
    SUMMARY_POINT_LIMIT,
    SUMMARY_POINTS,
    Capacity,
    Confidentiality,
    Details,
    lines_of,
)
from consult.documents.faces import FACES
from consult.web.forms import Form


class AtMost:
    """Refuses a text that is longer than the document has room for."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, _form: Form, field: Field) -> None:
        """Raise `ValidationError` for a text over the limit."""
        if len(clean(field.data or "").text) > self.limit:
            raise ValidationError(
                _("%(name)s: write %(limit)s characters at most.", name=field.label.text, limit=self.limit)
            )


class Lines:
    """Refuses too many lines, or a line that is too long."""

    def __init__(self, most: int, limit: int) -> None:
        self.most = most
        self.limit = limit

    def __call__(self, _form: Form, field: Field) -> None:
        """Raise `ValidationError` for too many or too long lines."""
        lines = lines_of(field.data or "")
        if len(lines) > self.most:
            raise ValidationError(
                _("%(name)s: write %(most)s lines at most.", name=field.label.text, most=self.most)
            )
        if any(len(line) > self.limit for line in lines):
            raise ValidationError(
                _(
                    "%(name)s: write %(limit)s characters at most on a line.",
                    name=field.label.text,
                    limit=self.limit,
                )
            )


class DetailsForm(Form):
    """Everything about the document that is not an answer. All of it may be left out."""

    capacity = StringField(lazy_gettext("Who is responding?"))
    name = StringField(lazy_gettext("Your name"), validators=[AtMost(NAME_LIMIT)])
    contact = TextAreaField(
        lazy_gettext("How to reach you"),
        description=lazy_gettext("An email or a postal address."),
        validators=[AtMost(CONTACT_LIMIT)],
    )
    organisation = StringField(
        lazy_gettext("Name of the organisation"),
        description=lazy_gettext("Only if you respond for one."),
        validators=[AtMost(NAME_LIMIT)],
    )
    role = StringField(lazy_gettext("Your role in it"), validators=[AtMost(NAME_LIMIT)])
    summary = TextAreaField(
        lazy_gettext("Your main points"),
        description=lazy_gettext("Up to five, each on its own line, in your own words. They stand at the top."),
        validators=[Lines(SUMMARY_POINTS, SUMMARY_POINT_LIMIT)],
    )
    sources = TextAreaField(
        lazy_gettext("Things you read or mention"),
        description=lazy_gettext("Each on its own line. Web addresses become links."),
        validators=[Lines(SOURCES, SOURCE_LIMIT)],
    )
    confidential = BooleanField(lazy_gettext("Ask for my response to be kept confidential"))
    confidentiality_reason = TextAreaField(
        lazy_gettext("Why it should be confidential"),
        description=lazy_gettext("They may still have to publish it by law. A reason helps them decide."),
        validators=[AtMost(REASON_LIMIT)],
    )
    provenance = BooleanField(
        lazy_gettext("Say in the document that this site helped me, and that the words are mine")
    )
    large_print = BooleanField(lazy_gettext("Large print"))
    name_in_file_name = BooleanField(lazy_gettext("Put my last name in the name of the file"))
    face = StringField(lazy_gettext("Kind of file"))

    def __init__(self) -> None:
        super().__init__()
        if not self.is_submitted():
            self.provenance.data = True
        if self.face.data not in FACES:
            self.face.data = next(iter(FACES))
        if self.capacity.data not in {each.value for each in Capacity}:
            self.capacity.data = None

    def capacities(self) -> list[tuple[str, str]]:
        """Return the values and labels to choose `capacity` from."""
        return [
            (Capacity.INDIVIDUAL.value, _("Me, as a person")),
            (Capacity.ORGANISATION.value, _("An organisation")),
        ]

    def faces(self) -> list[tuple[str, str]]:
        """Return the values and labels to choose `face` from."""
        return [(face.key, face.named(get_translations())) for face in FACES.values()]

    def details(self) -> Details:
        """Return what was typed, for the document. It is never kept."""
        return Details(
            name=self.name.data or "",
            contact=self.contact.data or "",
            capacity=Capacity(self.capacity.data) if self.capacity.data else None,
            organisation=self.organisation.data or "",
            role=self.role.data or "",
            confidentiality=Confidentiality.ASKED if self.confidential.data else None,
            confidentiality_reason=self.confidentiality_reason.data or "",
            provenance=bool(self.provenance.data),
            summary=lines_of(self.summary.data or ""),
            sources=lines_of(self.sources.data or ""),
            large_print=bool(self.large_print.data),
            name_in_file_name=bool(self.name_in_file_name.data),
        )

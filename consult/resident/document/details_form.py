"""The form for what goes into the document only: who responds, and how it should look."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext
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
from consult.resident.document import details_choices as choices
from consult.web.forms import GUARD, Form
from consult.web.languages import current


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
    organisation = StringField(
        lazy_gettext("Name of the organisation"),
        description=lazy_gettext("Only if you respond for one."),
        validators=[AtMost(NAME_LIMIT)],
    )
    role = StringField(
        lazy_gettext("Your role in it"),
        description=lazy_gettext("Such as chair, teacher or owner."),
        validators=[AtMost(NAME_LIMIT)],
    )
    name = StringField(lazy_gettext("Your name"), validators=[AtMost(NAME_LIMIT)])
    contact = TextAreaField(
        lazy_gettext("How to reach you"),
        description=lazy_gettext("An email or a postal address."),
        validators=[AtMost(CONTACT_LIMIT)],
    )
    face = StringField(lazy_gettext("Kind of file"))
    document_language = StringField(
        lazy_gettext("Language of the document"),
        description=lazy_gettext("For headings and set phrases. Your words and the questions stay as they are."),
    )
    large_print = BooleanField(lazy_gettext("Large print"))
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
    confidentiality = StringField(
        lazy_gettext("Do you ask them to keep your response confidential?"),
        description=lazy_gettext(
            "They may still have to publish it by law. A note that your email adds by itself does not count."
        ),
    )
    confidentiality_reason = TextAreaField(
        lazy_gettext("Why it should be confidential"),
        description=lazy_gettext("Only if you ask. A reason helps them decide."),
        validators=[AtMost(REASON_LIMIT)],
    )
    written_in = StringField(
        lazy_gettext("The language you wrote in"),
        description=lazy_gettext("It helps screen readers and spelling checks to read your words right."),
    )
    provenance = BooleanField(
        lazy_gettext("Say in the document that this site helped me, and that the words are mine")
    )
    name_in_file_name = BooleanField(lazy_gettext("Put my last name in the name of the file"))

    def __init__(self) -> None:
        super().__init__()
        if not self.is_submitted():
            self.provenance.data = True
        if self.capacity.data not in {each.value for each in Capacity}:
            self.capacity.data = ""
        self.face.data = choices.known(self.face.data, choices.faces())
        self.document_language.data = choices.known(
            self.document_language.data, choices.document_languages(current())
        )
        self.confidentiality.data = choices.known(self.confidentiality.data, choices.confidentialities())
        self.written_in.data = choices.known(self.written_in.data, choices.written_in())

    def validate_capacity(self, field: Field) -> None:
        """Raise `ValidationError` for an organisation that the response may or may not speak for."""
        if not field.data and ((self.organisation.data or "").strip() or (self.role.data or "").strip()):
            raise ValidationError(_("You named an organisation or a role. Choose who is responding."))

    def validate_confidentiality(self, field: Field) -> None:
        """Raise `ValidationError` for a reason without a request."""
        if field.data != Confidentiality.ASKED and (self.confidentiality_reason.data or "").strip():
            raise ValidationError(_("You gave a reason. Choose “Yes, I ask for that”, or take the reason out."))

    def more_is_open(self) -> bool:
        """Say whether the part that most people leave out holds something, or something wrong."""
        texts = (self.summary, self.sources, self.confidentiality, self.confidentiality_reason, self.written_in)
        return (
            any(field.data or field.errors for field in texts)
            or bool(self.name_in_file_name.data)
            or not self.provenance.data
        )

    def about_the_writer(self) -> list[str]:
        """Return what was typed that tells who responds. It is compared in this request, and kept nowhere."""
        return [field.data for field in (self.name, self.contact, self.organisation) if field.data]

    def carried(self) -> list[tuple[str, str]]:
        """Return everything typed and chosen as the form would send it, for a page to carry on."""
        fields = [field for field in self if field.name != GUARD and field.data]
        return [(field.name, "y" if isinstance(field, BooleanField) else field.data) for field in fields]

    def details(self) -> Details:
        """Return what was typed, for the document. It is never kept."""
        asked = self.confidentiality.data
        return Details(
            name=self.name.data or "",
            contact=self.contact.data or "",
            capacity=Capacity(self.capacity.data) if self.capacity.data else None,
            organisation=self.organisation.data or "",
            role=self.role.data or "",
            confidentiality=Confidentiality(asked) if asked else None,
            confidentiality_reason=self.confidentiality_reason.data or "",
            provenance=bool(self.provenance.data),
            summary=lines_of(self.summary.data or ""),
            sources=lines_of(self.sources.data or ""),
            document_language=self.document_language.data,
            written_in=self.written_in.data or None,
            large_print=bool(self.large_print.data),
            name_in_file_name=bool(self.name_in_file_name.data),
        )

"""What an administrator chooses for a person: the role and the campaigns."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import lazy_gettext
from wtforms import HiddenField, RadioField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, DataRequired, Length

from consult.answers.cleaning import clean_line
from consult.store.campaigns import Campaign
from consult.store.organisers.roles import Role
from consult.web.forms import Form

LONGEST_ADDRESS = 254
"""In characters: RFC 5321, section 4.5.3.1.3, less the angle brackets."""


class PersonForm(Form):
    """A role, and campaigns."""

    role = RadioField(
        lazy_gettext("What may they do?"),
        choices=[role.value for role in Role],
        validate_choice=False,
        validators=[AnyOf([role.value for role in Role], lazy_gettext("Choose what they may do."))],
    )
    campaigns = SelectMultipleField(
        lazy_gettext("Which campaigns?"),
        description=lazy_gettext("An administrator sees every campaign, whatever is chosen here."),
        validate_choice=False,
    )

    version = HiddenField()

    @property
    def chosen_role(self) -> Role:
        """Return the role that was chosen. Call after `validate`."""
        return Role(self.role.data)

    def chosen_campaigns(self, there: Iterable[Campaign]) -> list[str]:
        """Return the short names of those campaigns that were chosen and are there."""
        chosen = set(self.campaigns.data or [])
        return [campaign.slug for campaign in there if campaign.slug in chosen]


class InviteForm(PersonForm):
    """Whom to invite, and as what."""

    email = StringField(
        lazy_gettext("Their email address"),
        filters=[lambda text: clean_line(text).text if text else text],
        validators=[
            DataRequired(lazy_gettext("Type their email address.")),
            Length(
                max=LONGEST_ADDRESS, message=lazy_gettext("Type their email address. This is too long for one.")
            ),
        ],
    )

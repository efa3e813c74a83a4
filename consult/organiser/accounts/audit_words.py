"""What the audit calls each `Action`, in words. One that is not here fails a test."""

from __future__ import annotations

from flask_babel import gettext as _

from consult.store.organisers.audit import Action, taken


def action_words() -> dict[str, str]:
    """Return each action's words, by name, in the language of the request; but for taking results: `words_for`."""
    return _about_accounts() | _about_campaigns()


def words_for(action: str) -> str:
    """Return an action in words, its name where there are none."""
    kind = taken(action)
    if kind:
        return _("Took the results as a file (%(kind)s)", kind=kind)
    return action_words().get(action, action)


def _about_accounts() -> dict[str, str]:
    return {
        Action.SIGNED_IN: _("Signed in"),
        Action.SIGNED_OUT_EVERYWHERE: _("Signed out everywhere"),
        Action.CHOSE_PASSWORD: _("Chose a password with a link"),
        Action.CHANGED_PASSWORD: _("Changed the password"),
        Action.SET_UP_AUTHENTICATOR: _("Set up an authenticator app"),
        Action.MADE_RECOVERY_CODES: _("Made new recovery codes"),
        Action.INVITED: _("Invited somebody"),
        Action.ADDED: _("Added an account"),
        Action.CHANGED_ROLE: _("Changed a role or campaigns"),
        Action.NEW_LINK: _("Made a new link for an account"),
        Action.SET_PASSWORD: _("Gave an account a new password"),
        Action.RESET_TWO_FACTOR: _("Reset a second step"),
        Action.SIGN_OUT: _("Signed somebody out everywhere"),
        Action.SWITCH_OFF: _("Switched an account off"),
        Action.SWITCH_ON: _("Switched an account on"),
        Action.REMOVE: _("Removed an account"),
        Action.SAW_RECORD: _("Looked at this record"),
    }


def _about_campaigns() -> dict[str, str]:
    return {
        Action.SAW_RESULTS: _("Looked at results"),
        Action.READ_COMMENTS: _("Read comments"),
        Action.COMPARED_CAMPAIGNS: _("Compared campaigns"),
        Action.HID_COMMENT: _("Hid a comment"),
        Action.SHOWED_COMMENT: _("Showed a hidden comment again"),
        Action.BEGAN_CAMPAIGN: _("Began a campaign"),
        Action.CHANGED_CAMPAIGN: _("Changed a campaign"),
        Action.OPENED_CAMPAIGN: _("Opened a campaign"),
        Action.PAUSED_CAMPAIGN: _("Paused a campaign"),
        Action.CLOSED_CAMPAIGN: _("Closed a campaign"),
        Action.TOOK_POSTER: _("Took a poster"),
        Action.TOOK_LEAFLET: _("Took a leaflet"),
        Action.TYPED_PAPER: _("Typed in paper booklets"),
    }

"""What the audit calls each thing, in words. An action that is not here fails a test."""

from __future__ import annotations

from flask_babel import gettext as _

TOOK_RESULTS = "took-results-"
"""How the name of taking a file begins; the kind of file follows."""


def action_words() -> dict[str, str]:
    """Return each action's words, by name, in the language of the request."""
    return _about_accounts() | _about_campaigns()


def words_for(action: str) -> str:
    """Return an action in words, its name where there are none."""
    if action.startswith(TOOK_RESULTS):
        return _("Took the results as a file (%(kind)s)", kind=action.removeprefix(TOOK_RESULTS))
    return action_words().get(action, action)


def _about_accounts() -> dict[str, str]:
    return {
        "signed-in": _("Signed in"),
        "signed-out-everywhere": _("Signed out everywhere"),
        "chose-password": _("Chose a password with a link"),
        "changed-password": _("Changed the password"),
        "set-up-authenticator": _("Set up an authenticator app"),
        "made-recovery-codes": _("Made new recovery codes"),
        "invited": _("Invited somebody"),
        "added": _("Added an account"),
        "changed-role": _("Changed a role or campaigns"),
        "new-link": _("Made a new link for an account"),
        "set-password": _("Gave an account a new password"),
        "reset-two-factor": _("Reset a second step"),
        "sign-out": _("Signed somebody out everywhere"),
        "switch-off": _("Switched an account off"),
        "switch-on": _("Switched an account on"),
        "remove": _("Removed an account"),
        "saw-record": _("Looked at this record"),
    }


def _about_campaigns() -> dict[str, str]:
    return {
        "saw-results": _("Looked at results"),
        "read-comments": _("Read comments"),
        "compared-campaigns": _("Compared campaigns"),
        "hid-comment": _("Hid a comment"),
        "showed-comment": _("Showed a hidden comment again"),
        "began-campaign": _("Began a campaign"),
        "changed-campaign": _("Changed a campaign"),
        "opened-campaign": _("Opened a campaign"),
        "paused-campaign": _("Paused a campaign"),
        "closed-campaign": _("Closed a campaign"),
        "took-poster": _("Took a poster"),
        "took-leaflet": _("Took a leaflet"),
        "typed-paper": _("Typed in paper booklets"),
    }

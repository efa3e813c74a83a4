"""What can be done with an account besides changing its role, in words, and when it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from consult.store.organisers.audit import Action
from consult.store.organisers.people import Person


@dataclass(frozen=True)
class ActionWords:
    """An action in words: as a link, as a heading and a button, and what comes of it."""

    link: str
    button: str
    what: str
    is_warning: bool = False


def offered(whose: Person, *, is_me: bool) -> dict[Action, ActionWords]:
    """Return the actions that make sense for an account, by name. Nobody shuts themselves out."""
    return dict(_offered(whose, is_me=is_me))


def last_administrator() -> str:
    """Return what to say when a change would leave nobody who can run the site."""
    return _("This is the only administrator. Make somebody else one first.")


def _offered(whose: Person, *, is_me: bool) -> Iterator[tuple[Action, ActionWords]]:
    if whose.active:
        yield Action.NEW_LINK, _new_link(whose)
    if whose.has_second_factor:
        yield Action.RESET_TWO_FACTOR, _reset()
    if whose.has_joined and whose.active:
        yield Action.SIGN_OUT, _sign_out()
    if whose.active and not is_me:
        yield Action.SWITCH_OFF, _switch_off()
    if not whose.active:
        yield Action.SWITCH_ON, _switch_on()
    if not is_me:
        yield Action.REMOVE, _remove()


def _new_link(whose: Person) -> ActionWords:
    what = _("A link from before stops working. The account keeps its role, its campaigns and its second step.")
    if whose.has_joined:
        return ActionWords(_("Make a link for a new password"), _("Make a link for a new password"), what)
    return ActionWords(_("Make a new link to join"), _("Make a new link to join"), what)


def _reset() -> ActionWords:
    return ActionWords(
        _("Reset the second step (the app is lost)"),
        _("Reset the second step"),
        _("The app and the recovery codes stop working. The person sets up an app at the next sign-in.")
        + " "
        + _("First make sure that it is them who ask: talk to them."),
        is_warning=True,
    )


def _sign_out() -> ActionWords:
    return ActionWords(
        _("Sign them out everywhere"),
        _("Sign them out everywhere"),
        _("Every session of this account ends. The person can sign in again."),
    )


def _switch_off() -> ActionWords:
    return ActionWords(
        _("Switch the account off"),
        _("Switch the account off"),
        _("Every session of this account ends, and nobody can sign in with it until it is switched on again."),
        is_warning=True,
    )


def _switch_on() -> ActionWords:
    return ActionWords(
        _("Switch the account on"), _("Switch the account on"), _("The person can sign in again, as before.")
    )


def _remove() -> ActionWords:
    return ActionWords(
        _("Remove the account"),
        _("Remove the account"),
        _("The account is deleted for good. Its address stays for a year beside what was done with it."),
        is_warning=True,
    )

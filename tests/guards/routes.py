"""Every page of the site and who may reach it. A new page is one more line here, or the guard fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flask import Flask

from consult.packs.model import Pack
from tests.conftest import PACK
from tests.organiser.material import EMAIL, PASSWORD
from tests.organiser.material import TOKEN as LINK


class Access(StrEnum):
    """Who may reach a page."""

    EVERYONE = "everyone"
    HALFWAY = "whoever gave the password, and no code yet"
    SIGNED_IN = "whoever is signed in"
    OWN_CAMPAIGN = "whoever is signed in, for a campaign of their own"
    CHANGES = "whoever runs the campaign"
    ORGANISES = "organisers and administrators"
    ADMINISTRATOR = "administrators"


@dataclass(frozen=True)
class Route:
    """Who may reach a page, and what a form on it would send (None: it takes no form).

    In what is sent, `PHRASE` and `RECEIPT` stand for those of the person who asks, `FORM_CODE` for the code of a
    paper form.
    """

    access: Access
    sends: Mapping[str, str] | None = None
    shows: bool = True
    """Whether the page can be asked for with GET."""

    @property
    def methods(self) -> set[str]:
        """Return the methods that the page must take, and no others."""
        return ({"GET"} if self.shows else set()) | ({"POST"} if self.sends is not None else set())


@dataclass(frozen=True)
class Sent(Route):
    """An address that only takes a form."""

    sends: Mapping[str, str] = field(default_factory=dict)
    shows: bool = False


@dataclass(frozen=True)
class Away(Route):
    """An address that leads to another site."""

    shows: bool = False

    @property
    def methods(self) -> set[str]:
        """Return the methods that it must take."""
        return {"GET"}


CAMPAIGN = {
    "version": "1",
    "title": "We answer",
    "organiser": "A group",
    "contact": "group@example.org",
    "language": "en",
    "guides": "all",
    "leftover": "discard",
}
"""A campaign as an organiser types it."""

PHRASE, RECEIPT, FORM_CODE = "the phrase", "the receipt", "the code"
CODE = "the app's code"
ANYONE, SIGNED_IN, OWN = Access.EVERYONE, Access.SIGNED_IN, Access.OWN_CAMPAIGN

ROUTES: dict[str, Route] = {
    "resident.start": Route(ANYONE),
    "resident.landing": Route(ANYONE),
    "resident.join": Route(ANYONE),
    "resident.join_privacy": Route(ANYONE),
    "resident.join_by_long_address": Route(ANYONE),
    "resident.questions": Route(ANYONE),
    "resident.background": Route(ANYONE),
    "resident.privacy": Route(ANYONE),
    "resident.accessibility": Route(ANYONE),
    "resident.tasks": Route(ANYONE),
    "resident.question": Route(ANYONE, {"choice": "disagree", "text": "Other words."}),
    "resident.about_you": Route(ANYONE, {"capacity": "individual"}),
    "resident.check": Route(ANYONE, {"question": "q1", "document": "take-out"}),
    "resident.preview": Route(ANYONE, {"name": "A Person"}),
    "resident.download": Route(ANYONE, {"name": "A Person", "face": "docx"}),
    "resident.paste": Route(ANYONE),
    "resident.paste_one": Route(ANYONE),
    "resident.blank_form": Route(ANYONE),
    "resident.blank_form_file": Route(ANYONE),
    "resident.type_in": Route(ANYONE, {"code": FORM_CODE}),
    "resident.share": Route(ANYONE, {"share": "nothing"}),
    "resident.share_words": Route(ANYONE, {"share": "words"}),
    "resident.shared": Route(ANYONE),
    "resident.shared_before": Route(ANYONE, {"whose": "mine"}),
    "resident.later": Route(ANYONE),
    "resident.finish": Route(ANYONE),
    "resident.finish_now": Sent(ANYONE),
    "resident.resume": Route(ANYONE),
    "resident.resume_with": Sent(ANYONE, {"phrase": PHRASE}),
    "resident.withdraw": Route(ANYONE),
    "resident.withdraw_now": Sent(ANYONE, {"phrase": RECEIPT}),
    "resident.delete": Route(ANYONE),
    "resident.exit_now": Away(ANYONE),
    "resident.leave_quickly": Route(ANYONE),
    "resident.delete_now": Sent(ANYONE),
    "organiser.sign_in": Route(ANYONE),
    "organiser.sign_in_now": Sent(ANYONE, {"email": EMAIL, "password": PASSWORD}),
    "organiser.join": Route(ANYONE),
    "organiser.join_now": Sent(ANYONE, {"password": "another good password"}),
    "organiser.code": Route(Access.HALFWAY),
    "organiser.code_now": Sent(Access.HALFWAY, {"code": CODE}),
    "organiser.set_up": Route(Access.HALFWAY),
    "organiser.set_up_now": Sent(Access.HALFWAY, {"code": CODE}),
    "organiser.sign_out": Sent(SIGNED_IN),
    "organiser.account": Route(SIGNED_IN),
    "organiser.password": Route(SIGNED_IN, {"current": PASSWORD, "password": "another good password"}),
    "organiser.recovery_codes": Route(SIGNED_IN, {"code": CODE}),
    "organiser.authenticator": Route(SIGNED_IN, {"code": CODE}),
    "organiser.sessions": Route(SIGNED_IN),
    "organiser.end_sessions": Sent(SIGNED_IN, {"session": "00"}),
    "organiser.people": Route(Access.ADMINISTRATOR),
    "organiser.invite": Route(Access.ADMINISTRATOR, {"email": "new@example.com", "role": "viewer"}),
    "organiser.person": Route(Access.ADMINISTRATOR, {"role": "viewer", "version": f"organiser {PACK}"}),
    "organiser.person_action": Route(Access.ADMINISTRATOR, {}),
    "organiser.audit": Route(Access.ADMINISTRATOR),
    "organiser.campaigns": Route(SIGNED_IN),
    "organiser.campaign": Route(OWN),
    "organiser.file": Route(OWN),
    "organiser.files": Route(OWN),
    "organiser.schema": Route(SIGNED_IN),
    "organiser.compare": Route(Access.ADMINISTRATOR),
    "organiser.method": Route(SIGNED_IN),
    "organiser.comments": Route(OWN),
    "organiser.comments_on": Route(OWN, {"search": "words"}),
    "organiser.hide": Route(OWN),
    "organiser.hide_now": Sent(OWN, {"reason": "It names somebody"}),
    "organiser.show_now": Sent(OWN),
    "organiser.begin": Route(SIGNED_IN),
    "organiser.begin_on": Route(SIGNED_IN, CAMPAIGN | {"slug": "a-new-one"}),
    "organiser.manage": Route(OWN),
    "organiser.move": Sent(OWN, {"state": "open"}),
    "organiser.close": Route(OWN, {}),
    "organiser.edit": Route(OWN, CAMPAIGN),
    "organiser.look": Route(OWN),
    "organiser.materials": Route(OWN),
    "organiser.handout": Route(OWN),
    "organiser.handout_file": Route(OWN),
    "organiser.paper": Route(OWN, {"language": "en", "consent": "nothing"}),
}

IN_ADDRESSES: dict[str, object] = {
    "number": 1,
    "slug": PACK,
    "ending": "csv",
    "written": "en",
    "edition": "large",
    "kind": "docx",
    "comment": "00" * 16,
    "token": LINK,
    "person": 2,
    "action": "new-link",
    "part": "front",
    "handout": "poster",
}
"""What stands in an address for each name in a rule, beside the pack and the language."""


class Addresses:
    """Builds the address of any page."""

    def __init__(self, app: Flask, pack: Pack) -> None:
        self._map = app.url_map
        self._values = IN_ADDRESSES | {"pack": pack}

    def __call__(self, endpoint: str, language: str, **others: object) -> str:
        """Return a page's address in a language."""
        names = next(self._map.iter_rules(endpoint)).arguments - {"language"}
        values = {name: (self._values | others)[name] for name in names}
        return self._map.bind("localhost").build(endpoint, values | {"language": language})

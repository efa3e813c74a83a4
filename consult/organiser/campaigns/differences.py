"""What two plans for the same campaign have differently, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import format_date
from flask_babel import gettext as _

from consult.organiser.campaigns.form import CampaignForm
from consult.packs.model import Pack
from consult.store.campaign_plan import Leftover, Plan
from consult.web.languages import LANGUAGES

TEXTS = ("title", "organiser", "contact", "introduction", "privacy")


@dataclass(frozen=True)
class Difference:
    """What a field is called, and what each of the two plans has in it."""

    field: str
    mine: str
    theirs: str


def differences(mine: Plan, theirs: Plan, pack: Pack) -> list[Difference]:
    """Return where two plans differ, in the order of the form."""
    ours, others = _in_words(mine, pack), _in_words(theirs, pack)
    return [Difference(_label(name), ours[name], others[name]) for name in ours if ours[name] != others[name]]


def _label(name: str) -> str:
    form = CampaignForm()
    return str((form[name] if name in form else form[f"{name}_day"]).label.text)


def _in_words(plan: Plan, pack: Pack) -> dict[str, str]:
    return {
        **{name: getattr(plan, name) for name in TEXTS},
        "language": LANGUAGES.get(plan.language, plan.language),
        "route": _numbers(plan.route, pack),
        "guides": _("all") if plan.guides is None else _numbers(plan.guides, pack),
        "opens_on": _day(plan.opens_on),
        "closes_on": _day(plan.closes_on),
        "leftover": _("Delete them") if plan.leftover is Leftover.DISCARD else _("Count them"),
    }


def _numbers(ids: Iterable[str], pack: Pack) -> str:
    """Return the numbers of some questions; one that the consultation no longer has is left out."""
    found = [str(question.number) for each in ids if (question := pack.question(each))]
    return ", ".join(found) or _("none")


def _day(day: date | None) -> str:
    return format_date(day, "d MMMM y") if day else _("none")

"""The pages on which a campaign meets residents: the same for them and for the organiser's preview."""

from __future__ import annotations

from flask import url_for
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.answers.path import Path
from consult.packs.model import Pack
from consult.store.campaign_plan import Planned
from consult.web.campaign_words import Notice, notice, paragraphs
from consult.web.pages import page
from consult.web.shelf import today


def front(
    pack: Pack, planned: Planned | None, *, has_answers: bool, elsewhere: bool = False, preview: str = ""
) -> str:
    """Return the first page, with what a campaign says on it.

    `elsewhere` says that the person's answers belong to another campaign. When an organiser looks at a preview,
    `preview` is the address of the next page's.
    """
    return page(
        "resident/landing.html",
        heading=_("Write your own response"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        planned=planned,
        stage=planned.stage(today(pack)).value if planned else "",
        is_open=pack.is_open(today(pack)),
        has_answers=has_answers,
        elsewhere=elsewhere,
        preview=preview,
        paragraphs=paragraphs,
        robots="index",
    )


def closed(pack: Pack, planned: Planned, *, has_answers: bool, preview: str = "") -> str:
    """Return what residents see at a campaign's address once it is closed."""
    return page(
        "resident/campaign_closed.html",
        heading=_("This campaign has closed"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        planned=planned,
        is_open=pack.is_open(today(pack)),
        has_answers=has_answers,
        preview=preview,
        paragraphs=paragraphs,
    )


def task_list(path: Path, planned: Planned, *, notice: str = "", preview: str = "") -> str:
    """Return the list of questions, the campaign's own first where it has chosen some."""
    pack, sheet = path.pack, path.sheet
    return page(
        "resident/tasks.html",
        heading=_("Your response"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        path=path,
        sheet=sheet,
        planned=planned,
        stage=planned.stage(today(pack)).value,
        answered=len(path.answered()),
        questions_changed=bool(sheet.answers) and sheet.pack_version != pack.version,
        notice=notice,
        preview=preview,
    )


def privacy_notice(pack: Pack, planned: Planned, *, preview: str = "") -> str:
    """Return what a campaign says about personal details: its organisers' own words, or ours from the facts."""
    own = planned.plan.privacy
    ours = Notice(planned.plan, pack)
    return page(
        "resident/campaign_privacy.html",
        heading=_("Privacy notice of the organiser"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        planned=planned,
        texts=paragraphs(own) if own else notice(ours, get_translations()),
        is_own=bool(own),
        preview=preview,
    )

"""A poster and a leaflet for a campaign, to look at, to print and to take away as Word files."""

from __future__ import annotations

from gettext import NullTranslations

from flask import Blueprint, Response, abort, make_response, url_for
from flask_babel import force_locale, get_translations
from flask_babel import gettext as _
from flask_login import current_user

from consult.documents.faces import FACES
from consult.documents.handout_word import handout_docx
from consult.documents.handouts import Campaign, Handout, Kind, build_handout
from consult.organiser.campaigns.running import Run, run_of
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form
from consult.web.languages import LANGUAGES, both
from consult.web.pages import page

TOOK = {Kind.POSTER: Action.TOOK_POSTER, Kind.LEAFLET: Action.TOOK_LEAFLET}
"""What the audit says of each handout."""


def add_to(blueprint: Blueprint) -> None:
    """Add the pages and the files to the site."""
    base = "/organiser/campaigns/<slug>/materials"
    both(blueprint, base, endpoint="materials")(materials)
    both(blueprint, f"{base}/<handout>/<written>", endpoint="handout")(look_at)
    both(blueprint, f"{base}/<handout>/<written>.docx", endpoint="handout_file")(file)


def materials(slug: str) -> str:
    """Offer what can be printed."""
    run = run_of(slug)
    return page(
        "organiser/materials.html",
        heading=_("Poster and leaflet"),
        home=url_for("organiser.campaigns"),
        pack=run.pack,
        run=run,
        kinds=[(Kind.POSTER.value, _("Poster, A4")), (Kind.LEAFLET.value, _("Leaflet, A5"))],
        form=Form(),
    )


def look_at(slug: str, handout: str, written: str) -> str:
    """Show a handout as it prints."""
    run = run_of(slug)
    made = _made(run, handout, written)
    return page(
        "organiser/handout.html",
        heading=_("Poster") if made.kind is Kind.POSTER else _("Leaflet"),
        home=url_for("organiser.campaigns"),
        pack=run.pack,
        run=run,
        handout=made,
        size=made.code.side,
        path=made.code.path,
        form=Form(),
    )


def file(slug: str, handout: str, written: str) -> Response:
    """Hand over a handout as a Word file."""
    run = run_of(slug)
    made = _made(run, handout, written)
    audit.record(current_user.id, TOOK[made.kind], slug)
    response = make_response(handout_docx(made))
    response.headers["Content-Type"] = FACES["docx"].media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-{made.kind}-{written}.docx"'
    return response


def _made(run: Run, kind: str, language: str) -> Handout:
    """Return a handout. Aborts with 404 for a kind or a language that there is none in."""
    if kind not in set(Kind) or language not in LANGUAGES:
        abort(404)
    plan, dates = run.plan, run.pack.dates
    campaign = Campaign(
        title=plan.title,
        organiser=plan.organiser,
        contact=plan.contact,
        introduction=plan.introduction,
        language=plan.language,
        asked=run.pack.title,
        body=run.pack.body,
        address=run.address(language),
        last_day=plan.closes_on,
        over_since=dates.closes if run.today > dates.closes else None,
    )
    return build_handout(Kind(kind), campaign, words=_words_in(language), language=language)


def _words_in(language: str) -> NullTranslations:
    with force_locale(language):
        words: NullTranslations = get_translations()
    return words

"""The results as files: the page that lists them, and each of them as a stream."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort, redirect, stream_with_context, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_login import current_user

from consult.organiser.results.shown import Shown, shown_of_own
from consult.results import phrases
from consult.results.exports.everything import schema
from consult.results.exports.formats import FORMATS
from consult.results.exports.material import Material
from consult.store import plans
from consult.store.mixing import comments
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form
from consult.web.languages import both, current
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page, the files and the schema of one of them to the site."""
    both(blueprint, "/organiser/campaigns/<slug>/files", endpoint="files")(files)
    kinds = ", ".join(f"'{key}'" for key in FORMATS)
    both(blueprint, f"/organiser/campaigns/<slug>/results.<any({kinds}):ending>", endpoint="file")(file)
    both(blueprint, "/organiser/results.schema.json", endpoint="schema")(described)


def files(slug: str) -> ResponseReturnValue:
    """List the files that can be taken away, with what each is for."""
    seen = shown_of_own(slug)
    if not seen.has_results:
        return redirect(url_for("organiser.campaign", slug=slug), 303)
    words = get_translations()
    return page(
        "organiser/files.html",
        heading=words.gettext("Files to take away"),
        home=url_for("organiser.campaign", slug=slug),
        seen=seen,
        formats=list(FORMATS.values()),
        groupings=[(each.attribute, phrases.breakdown_label(each, words)) for each in seen.results.groupings],
        words=words,
        form=Form(),
    )


def file(slug: str, ending: str) -> ResponseReturnValue:
    """Send a campaign's results as a file. With too few responses for one, lead to the page that says so."""
    seen, kind = shown_of_own(slug), FORMATS[ending]
    if not seen.has_results:
        return redirect(url_for("organiser.campaign", slug=slug), 303)
    material = _material(seen)
    if material.breakdown and not kind.grouped:
        abort(404)
    # The first piece is made now, so that a store that is away is an error page and not half a file.
    stream = kind.stream(material)
    first = next(stream, b"")
    audit.record(current_user.id, Action.TOOK_RESULTS, slug, kind=ending)
    response = Response(stream_with_context(_sent(first, stream)), headers={"Content-Type": kind.media_type})
    response.headers["Content-Disposition"] = f'attachment; filename="{kind.file_name(material)}"'
    return response


def _sent(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a file. When it is closed half-way, as a client goes away, so is what it is made from."""
    yield first
    yield from rest


def described() -> Response:
    """Return the schema that the JSON file keeps to."""
    return Response(schema(), headers={"Content-Type": "application/schema+json"})


def _material(seen: Shown) -> Material:
    planned = plans.find(seen.campaign.slug)
    return Material(
        campaign=seen.campaign.slug,
        title=seen.campaign.title,
        pack=seen.pack,
        results=seen.results,
        words=get_translations(),
        language=current(),
        week=seen.week,
        comments=lambda question: comments.comments(seen.campaign.slug, question),
        breakdown=seen.asked_for(),
        plan=planned.plan if planned else None,
        weeks=seen.weeks,
    )

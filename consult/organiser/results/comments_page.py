"""People's own words, question by question: masked, in random order, to be searched, and hidden with a reason."""

from __future__ import annotations

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations, lazy_gettext
from flask_babel import gettext as _
from flask_login import current_user
from wtforms import HiddenField, StringField
from wtforms.validators import Length

from consult.answers.cleaning import clean_line
from consult.answers.path import kind_of
from consult.organiser.access import may
from consult.organiser.results.shown import Shown, shown_of_own
from consult.packs.model import Question
from consult.results import phrases
from consult.store.mixing import comments, likenesses
from consult.store.mixing.comments import CommentPage
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.store.organisers.roles import Role
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import notices, page

A_PAGE = 25
"""How many comments stand on one page."""

LONGEST_SEARCH = 200
_ID_DIGITS = 32


class SearchForm(Form):
    """Which words to look for, and after which comment."""

    search = StringField(
        lazy_gettext("Find words"),
        filters=[lambda text: clean_line(text or "").text],
        validators=[Length(max=LONGEST_SEARCH, message=lazy_gettext("Use 200 characters or fewer"))],
    )
    after = HiddenField()


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/organiser/campaigns/<slug>/comments", endpoint="comments")(questions)
    rule = "/organiser/campaigns/<slug>/comments/<int:number>"
    both(blueprint, rule, methods=["GET", "POST"], endpoint="comments_on")(comments_on)


def questions(slug: str) -> str:
    """List the questions that people could write about."""
    seen = shown_of_own(slug)
    return page(
        "organiser/comments.html",
        heading=_("What people wrote"),
        home=url_for("organiser.campaign", slug=slug),
        pack=seen.pack,
        seen=seen,
        questions=[question for question in seen.pack.questions if kind_of(question).has_text],
        phrases=phrases,
        words=get_translations(),
        form=Form(),
    )


def comments_on(slug: str, number: int) -> ResponseReturnValue:
    """Show some of the comments on a question: after the one that the address names, or those with some words.

    What to search for is sent, and never stands in an address: addresses stay behind in histories.
    """
    seen, form = shown_of_own(slug), SearchForm()
    question = question_with_words(seen, number)
    searches = request.method == "POST"
    if searches and not form.validate():
        return _page(seen, question, form, CommentPage((), has_more=False)), 400 if form.is_stale() else 422
    after = form.after.data if searches else request.args.get("after")
    found = comments.page_of(
        slug,
        question.id,
        after=comment_id(after) if after else b"",
        search=form.search.data if searches else "",
        size=A_PAGE,
        with_hidden=may(Role.ORGANISER),
    )
    audit.record(current_user.id, Action.READ_COMMENTS, slug)
    return _page(seen, question, form, found, begun=bool(after))


def _page(seen: Shown, question: Question, form: SearchForm, shown: CommentPage, *, begun: bool = False) -> str:
    slug = seen.campaign.slug
    return page(
        "organiser/comments_on.html",
        heading=_("What people wrote about question %(number)s", number=question.number),
        home=url_for("organiser.comments", slug=slug),
        pack=seen.pack,
        seen=seen,
        question=question,
        shown=shown,
        alike=[] if begun or form.search.data else likenesses.alike(slug, question.id),
        phrases=phrases,
        words=get_translations(),
        begun=begun,
        may_hide=may(Role.ORGANISER),
        last=shown.comments[-1].id.hex() if shown.has_more else None,
        form=form,
        problems=form.problems(),
        notice=notices(),
    )


def question_with_words(seen: Shown, number: int) -> Question:
    """Return the question of this number. Aborts with 404 where there is none that people could write about."""
    with_words = (question for question in seen.pack.questions if kind_of(question).has_text)
    return next((question for question in with_words if question.number == number), None) or abort(404)


def comment_id(text: str) -> bytes:
    """Return the id that an address names in hexadecimal digits. Aborts with 404 for anything else."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        abort(404)
    return found if len(text) == _ID_DIGITS else abort(404)

"""The answers one at a time, to copy into the official form on the web."""

from __future__ import annotations

from flask import Blueprint, abort, url_for
from flask_babel import format_decimal, get_translations, ngettext
from flask_babel import gettext as _

from consult.documents.pasting import PasteItem, paste_items
from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.sharing import leaving
from consult.web.languages import both
from consult.web.pages import page
from consult.web.shelf import today


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/paste", endpoint="paste")(paste)
    both(blueprint, "/<pack:pack>/paste/<int:number>", endpoint="paste_one")(paste_one)


def paste(pack: Pack) -> str:
    """List the answers in official order, each with its length."""
    return page(
        "resident/paste.html",
        heading=_("Copy your answers"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        items=_items(pack),
        length=length,
        is_open=pack.is_open(today(pack)),
    )


def paste_one(pack: Pack, number: int) -> str:
    """Show one answer, ready to copy. `number` is the question's; one without an answer says so."""
    question = next((each for each in pack.questions if each.number == number), None)
    if question is None:
        abort(404)
    items = _items(pack)
    return page(
        "resident/paste_one.html",
        heading=_("Copy your answer to question %(number)s", number=number),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        question=question,
        item=next((item for item in items if item.number == number), None),
        place=sum(item.number <= number for item in items),
        total=len(items),
        length=length,
        before=max((item.number for item in items if item.number < number), default=None),
        after=min((item.number for item in items if item.number > number), default=None),
        is_open=pack.is_open(today(pack)),
    )


def length(item: PasteItem) -> str:
    """Return how long an answer's words are, in words."""
    return ngettext("%(count)s character", "%(count)s characters", item.length, count=format_decimal(item.length))


def _items(pack: Pack) -> tuple[PasteItem, ...]:
    return paste_items(pack, leaving.for_document(pack, visit.current(pack).sheet, get_translations()))

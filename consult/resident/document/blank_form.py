"""The whole consultation as a form to print, in Word or OpenDocument, in normal or large print."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.documents.booklet import build_blank_form
from consult.documents.faces import FACES
from consult.documents.form_code import form_code
from consult.documents.model import Edition
from consult.documents.naming import FILE_NAME_LIMIT, form_stem
from consult.packs.model import Pack
from consult.resident.document.files import as_file, words_in
from consult.web.languages import LANGUAGES, both
from consult.web.pages import page
from consult.web.shelf import today

KINDS = ("docx", "odt")
"""The kinds of file that a form to fill in by hand comes as."""


@dataclass(frozen=True, slots=True)
class BlankForm:
    """One of the forms to choose from: its language and the size of its print."""

    language: str
    edition: Edition

    @property
    def large(self) -> bool:
        """Say whether it is in large print."""
        return self.edition is Edition.LARGE

    def file_name(self, pack: Pack, kind: str) -> str:
        """Return a name of its own for each form, so that none replaces another in a folder."""
        marks = ["large-print"] * self.large + ([self.language] if self.language != "en" else [])
        ending = "-".join(["", *marks]) + f".{kind}"
        # The version comes last in the stem, so a long name gives way before it.
        name, mark, version = form_stem(pack).rpartition("-form-")
        room = FILE_NAME_LIMIT - len(mark + version + ending)
        return name[:room].rstrip("-") + mark + version + ending


FORMS = tuple(BlankForm(language, edition) for language in LANGUAGES for edition in Edition)


def add_to(blueprint: Blueprint) -> None:
    """Add the page and its files to the site."""
    both(blueprint, "/<pack:pack>/blank-form", endpoint="blank_form")(blank_form)
    rule = "/<pack:pack>/blank-form/<written>/<edition>.<kind>"
    both(blueprint, rule, endpoint="blank_form_file")(blank_form_file)


def blank_form(pack: Pack) -> str:
    """Offer the forms."""
    return page(
        "resident/blank_form.html",
        heading=_("A blank form to print"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        code=form_code(pack),
        forms=FORMS,
        words=get_translations(),
        kinds=[FACES[kind] for kind in KINDS],
        is_open=pack.is_open(today(pack)),
        robots="index",
    )


def blank_form_file(pack: Pack, written: str, edition: str, kind: str) -> ResponseReturnValue:
    """Hand over a form as it is today: after the closing day it says so."""
    found = next((form for form in FORMS if (form.language, form.edition.value) == (written, edition)), None)
    if found is None or kind not in KINDS:
        abort(404)
    made = build_blank_form(
        pack, on=today(pack), words=words_in(found.language), language=found.language, large_print=found.large
    )
    return as_file(FACES[kind], made, name=found.file_name(pack, kind))

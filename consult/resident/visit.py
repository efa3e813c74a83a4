"""A visit: the answers that this browser's cookie opens, and keeping new ones.

The cookie holds the draft's phrase and lives as long as the browser is open. Nothing is kept before the first save.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import current_app, g, request, session
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from consult.answers.sheet import AnswerSheet, SheetError
from consult.packs.model import Pack
from consult.store import drafts, phrases
from consult.store.mixing import submissions
from consult.web import pages
from consult.web.shelf import packs

Alter = Callable[[AnswerSheet], AnswerSheet]


@dataclass(frozen=True)
class Visit:
    """The phrase in the browser, or None where there is none, the answers, and whether a draft is kept of them."""

    phrase: str | None
    sheet: AnswerSheet
    is_kept: bool


def cookie_name(pack: Pack) -> str:
    """Return the name of the cookie that opens the answers to this pack.

    Over HTTPS it begins with `__Host-`, so that no site beside ours on the domain can plant a phrase of its own
    (RFC 6265bis, section 4.1.3.2).
    """
    return f"{'__Host-' if current_app.config['SESSION_COOKIE_SECURE'] else ''}answers-{pack.id}"


def phrase_here(pack: Pack) -> str | None:
    """Return the phrase in this browser's cookie; None where there is none or it is no phrase."""
    phrase = request.cookies.get(cookie_name(pack), "")
    return phrase if phrases.is_canonical(phrase) else None


def current(pack: Pack) -> Visit:
    """Return this browser's visit, with a blank sheet where it has no answers. Raises `StoreUnavailable`."""
    phrase = phrase_here(pack)
    kept = drafts.load(phrase) if phrase else None
    g.answers_are_gone = phrase is not None and kept is None
    sheet = sheet_for(pack, kept) if kept else None
    return Visit(phrase, sheet or blank(pack), is_kept=kept is not None)


def sheet_for(pack: Pack, text: str) -> AnswerSheet | None:
    """Return the sheet in a draft's text, or None when it is not one for this pack."""
    try:
        sheet = AnswerSheet.from_json(text)
    except SheetError:
        return None
    return sheet if sheet.pack_id == pack.id else None


def blank(pack: Pack) -> AnswerSheet:
    """Return a sheet without answers, for the campaign whose link brought the person here."""
    return AnswerSheet(pack.id, pack.version, campaign=session.get(campaign_key(pack), pack.id))


def campaign_key(pack: Pack) -> str:
    """Return the session's key for the campaign whose link brought the person here."""
    return f"campaign-{pack.id}"


def change(pack: Pack, alter: Alter) -> Visit:
    """Keep the sheet that `alter` makes of the present one, and return the visit. Raises `StoreUnavailable`.

    No other window changes or deletes it meanwhile. What `alter` raises leaves everything as it was.

    Call `remember` on the response, so that the browser can open the answers again. A phrase whose draft is gone is
    not used again: somebody else may have noted it. What was shared under it goes with the sheet as `earlier`.
    """
    phrase = phrase_here(pack)
    sheet = _change_kept(pack, phrase, alter) if phrase else None
    if phrase is None or sheet is None:
        sheet = replace(_altered(pack, blank(pack), alter), earlier=_shared_under(phrase))
        phrase = phrases.new_phrase()
        drafts.save(phrase, sheet.to_json())
    session.pop(_document_key(pack), None)
    return Visit(phrase, sheet, is_kept=True)


def _change_kept(pack: Pack, phrase: str, alter: Alter) -> AnswerSheet | None:
    """Change the sheet under a phrase while nobody else can; None where it is not there any more."""

    def altered(text: str) -> str:
        return _altered(pack, sheet_for(pack, text) or blank(pack), alter).to_json()

    kept = drafts.change(phrase, altered)
    return AnswerSheet.from_json(kept) if kept else None


def _altered(pack: Pack, sheet: AnswerSheet, alter: Alter) -> AnswerSheet:
    return replace(alter(sheet), pack_version=pack.version)


def _shared_under(phrase: str | None) -> str:
    receipt = submissions.receipt_for(phrase) if phrase else ""
    return receipt if receipt and submissions.find(receipt) is not submissions.Standing.NOTHING else ""


def forget_earlier(pack: Pack) -> None:
    """Let the answers here stand for themselves, whatever was shared before. Raises `StoreUnavailable`."""
    now = current(pack)
    if now.phrase and now.sheet.earlier:
        _change_kept(pack, now.phrase, lambda sheet: replace(sheet, earlier=""))


def note_document(pack: Pack) -> None:
    """Remember, in the cookie for this visit, that the document with the answers of now was taken away."""
    session[_document_key(pack)] = True


def has_document(pack: Pack) -> bool:
    """Say whether the document was taken away in this visit, and no answer changed since."""
    return _document_key(pack) in session


def _document_key(pack: Pack) -> str:
    return f"document-{pack.id}"


def notices() -> str:
    """Return what an earlier page left to be said, and that the answers are gone where `current` found none."""
    return f"{pages.notices()} {_gone_words()}".strip() if g.get("answers_are_gone") else pages.notices()


def _gone_words() -> str:
    return _(
        "The answers from before are not here any more. They were shared, or deleted. If you shared them, "
        "“Share your answers, or not” shows your receipt."
    )


def remember(response: Response, pack: Pack, phrase: str) -> Response:
    """Give the browser the phrase, until it closes."""
    response.set_cookie(
        cookie_name(pack),
        phrase,
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response


def forget(response: Response, pack: Pack) -> Response:
    """Take the phrase out of the browser."""
    # A browser takes a cookie of a `__Host-` name, the empty one too, only as it takes the full one.
    response.delete_cookie(
        cookie_name(pack), httponly=True, secure=current_app.config["SESSION_COOKIE_SECURE"], samesite="Lax"
    )
    return response


def forget_all(response: Response) -> Response:
    """Take every consultation's phrase out of the browser."""
    for pack in packs().values():
        forget(response, pack)
    return response

"""What organisers write, as paragraphs, and the privacy notice that stands where they write none.

Their words are plain text. An address in them is shown and not linked: a link would lend it the standing of this
site, and nobody checks what it leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from consult.packs.model import Pack
from consult.store import drafts
from consult.store.campaign_plan import Plan


@dataclass(frozen=True)
class Notice:
    """Whom a privacy notice is about: an organiser, who asks about a consultation."""

    plan: Plan
    pack: Pack

    @property
    def organiser(self) -> str:
        """The organiser's name, or the campaign's where none is given."""
        return self.plan.organiser or self.plan.title


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: what empty lines part."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def notice(about: Notice, words: NullTranslations) -> list[str]:
    """Return a privacy notice from the facts of this product, one text for each paragraph."""
    _ = words.gettext
    reach = about.plan.contact
    return [
        _("%(name)s asks for your view on this site.") % {"name": about.organiser}
        + " "
        + (_("Reach them here: %(contact)s") % {"contact": reach} if reach else ""),
        _("We do not ask who you are. Your name and address go into your document only, and are not kept."),
        _("Nothing is shared with the organiser unless you agree to it. Your agreement is what allows it.")
        + " "
        + _("The law calls this explicit consent (UK GDPR, articles 6(1)(a) and 9(2)(a))."),
        _("If you share, the organiser sees counts, in groups of ten people or more.")
        + " "
        + _("If you also share your words, they see them with personal details taken out, and not who wrote them."),
        _("What you save is locked with words that only you have, and is deleted after %(days)s days at most.")
        % {"days": drafts.kept_days()},
        _("What you shared is erased a year after the consultation closed. Only counts stay."),
        _("You can take back what you shared at any time, with the words of your receipt."),
        _("If something is wrong, tell the organiser.")
        + " "
        + _("You can also complain to the Information Commissioner's Office: ico.org.uk"),
    ]

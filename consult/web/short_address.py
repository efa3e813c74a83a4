"""The short addresses of campaigns: which can be had, and one made from a title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from itertools import count

from flask import current_app

from consult.packs.model import is_id
from consult.store import campaigns
from consult.web.shelf import packs

WORTH_TYPING = 30
"""How long a suggested address may be: people type it from a poster."""

KEPT_BACK = frozenset({"admin", "api", "help", "home-office", "gov", "government", "www"})
"""Words that no page uses, and that a campaign could use to pass for us or for the Government."""


class Fault(StrEnum):
    """Why a short address cannot be had."""

    FORM = "form"
    RESERVED = "reserved"
    TAKEN = "taken"


def fault(slug: str) -> Fault | None:
    """Return why an address cannot be had for a new campaign, None if it can. Raises `StoreUnavailable`."""
    if not is_id(slug):
        return Fault.FORM
    if slug in reserved():
        return Fault.RESERVED
    return Fault.TAKEN if campaigns.find(slug) else None


def reserved() -> set[str]:
    """Return the words that no campaign can have: those of our own addresses, and the ids of consultations.

    The campaign of a consultation's own has the id of its consultation.
    """
    rules = current_app.url_map.iter_rules()
    ours = {part for rule in rules for part in rule.rule.split("/") if part and "<" not in part}
    return ours | KEPT_BACK | set(packs())


def suggested(title: str) -> str:
    """Return an address that can be had, made from a title; an empty text where it has nothing to make one from.

    Raises `StoreUnavailable`.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = "-".join(re.findall("[a-z0-9]+", plain))
    short = (
        words
        if len(words) <= WORTH_TYPING
        else words[: WORTH_TYPING + 1].rpartition("-")[0] or words[:WORTH_TYPING]
    )
    if not short:
        return ""
    return next(each for each in _numbered(short) if fault(each) is None)


def _numbered(short: str) -> Iterator[str]:
    yield short
    yield from (f"{short}-{number}" for number in count(2))

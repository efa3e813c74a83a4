"""Which parts of a web page are its furniture and not its text."""

from __future__ import annotations

import re
from collections.abc import Mapping


def names(text: str) -> frozenset[str]:
    """Return the names in a text, which white space parts."""
    return frozenset(text.split())


_TAGS = names(
    "script style noscript template title svg math iframe object select textarea button nav footer "
    "audio video canvas datalist del s strike"
)
_ROLES = names(
    "navigation banner contentinfo search doc-noteref doc-backlink doc-footnote doc-endnote doc-endnotes"
)
# Class names as GOV.UK and other publishing systems use them, with or without a part or variant ("__item").
_PREFIX, _SUFFIX = r"(?:^|\s)(?:[a-z]{1,9}-c-|govuk-|app-)?(?:", r")(?:__|--|\s|$)"
_CLASSES = re.compile(
    _PREFIX
    + "cookie|cookies|cookie-banner|cookie-message|cookie-notice|breadcrumbs?|contextual-breadcrumbs|skip-link|"
    r"contents-list|table-of-contents|toc|layout-super-navigation-header|layout-header|layout-footer|footer|"
    r"related-navigation|contextual-footer|contextual-sidebar|phase-banner|print-link|share-links|emergency-banner|"
    r"visually-hidden|sr-only|footnotes?|reversefootnote|back-to-top|MsoToc\w*|MsoFootnote\w*" + _SUFFIX,
    re.IGNORECASE,
)
_OUTER_CLASSES = re.compile(_PREFIX + "header|feedback|banner|menu|sidebar" + _SUFFIX, re.IGNORECASE)
_NOTE_ID = re.compile(r"_?(?:fn|ftn|edn|footnote|endnote)[:_-]?\d{1,4}", re.IGNORECASE)
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNFOLDING = re.compile(r"accordion|tabs", re.IGNORECASE)


def is_furniture(tag: str, attributes: Mapping[str, str], *, in_main: bool) -> bool:
    """Say whether an element and all it holds is furniture, a footnote, struck out, or not shown at all.

    What is called a header counts only outside the main part: inside, it may hold a question's heading.
    """
    if tag in _TAGS or attributes.get("role") in _ROLES or (tag == "header" and not in_main):
        return True
    if tag != "a" and _NOTE_ID.fullmatch(attributes.get("id", "")):
        return True
    return _has_furniture_class(tag, attributes.get("class", ""), in_main=in_main) or _is_hidden(attributes)


def _has_furniture_class(tag: str, classes: str, *, in_main: bool) -> bool:
    # A theme may well name the whole page "header-…".
    if not classes or tag in {"html", "body", "main"}:
        return False
    return bool(_CLASSES.search(classes) or (not in_main and _OUTER_CLASSES.search(classes)))


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    # A closed accordion section or tab is hidden by script, but it is part of the text.
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return not _UNFOLDING.search(attributes.get("class", ""))
    return bool(_NO_DISPLAY.search(attributes.get("style", "")))

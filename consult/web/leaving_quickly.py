"""Where somebody lands who leaves in a hurry, and on which pages the way out is offered."""

from __future__ import annotations

from flask import has_request_context, request

EXIT_TO = "https://www.bbc.co.uk/weather"
"""A page that anybody may be looking at, on a site that most people in the country have open at times."""

OPEN_PAGES = frozenset(
    f"resident.{name}"
    for name in (
        "start",
        "landing",
        "join",
        "questions",
        "background",
        "privacy",
        "accessibility",
        "blank_form",
        "leave_quickly",
    )
)
"""The resident's pages that never show what somebody typed. A page that is not listed offers the way out."""


def is_offered() -> bool:
    """Say whether the page offers the way out: each of the resident's that may be personal does."""
    endpoint = (request.endpoint if has_request_context() else None) or ""
    return endpoint.startswith("resident.") and endpoint not in OPEN_PAGES

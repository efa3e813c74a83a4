"""Coming back, after signing in, to the page that somebody asked for: to a page of this site, or to the first one.

What an address says is never sent to the browser. It is read, and if it is one of ours it is built anew.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from flask import request, url_for
from werkzeug.exceptions import HTTPException

from consult.web.languages import request_adapter

FIRST = "organiser.campaigns"
LEADS_TO = {FIRST: FIRST, "organiser.campaign": "organiser.campaign", "organiser.file": "organiser.campaign"}
"""Where each page leads back to. A file leads to its page: it would leave the browser on the sign-in page."""

BY = "by"
"""The one thing in a query that is worth keeping: what the results are broken down by."""


def here() -> str | None:
    """Return this page's address if one can come back to it, else None."""
    if request.method != "GET" or LEADS_TO.get(request.endpoint or "") in {None, FIRST}:
        return None
    return request.full_path.rstrip("?")


def page_at(address: str) -> str:
    """Return the address of the page of this site that `address` names, or of the first page. Never raises."""
    try:
        parts = urlsplit(address)
        endpoint, values = request_adapter().match(parts.path, method="GET")
    except (ValueError, HTTPException):
        return url_for(FIRST)
    if endpoint not in LEADS_TO:
        return url_for(FIRST)
    query = {name: texts[0] for name, texts in parse_qs(parts.query).items() if name == BY}
    kept = {name: value for name, value in values.items() if name != "ending"}
    return str(request_adapter().build(LEADS_TO[endpoint], kept | query))

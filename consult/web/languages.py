"""The languages of the site, where each lives in an address, and the catalogues that hold its words.

English has plain addresses; every other language has its code in front: `/cy/…`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, g, has_request_context, request
from flask.globals import request_ctx
from flask.typing import RouteCallable
from flask_babel import Babel
from markupsafe import Markup, escape
from werkzeug.routing import MapAdapter

from consult.settings import ROOT

DEFAULT = "en"
LANGUAGES = {"en": "English", "cy": "Cymraeg"}
CATALOGUES = ROOT / "translations"


class CatalogueError(RuntimeError):
    """Raised at the start when a language of the site has no compiled catalogue."""


def current() -> str:
    """Return the code of the language that the request's address asks for."""
    return str(g.get("language", DEFAULT)) if has_request_context() else DEFAULT


def in_english() -> Markup:
    """Return the `lang` attribute for text that we have in English only, empty on an English page."""
    return Markup("") if current() == DEFAULT else Markup(' lang="en"')


def english(text: str) -> Markup:
    """Return text that we have in English only, marked so that a screen reader reads it as English."""
    return escape(text) if current() == DEFAULT else Markup('<span lang="en">{}</span>').format(text)


def both(blueprint: Blueprint, rule: str, **options: Any) -> Callable[[RouteCallable], RouteCallable]:  # noqa: ANN401 - Flask's own
    """Give a view an address in every language. The view does not see the language; `current` tells it."""

    def decorate(view: RouteCallable) -> RouteCallable:
        for code in LANGUAGES:
            prefix = "" if code == DEFAULT else f"/{code}"
            blueprint.add_url_rule(prefix + rule, view_func=view, defaults={"language": code}, **options)
        return view

    return decorate


def other_addresses() -> dict[str, str]:
    """Return this page's address in every language, by code; empty where the page has just one."""
    rule = request.url_rule
    if rule is None or not rule.defaults or "language" not in rule.defaults:
        return {}
    adapter = request_adapter()
    values = dict(request.view_args or {})
    return {code: adapter.build(str(request.endpoint), values | {"language": code}) for code in LANGUAGES}


def request_adapter() -> MapAdapter:
    """Return the adapter that builds addresses for this request. Raises `RuntimeError` outside of one."""
    if request_ctx.url_adapter is None:
        raise RuntimeError("a request has an adapter, or it would not have come here")
    return request_ctx.url_adapter


def init_languages(app: Flask, catalogues: Path = CATALOGUES) -> None:
    """Set up the languages. Raises `CatalogueError` when a compiled catalogue is not where it must be."""
    for code in LANGUAGES:
        compiled = catalogues / code / "LC_MESSAGES" / "messages.mo"
        if code != DEFAULT and not compiled.is_file():
            raise CatalogueError(f"{compiled} is missing: run `make catalogues`")
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(catalogues)
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/London"
    Babel(app, locale_selector=current)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_put_language)


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.language = values.pop("language", DEFAULT) if values else DEFAULT
    if not values and request.path.split("/", 2)[1:2] and request.path.split("/", 2)[1] in LANGUAGES:
        g.language = request.path.split("/", 2)[1]


def _put_language(_endpoint: str, values: dict[str, Any]) -> None:
    values.setdefault("language", current())

"""Rendering a page: the words that every page needs, and a title that always equals the heading."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app, get_flashed_messages, render_template, session
from flask_babel import format_date
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader, PrefixLoader

from consult.web.languages import LANGUAGES, current, english, in_english, other_addresses
from consult.web.leaving_quickly import EXIT_TO, is_offered


def page(template: str, *, heading: str, **context: Any) -> str:  # noqa: ANN401 - templates take any value
    """Return a page. `heading` is its one first-level heading and, with the site's name, its title."""
    return render_template(template, heading=heading, **context)


def notices() -> str:
    """Return what an earlier page left to be said, once."""
    return " ".join(map(str, get_flashed_messages())) if "_flashes" in session else ""


def init_pages(app: Flask) -> None:
    """Give templates what all of them use."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_env.loader = ChoiceLoader([app.create_global_jinja_loader(), macros])
    # The macros read parameters that a caller left out, which plain Jinja refuses.
    app.jinja_env.undefined = ChainableUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["day"] = lambda day: format_date(day, "d MMMM y")
    app.context_processor(_everywhere)


def _everywhere() -> dict[str, Any]:
    return {
        "language": current(),
        "languages": LANGUAGES,
        "in_english": in_english(),
        "english": english,
        "other_addresses": other_addresses,
        "operator": current_app.config["OPERATOR"],
        "contact": current_app.config["CONTACT"],
        "exit_offered": is_offered(),
        "exit_to": EXIT_TO,
    }

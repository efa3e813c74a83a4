"""No template names anything that it is not given: the site's kind of undefined value would hide it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import product as every_pair
from typing import Any, ClassVar

import pytest
from flask import Flask
from jinja2 import ChainableUndefined, TemplateRuntimeError, UndefinedError, meta, nodes
from jinja2.utils import missing

from consult.packs.model import Pack
from consult.web.languages import LANGUAGES
from tests.guards.given import Given, given
from tests.guards.routes import ROUTES, Addresses
from tests.guards.source import product
from tests.guards.templates import ours
from tests.guards.test_routes import who_opens
from tests.organiser.conftest import Fill, Prepared
from tests.organiser.material import invented_tallies
from tests.pages import InspectingClient
from tests.resident.journey import answer

MAY_BE_MISSING = {
    "layout.html": {"back", "home", "language_query", "pack", "problems", "robots"},
    "frame.html": {"notice", "problems"},
}
"""What a frame shows when a page has it. Every other name must be given in every call."""


@pytest.fixture
def trees(app: Flask) -> dict[str, nodes.Template]:
    """Every template of the site as a tree, by the name under which it is asked for."""
    return {path.partition("templates/")[2]: app.jinja_env.parse(text) for path, text in ours().items()}


@pytest.fixture
def everywhere(app: Flask) -> set[str]:
    """What every template is given: Flask's and Jinja's own names, and ours."""
    with app.test_request_context("/"):
        context: dict[str, Any] = {}
        app.update_template_context(context)
    return set(app.jinja_env.globals) | set(context)


def asked_for(tree: nodes.Template) -> Iterator[tuple[str, bool]]:
    """Give each of our templates that a template uses, and whether that one sees what this one was given."""
    assert not list(tree.find_all(nodes.Include)), "an included template sees the names inside loops, too"
    for node in tree.find_all((nodes.Extends, nodes.FromImport, nodes.Import)):
        assert isinstance(node, nodes.Extends | nodes.FromImport | nodes.Import)
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if not name.startswith("govuk_frontend_jinja/"):
            yield name, isinstance(node, nodes.Extends) or node.with_context


def made_in(tree: nodes.Template) -> set[str]:
    """Return every name that a template sets or imports."""
    made = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    made |= {node.name for node in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.FromImport):
        made |= {name[1] if isinstance(name, tuple) else name for name in node.names}
    return made


def names_in(tree: nodes.Template) -> set[str]:
    """Return what a template names and does not make. Jinja overlooks what is made outside the same block."""
    return meta.find_undeclared_variables(tree) - made_in(tree)


def needed(name: str, trees: Mapping[str, nodes.Template]) -> set[str]:
    """Return what a template and those that see the same need to be given. A frame's imports serve its pages."""
    names = names_in(trees[name]) - MAY_BE_MISSING.get(name, set())
    for other, sees in asked_for(trees[name]):
        if sees:
            names = (names | needed(other, trees)) - made_in(trees[other])
    return names


def renderings() -> list[Given]:
    return [each for source in product() for each in given(source)]


def test_every_page_is_given_what_it_names(trees: dict[str, nodes.Template], everywhere: set[str]) -> None:
    found = renderings()
    assert len(found) > 30
    lacking = {
        (each.place, each.template): needed(each.template, trees) - each.names - everywhere for each in found
    }
    assert {place: names for place, names in lacking.items() if names} == {}


def test_a_part_that_is_imported_by_itself_names_only_what_is_everywhere(
    app: Flask, trees: dict[str, nodes.Template]
) -> None:
    alone = {name for tree in trees.values() for name, sees in asked_for(tree) if not sees}
    assert alone
    lacking = {name: names_in(trees[name]) - set(app.jinja_env.globals) for name in alone}
    assert {name: names for name, names in lacking.items() if names} == {}


def test_every_template_is_used(trees: dict[str, nodes.Template]) -> None:
    used = {each.template for each in renderings()}
    used |= {name for tree in trees.values() for name, _sees in asked_for(tree)}
    assert used == set(trees)


def test_a_frame_may_lack_only_what_it_names(trees: dict[str, nodes.Template]) -> None:
    for name, names in MAY_BE_MISSING.items():
        assert names <= names_in(trees[name])


class Recording(ChainableUndefined):
    """Remembers what a template of ours asked a value for that the value has not."""

    seen: ClassVar[set[tuple[str, str]]] = set()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        file = sys._getframe(2).f_code.co_filename
        # A mapping may well lack a key; a value that has fields has them all.
        if "/consult/" in file and obj is not missing and not isinstance(obj, Mapping):
            self.seen.add((file.partition("templates/")[2], f"{type(obj).__name__}.{name}"))


def test_no_value_is_asked_for_a_field_that_it_has_not(
    app: Flask, pack: Pack, organiser: Prepared, fill: Fill, addresses: Addresses
) -> None:
    app.jinja_env.undefined, Recording.seen = Recording, set()
    fill(invented_tallies(pack, iter(range(20, 100_000))))
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    client.set_cookie("visit", organiser.cookie)
    for with_answers, language in every_pair((False, True), LANGUAGES):
        if with_answers:
            answer(client, 2, choice="agree", text="My words.")
        for endpoint in [name for name, route in ROUTES.items() if route.shows]:
            client.set_cookie("visit", organiser.cookies[who_opens(endpoint)])
            assert client.get(addresses(endpoint, language), follow_redirects=True).status_code == 200, endpoint
    assert client.get(addresses("organiser.campaign", "en") + f"?by={pack.about_you[0].id}").status_code == 200
    assert Recording.seen == set()


def test_a_misspelt_field_is_seen(app: Flask) -> None:
    app.jinja_env.undefined, Recording.seen = Recording, set()
    template = app.jinja_env.from_string("{{ pack.titel }}")
    template.root_render_func.__code__ = template.root_render_func.__code__.replace(
        co_filename="/consult/templates/a"
    )
    template.render(pack=app)
    assert Recording.seen == {("a", "Flask.titel")}

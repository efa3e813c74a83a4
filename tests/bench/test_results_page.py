"""Results pages are made from tallies: they name no table that grows with each response."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bench.results_page import View, in_turn, median, pages, plan, signed_in, statements
from consult.cli.demo import share
from consult.cli.invented import Crowd
from consult.packs.model import Pack

GROWING = re.compile(r"\b(records|comments|inbox|drafts)\b")


@dataclass(frozen=True)
class Site:
    """An app with some responses, and a client of somebody who may see them."""

    app: Flask
    client: FlaskClient


@pytest.fixture
def site(app: Flask, pack: Pack) -> Site:
    with app.app_context():
        assert share(pack.id, Crowd(pack, write=200), range(60)) == 60
    return Site(app, signed_in(app))


def test_no_results_page_reads_a_table_that_grows_with_responses(site: Site, pack: Pack) -> None:
    for address in pages(pack):
        asked = [each.text for each in statements(site.app, site.client, address)]
        assert any("FROM tallies" in each for each in asked)
        assert [each for each in asked if GROWING.search(each)] == []


def test_the_page_with_comments_would_be_found_out(site: Site, pack: Pack) -> None:
    asked = statements(site.app, site.client, f"/organiser/campaigns/{pack.id}/comments/1")
    named = [each for each in asked if GROWING.search(each.text)]
    assert named
    assert all(plan(site.app, each) for each in named)


def test_views_are_timed_in_turn_for_each_client(site: Site, pack: Pack) -> None:
    spent = in_turn(pages(pack)[0], site.client, site.client, views=6)
    assert [len(times) for times in spent] == [1, 1]
    assert min(min(view) for views in spent for view in views) > 0
    assert median([View(3, 1), View(1, 2), View(2, 9)]) == View(2, 2)

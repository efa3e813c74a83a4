"""Everything that somebody who runs the whole site is shown of a campaign: each page and each file.

Taken through the site itself, so that the differ need not trust anybody about what there is to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from flask import Flask
from flask.testing import FlaskClient

from consult.answers.path import kind_of
from consult.packs.model import Pack
from consult.results.exports.formats import FORMATS
from consult.web.languages import LANGUAGES
from tests.guards.routes import ROUTES, Access, Addresses

RANDOM = {
    "the guard of a form, which is drawn for each page": re.compile(rb'(name="csrf_token" value=")[^"]*'),
    "the receipt of the next paper booklet, which is drawn for each page": re.compile(
        rb'(name="receipt" value=")[^"]*'
    ),
}
"""What two looks at the same page never have in common, and why. Nothing else is left out of the comparison."""

OF_NOBODY = {
    "organiser.hide": "one comment of those on the page of all comments, with a form",
    "organiser.file": "taken in each format",
    "organiser.comments_on": "taken for each question",
    "organiser.handout_file": "made of what organisers say, as the page about handouts shows",
}
"""Pages of a campaign that are not asked for by themselves, and why."""

OVER_ALL = ("organiser.campaigns", "organiser.compare", "organiser.method")
"""Pages about all campaigns that hold numbers. The record of what organisers did grows with each look."""

ABOUT = 6
"""The number of the one question that people write about."""

SHORT = ("organiser.campaign", "organiser.comments", "organiser.files", "organiser.manage", *OVER_ALL)
"""The pages that hold what those who answer said, or how many they are."""


def pages_of_a_campaign(app: Flask) -> list[str]:
    """Return the endpoints of a campaign's own pages."""
    own = {rule.endpoint for rule in app.url_map.iter_rules() if "slug" in rule.arguments}
    return sorted(
        name
        for name, route in ROUTES.items()
        if route.access is Access.OWN_CAMPAIGN and route.shows and name in own and name not in OF_NOBODY
    )


def addresses(app: Flask, pack: Pack, *, at_length: bool) -> Iterator[str]:
    """Give the address of everything that can be asked for.

    Unless `at_length`, what takes long or holds the same again is left out: Welsh, pages without a number or a word
    of those who answer, comments on questions that nobody wrote about, and the workbook. A workbook of groups holds
    the numbers of the table (CSV) of the same groups.
    """
    find = Addresses(app, pack)
    groupings = [about.id for about in pack.about_you]
    with_words = [question.number for question in pack.questions if kind_of(question).has_text]
    for language in LANGUAGES if at_length else ("en",):
        for endpoint in (*pages_of_a_campaign(app), *OVER_ALL) if at_length else SHORT:
            yield find(endpoint, language)
        campaign = find("organiser.campaign", language)
        yield from (f"{campaign}?{urlencode({'by': each})}" for each in groupings)
    numbers = with_words if at_length else [ABOUT]
    yield from (find("organiser.comments_on", "en", number=number) for number in numbers)
    for key, kind in FORMATS.items() if at_length else [each for each in FORMATS.items() if each[0] != "xlsx"]:
        file = find("organiser.file", "en", ending=key)
        yield file
        if kind.grouped and key != "xlsx":
            yield from (f"{file}?{urlencode({'by': each})}" for each in groupings)


def everything(client: FlaskClient, pack: Pack, *, at_length: bool = False) -> Mapping[str, bytes]:
    """Return what each address answers: its status, where it leads, and every byte of it but what is `RANDOM`."""
    found = {}
    for address in addresses(client.application, pack, at_length=at_length):
        answer = client.get(address)
        body = answer.data
        for drawn in RANDOM.values():
            body = drawn.sub(rb"\1", body)
        found[address] = f"{answer.status_code} {answer.location} {answer.content_type}\n".encode() + body
    return found


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """Return the addresses that were asked for both times and answer something else."""
    return {address for address in before.keys() & after.keys() if before[address] != after[address]}

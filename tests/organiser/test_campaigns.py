"""The list of campaigns, and one campaign's results."""

from __future__ import annotations

from itertools import cycle

from bs4 import BeautifulSoup, Tag
from flask import Flask

from consult.answers.citing import sites
from consult.answers.path import options_of
from consult.packs.model import Pack
from consult.results.tally import CITED, RESPONSES, Tally
from consult.store import campaigns
from consult.store.roles import Role
from tests.organiser.conftest import Fill
from tests.organiser.material import EMAIL, add_account, invented_tallies, sign_in
from tests.pages import InspectingClient, soup, text_of
from tests.results.material import plain_key


def everyone(question: str, option: str, count: int) -> Tally:
    """Return a tally whose key rounds its count to five."""
    return Tally(question, option, count, plain_key(count))


def responses(count: int) -> Tally:
    return everyone(RESPONSES, RESPONSES, count)


def table_of(page: BeautifulSoup, question: str) -> list[list[str]]:
    """Return the texts of a question's table, row by row."""
    heading = page.find(id=f"question-{question}")
    assert isinstance(heading, Tag)
    section = heading.find_parent(class_="app-result")
    assert section is not None
    return [[text_of(cell) for cell in row.select("th, td")] for row in section.select("tr")]


def test_the_list_says_how_many_and_has_the_link_to_share(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill([responses(23)])
    page = soup(signed_in.get("/organiser/"))
    section = page.select_one(".app-campaign")
    assert "25 responses" in text_of(section)
    address = page.select_one("a.app-address")
    assert address is not None
    assert text_of(address) == f"http://localhost/c/{pack.id}"
    assert signed_in.get(str(address["href"])).status_code == 200


def test_an_organiser_without_campaigns_is_told_what_to_do(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        add_account(EMAIL, Role.ORGANISER, [])
    sign_in(client)
    assert "You have no campaigns yet" in client.get("/organiser/").text


def test_a_campaign_without_its_questions_says_so(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        campaigns.add("orphan", "An orphan", "a-pack-that-went")
        add_account(EMAIL, Role.ORGANISER, ["orphan"])
    sign_in(client)
    assert "not on this site any more" in client.get("/organiser/").text
    assert client.get("/organiser/campaigns/orphan").status_code == 404


def test_with_fewer_than_ten_there_is_nothing_but_why(signed_in: InspectingClient, pack: Pack, fill: Fill) -> None:
    first = pack.questions[0]
    for count in (0, 1, 9):
        fill([responses(count), everyone(first.id, options_of(pack, first)[0].id, count)] if count else [])
        page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}"))
        assert "Too few people have shared" in text_of(page.main)
        assert "could point to one person" in text_of(page.main)
        assert not page.select("table, svg, main h2, select")
        for ending in ("csv", "xlsx"):
            answer = signed_in.get(f"/organiser/campaigns/{pack.id}/results.{ending}")
            assert (answer.status_code, answer.location) == (303, f"/organiser/campaigns/{pack.id}")


def test_every_question_has_its_chart_and_table(signed_in: InspectingClient, pack: Pack, fill: Fill) -> None:
    closed = next(question for question in pack.questions if options_of(pack, question))
    opened = next(question for question in pack.questions if not options_of(pack, question))
    first, second, *others = options_of(pack, closed)
    fill(
        [
            responses(203),
            everyone(closed.id, first.id, 101),
            everyone(closed.id, second.id, 9),
            everyone(opened.id, "answered", 48),
        ]
    )
    page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}"))
    assert "205 responses" in text_of(page.main)
    assert "week that began on 9 February 2026" in text_of(page.main)
    assert table_of(page, closed.id) == [
        ["Answer", "Responses", "Percent"],
        [first.label, "100", "49%"],
        [second.label, "too few to show", "not shown"],
        *([other.label, "too few to show", "not shown"] for other in others),
    ]
    assert table_of(page, opened.id)[1:] == [["Wrote an answer", "50", "24%"]]
    bars = page.select("svg.app-bar")
    assert [(bar["aria-hidden"], bar.rect["width"] if bar.rect else "") for bar in bars] == [
        ("true", "49%"),
        ("true", "24%"),
    ]
    for question in pack.questions:
        section = page.select_one(f".app-result:has(#question-{question.id})")
        assert question.wording.text in text_of(section)
        assert "Status of the wording" in text_of(section)


def test_tables_can_be_read_without_seeing_them(signed_in: InspectingClient, pack: Pack, fill: Fill) -> None:
    fill(invented_tallies(pack, iter(lambda: 500, 0)))
    for query in ("", "?by=region"):
        page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}{query}"))
        tables = page.select("table")
        assert len(tables) == len(pack.questions)
        for table in tables:
            assert text_of(table.caption)
            assert {head["scope"] for head in table.select("thead th")} == {"col"}
            assert {row.select("th, td")[0].get("scope") for row in table.select("tbody tr")} == {"row"}
        for region in page.select(".app-scroll"):
            assert (region["role"], region["tabindex"]) == ("region", "0")
            assert region["aria-labelledby"]


def test_a_breakdown_shows_each_group_and_names_those_that_are_too_small(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    about = next(question for question in pack.about_you if question.id == "region")
    question = next(question for question in pack.questions if options_of(pack, question))
    counts = {option.id: 60 for option in about.options} | {about.options[0].id: 4, about.options[1].id: 6}
    places = [(RESPONSES, RESPONSES), *((question.id, option.id) for option in options_of(pack, question))]
    groups = [
        Tally(*place, count, plain_key(count), about.id, value)
        for value, count in counts.items()
        for place in places
    ]
    fill([responses(500), *groups])
    page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}?by={about.id}"))
    rows = table_of(page, question.id)
    assert rows[0] == ["Group", *(option.label for option in options_of(pack, question))]
    assert [row[0] for row in rows[1:]] == [f"{option.label} 60 responses" for option in about.options[2:]]
    assert {cell for row in rows[1:] for cell in row[1:]} == {"100% 60 responses"}
    too_small = text_of(page.main).split("nobody can be picked out:")[1].split(" .")[0]
    assert [each.strip() for each in too_small.split(" , ")] == [option.label for option in about.options[:2]]
    chosen = page.select_one("select#by option[selected]")
    assert chosen is not None
    assert chosen["value"] == about.id
    for link in page.select("a[href*='/results.']"):
        assert str(link["href"]).endswith(f"?by={about.id}")
    welsh = page.select_one("a[hreflang=cy]")
    assert welsh is not None
    assert signed_in.get(str(welsh["href"])).status_code == 200


def test_a_breakdown_of_small_groups_only_has_no_tables(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill([responses(50), Tally(RESPONSES, RESPONSES, 7, 0, "region", "london")])
    page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}?by=region"))
    assert "London" in text_of(page.main)
    assert not page.select("table")


def test_answers_that_the_pack_no_longer_has_are_still_shown(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill([responses(50), everyone("gone", "also-gone", 20), everyone(pack.questions[0].id, "gone-too", 15)])
    text = text_of(soup(signed_in.get(f"/organiser/campaigns/{pack.id}")).main)
    assert "A question no longer in the pack (gone)" in text
    assert "An option no longer in the pack (gone-too)" in text


def test_the_page_says_what_the_numbers_are_and_are_not(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill(invented_tallies(pack, cycle([120, 45])))
    text = text_of(soup(signed_in.get(f"/organiser/campaigns/{pack.id}")).main)
    assert "not a sample of the public" in text
    assert "No number under 10 is shown" in text
    assert "to a multiple of 5" in text


def test_the_sites_that_people_name_are_counted_from_ten_on(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    first = next(iter(sites(pack).values()))
    second = next(each for each in sites(pack).values() if each.publisher != first.publisher)
    fill([responses(100), everyone(CITED, first.id, 40), everyone(CITED, second.id, 5)])
    page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}"))
    (table,) = [each.find_parent(class_="app-result") for each in page.select("#cited")]
    assert table is not None
    assert first.publisher in text_of(table)
    assert second.publisher not in text_of(table)
    assert "no longer in the pack" not in text_of(page)

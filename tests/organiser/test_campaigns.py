"""One campaign's results."""

from __future__ import annotations

from gettext import NullTranslations
from itertools import cycle

from bs4 import BeautifulSoup, Tag

from consult.answers.citing import sites
from consult.answers.path import options_of
from consult.packs.model import Pack
from consult.results import method
from consult.results.tally import CITED, LANGUAGE, RESPONSES, Tally
from tests.organiser.conftest import Fill
from tests.organiser.material import OTHERS, invented_tallies
from tests.pages import InspectingClient, soup, text_of
from tests.results.material import plain_key


def everyone(question: str, option: str, count: int) -> Tally:
    """Return a tally whose key rounds its count to five."""
    return Tally(question, option, count, plain_key(count))


def responses(count: int) -> Tally:
    return everyone(RESPONSES, RESPONSES, count)


def bars(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Return of each bar whether it is hidden from screen readers, and how long it is."""
    found = page.select("svg.app-bar")
    return [(str(bar["aria-hidden"]), str(bar.rect["width"]) if bar.rect else "") for bar in found]


def table_of(page: BeautifulSoup, question: str) -> list[list[str]]:
    """Return the texts of a question's table, row by row."""
    return rows_at(page, f"question-{question}")


def rows_at(page: BeautifulSoup, name: str) -> list[list[str]]:
    """Return the texts of the table below a heading, row by row."""
    heading = page.find(id=name)
    assert isinstance(heading, Tag)
    section = heading.find_parent(class_="app-result")
    assert section is not None
    return [[text_of(cell) for cell in row.select("th, td")] for row in section.select("tr")]


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
    assert bars(page) == [("true", "49%"), ("true", "24%")] * 2
    completion = {row[0]: row[1:] for row in rows_at(page, "completion")}
    assert completion[f"Question {closed.number} : {closed.topic}"] == ["100 or more", "49%"]
    assert completion[f"Question {opened.number} : {opened.topic}"] == ["50", "24%"]
    assert len(completion) == len(pack.questions) + 1
    for question in pack.questions:
        section = page.select_one(f".app-result:has(#question-{question.id})")
        assert question.wording.text in text_of(section)
        assert "Status of the wording" in text_of(section)


def test_tables_can_be_read_without_seeing_them(signed_in: InspectingClient, pack: Pack, fill: Fill) -> None:
    fill(invented_tallies(pack, iter(lambda: 500, 0)))
    for query in ("", "?by=region"):
        page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}{query}"))
        tables = page.select("table")
        assert len(tables) == len(pack.questions) + (not query)
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


def test_a_question_that_nothing_is_known_of_is_one_sentence_and_small_groups_are_named_once(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    about = next(question for question in pack.about_you if question.id == "region")
    first, second = [question for question in pack.questions if options_of(pack, question)][:2]
    groups = [Tally(RESPONSES, RESPONSES, 60, plain_key(60), about.id, option.id) for option in about.options]
    some = [
        Tally(first.id, options_of(pack, first)[0].id, 55, plain_key(55), about.id, option.id)
        for option in about.options[:3]
    ]
    fill([responses(900), *groups, *some])
    page = soup(signed_in.get(f"/organiser/campaigns/{pack.id}?by={about.id}"))
    assert [row[0] for row in rows_at(page, f"question-{first.id}")[1:]] == [
        f"{option.label} 60 responses" for option in about.options[:3]
    ]
    named = text_of(page.select_one(f".app-result:has(#question-{first.id})")).split("shown here of:")[1]
    assert [each.strip() for each in named.rstrip(" .").split(" , ")] == [
        option.label for option in about.options[3:]
    ]
    other = page.select_one(f".app-result:has(#question-{second.id})")
    assert "No number can be shown of how these groups answered" in text_of(other)
    assert len(page.select("table")) == 1


def test_groups_that_there_are_not_are_said_not_to_be_with_those_that_there_are(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill([responses(500)])
    for path in (f"/organiser/campaigns/{pack.id}", f"/organiser/campaigns/{pack.id}/results.csv"):
        for wrong in ("zz", LANGUAGE, "<b>"):
            response = signed_in.get(path, query_string={"by": wrong})
            page = soup(response)
            assert response.status_code == 404
            assert text_of(page.h1) == "There is no such group"
            links = [str(link["href"]) for link in page.select("main a[href*='by=']")]
            assert links == [f"/organiser/campaigns/{pack.id}?by={about.id}" for about in pack.about_you]
            assert signed_in.get(links[0]).status_code == 200
            assert "Signed in as" in text_of(page)


def test_the_method_is_a_page_that_every_page_with_numbers_leads_to(
    signed_in: InspectingClient, administrator: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill([responses(500)])
    fill([responses(300)], OTHERS)
    whole = text_of(soup(signed_in.get("/organiser/method")).main)
    for part in method.parts(NullTranslations()):
        for text in (part.heading, *part.paragraphs):
            assert " ".join(text.split()) in whole
    for source in method.SOURCES:
        assert source.title in whole
        assert source.address in whole
    compared = f"/organiser/compare?campaign={pack.id}&campaign={OTHERS}"
    for path in (f"/organiser/campaigns/{pack.id}", f"/organiser/campaigns/{pack.id}/files", compared):
        page = soup(administrator.get(path))
        assert page.select_one("main a[href='/organiser/method']") is not None
        on_paper = page.select(".app-print-only h2")
        assert bool(on_paper) is not path.endswith("files")

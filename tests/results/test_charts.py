"""Charts: all in words, told apart without colour, and safe wherever they are put."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from consult.packs.model import Pack
from consult.results.charts import WIDTH, question_chart
from consult.results.protect import protect
from consult.results.tables import Table
from tests.results.material import ENGLISH, make_pack, responses, tally

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def table() -> Table:
    return table_of(make_pack(options=("yes", "no", "maybe")))


def table_of(pack: Pack) -> Table:
    """Return a table with a number that is shown, one that is half of it, about, and one that is too small."""
    tallies = [responses(2000), tally("q1", "yes", 1600), tally("q1", "no", 800), tally("q1", "maybe", 3)]
    return protect(pack, tallies).tables[0]


def drawn(table: Table, source: str = "A campaign") -> etree._Element:
    return etree.fromstring(question_chart(table, ENGLISH, source=source).encode("utf-8"))


def texts(chart: etree._Element) -> list[str]:
    return ["".join(each.itertext()) for each in chart.iter(f"{SVG}text")]


def test_a_question_is_drawn_and_said_in_words(table: Table) -> None:
    chart = drawn(table)
    about = str(chart.findtext(f"{SVG}desc"))
    assert (chart.get("role"), chart.get("aria-labelledby")) == ("img", "title about")
    assert chart.findtext(f"{SVG}title") == "Question 1"
    assert f"Label of yes: {table.rows[0].count.value:,} responses" in about
    assert f"{table.rows[0].percent}% ({table.rows[0].count.value:,})" in texts(chart)
    assert "– too few to show" in texts(chart)
    assert texts(chart)[0] == "Question 1"
    assert texts(chart)[-1] == "A campaign"


def test_bars_are_as_long_as_they_say_and_what_is_held_back_has_none(table: Table) -> None:
    most, half = (float(str(each.get("width"))) for each in drawn(table).findall(f"{SVG}rect"))
    shares = [row.percent for row in table.rows if row.percent is not None]
    assert most / half == pytest.approx(shares[0] / shares[1], rel=0.001)
    assert len(shares) == 2


def test_nothing_in_it_runs_or_is_fetched_or_styled(table: Table) -> None:
    hostile = '<script>alert(1)</script>" onload="x'
    row = replace(table.rows[0], label=hostile)
    tree = drawn(replace(table, rows=(row,)), hostile)
    assert hostile in texts(tree)
    assert not [each for each in tree.iter() if etree.QName(each).localname in {"script", "style", "image", "use"}]
    names = {name for each in tree.iter() for name in each.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"style", "href"}]


def test_long_words_are_set_in_lines_and_the_picture_grows(table: Table) -> None:
    row = replace(table.rows[0], label="many words " * 30)
    chart, short = drawn(replace(table, rows=(row,))), drawn(replace(table, rows=(table.rows[0],)))
    assert max(map(len, texts(chart))) < WIDTH / 8
    assert int(str(chart.get("height"))) > int(str(short.get("height"))) + 60

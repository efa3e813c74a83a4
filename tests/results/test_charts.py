"""Charts: all in words, told apart without colour, and safe to stand in a page."""

from __future__ import annotations

import pytest
from lxml import etree

from consult.results.charts import PATTERNS, Bar, bar_chart, question_chart
from consult.results.protect import protect
from tests.results.material import ENGLISH, make_pack, responses, tally

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: str) -> etree._Element:
    return etree.fromstring(chart)


def texts(chart: etree._Element) -> list[str]:
    return ["".join(each.itertext()) for each in chart.iter(f"{SVG}text")]


def test_a_question_is_drawn_and_said_in_words() -> None:
    pack = make_pack(options=("yes", "no"))
    results = protect(pack, [responses(200), tally("q1", "yes", 120), tally("q1", "no", 3)])
    table = results.tables[0]
    chart = drawn(question_chart(table, "Question 1", ENGLISH, name="q1"))
    about = str(chart.findtext(f"{SVG}desc"))
    assert chart.get("role") == "img"
    assert chart.get("aria-labelledby") == "q1-title q1-about"
    assert chart.findtext(f"{SVG}title") == "Question 1"
    assert about.startswith(f"Label of yes: {table.rows[0].count.value} responses")
    assert f"{table.rows[0].percent}% ({table.rows[0].count.value})" in texts(chart)
    assert "– not shown (too few to show)" in texts(chart)
    assert len(chart.findall(f"{SVG}rect")) == 1


def test_bars_are_as_long_as_they_say() -> None:
    chart = drawn(bar_chart([Bar("a", "1", 25), Bar("b", "2", 100)], "T", "D", name="x"))
    quarter, whole = (float(str(each.get("width"))) for each in chart.findall(f"{SVG}rect"))
    assert whole == pytest.approx(4 * quarter)


def test_series_are_told_apart_by_patterns() -> None:
    kinds = [f"Kind {number}" for number in range(len(PATTERNS))]
    bars = [Bar("a", str(number), 10, number) for number in range(len(kinds))]
    chart = drawn(bar_chart(bars, "T", "D", name="x", series=kinds))
    patterns = ["".join(etree.tostring(each, encoding="unicode")) for each in chart.iter(f"{SVG}pattern")]
    assert len({pattern.partition(">")[2] for pattern in patterns}) == len(kinds)
    assert set(kinds) <= set(texts(chart))
    with pytest.raises(ValueError, match="at most"):
        bar_chart(bars, "T", "D", name="x", series=[*kinds, "one more"])


def test_nothing_in_it_runs_or_is_fetched_or_styled() -> None:
    hostile = '<script>alert(1)</script>" onload="x'
    chart = bar_chart([Bar(hostile, hostile, 5)], hostile, hostile, name="x", series=[hostile])
    tree = drawn(chart)
    assert not [each for each in tree.iter() if etree.QName(each).localname in {"script", "style", "image", "use"}]
    names = {name for each in tree.iter() for name in each.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"style", "href"}]


def test_long_words_are_set_in_lines() -> None:
    chart = drawn(bar_chart([Bar("many words " * 30, "1", 5), Bar("", "2", None)], "T", "D", name="x"))
    assert max(map(len, texts(chart))) < 80
    assert len(texts(chart)) > 4

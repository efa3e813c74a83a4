"""What a web page's text is, and what is only the page's."""

from __future__ import annotations

import pytest

from consult.packs.compare.blocks import Block, DocumentError, Kind
from consult.packs.compare.reading.html import DEEPEST, read_html
from tests.packs.compare.pages import ADDRESS, FOOTNOTE, page


def texts(html: str) -> list[str]:
    return [block.text for block in read_html(html).blocks]


def blocks(html: str) -> tuple[Block, ...]:
    return read_html(html).blocks


def test_only_the_text_of_the_main_part_is_read() -> None:
    assert texts(page("<p>Boats.</p>")) == ["Boats."]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><p>x</p></nav>",
        "<footer><p>x</p></footer>",
        "<header><p>x</p></header>",
        '<div role="banner">x</div>',
        '<div class="gem-c-cookie-banner">x</div>',
        '<p class="govuk-breadcrumbs__list-item">x</p>',
        '<div class="gem-c-contents-list gem-c-contents-list--wide">x</div>',
        '<span class="govuk-visually-hidden">x</span>',
        "<script>x</script><style>x</style><noscript>x</noscript><template>x</template>",
        "<div hidden>x</div>",
        '<div style="display: none">x</div>',
        "<del>x</del>",
        '<p class="MsoToc1">x</p>',
        '<aside id="fn:1">x</aside>',
        "<!-- x -->",
    ],
)
def test_furniture_and_what_is_not_shown_are_left_out(furniture: str) -> None:
    assert texts(f"<body>{furniture}<p>Boats.</p></body>") == ["Boats."]


def test_furniture_in_furniture_does_not_end_it_early() -> None:
    assert texts("<nav><nav>x</nav><br>y</nav><p>Boats.</p>") == ["Boats."]


@pytest.mark.parametrize(
    "part",
    [
        "<main><header><h2>Boats.</h2></header></main>",
        '<main><div class="header">Boats.</div></main>',
        '<div class="govuk-accordion__section-content" hidden>Boats.</div>',
        '<div hidden="until-found">Boats.</div>',
        '<body class="footer header"><p>Boats.</p></body>',
        "<details><summary>Boats.</summary></details>",
        '<div class="gem-c-contents-list-with-body">Boats.</div>',
    ],
)
def test_text_that_looks_like_furniture_is_kept(part: str) -> None:
    assert texts(part) == ["Boats."]


def test_the_page_says_where_it_is_from() -> None:
    assert read_html(page("<p>x</p>")).canonical == ADDRESS


@pytest.mark.parametrize(
    "address",
    [
        "https://gov.uk.example.org/paper",
        "https://example.org/www.gov.uk",
        "https://notgov.uk/paper",
        "javascript://www.gov.uk/%0aalert(1)",
        "/government/paper",
        "https://[www.gov.uk",
        "https://www.gov.uk/a b",
    ],
)
def test_only_an_address_on_a_gov_uk_host_counts(address: str) -> None:
    assert read_html(page("<p>x</p>", canonical=address)).canonical is None


def test_footnote_marks_are_no_part_of_the_words() -> None:
    assert texts(page(f"<p>All boats{FOOTNOTE}, that is, ships.</p>")) == ["All boats, that is, ships."]


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>[1]</sup>",
        "<sup>footnote 1</sup>",
        '<sup><a href="#_ftn1">1</a></sup>',
        '<a href="#fn1"><sup>1</sup></a>',
        '<a role="doc-noteref" href="#n">1</a>',
        "<sup>1</sup>",
        "<sup>1, 2</sup>",
    ],
)
def test_footnote_marks_of_other_systems_are_dropped(mark: str) -> None:
    assert texts(f"<p>All boats{mark}.</p>") == ["All boats."]


def test_a_power_is_no_footnote_mark() -> None:
    assert texts("<p>Ten m<sup>2</sup> of deck</p>") == ["Ten m2 of deck"]


def test_a_link_to_a_note_that_holds_words_keeps_them() -> None:
    assert texts('<p>All <a href="#fn1">boats</a> count.</p>') == ["All boats count."]


def test_lists_are_numbered_as_a_browser_numbers_them() -> None:
    html = (
        '<ol><li>a</li><p>between</p><li>b</li></ol><ol start="7"><li>c</li><li value="9">d</li><li>e</li></ol>'
        '<ol type="a"><li>f</li></ol><ul><li>g</li></ul><ol class="legislative-list"><li>1. h</li></ol>'
    )
    assert [(block.label, block.text) for block in blocks(html)] == [
        ("1.", "a"),
        ("", "between"),
        ("2.", "b"),
        ("7.", "c"),
        ("9.", "d"),
        ("10.", "e"),
        ("", "f"),
        ("", "g"),
        ("", "1. h"),
    ]


def test_only_the_first_block_of_an_item_is_an_item() -> None:
    html = "<ol><li><p>a</p><p>b</p><ul><li>c</li></ul></li></ol><p>d</p>"
    assert [(block.kind, block.depth) for block in blocks(html)] == [
        (Kind.ITEM, 1),
        (Kind.PARAGRAPH, 1),
        (Kind.ITEM, 2),
        (Kind.PARAGRAPH, 0),
    ]


def test_items_and_paragraphs_may_be_left_open() -> None:
    assert [block.label for block in blocks("<ol><li>a<li>b</ol><p>c<p>d")] == ["1.", "2.", "", ""]


def test_cells_know_their_row() -> None:
    first, second, third = blocks("<table><tr><td>1</td><td>a</td></tr><tr><td>2</td></tr></table>")
    assert first.row == second.row != third.row
    assert first.box != second.box
    assert {first.kind, second.kind, third.kind} == {Kind.CELL}


def test_a_table_in_a_cell_gives_the_row_back() -> None:
    html = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"
    first, inner, last = blocks(html)
    assert first.row == last.row != inner.row


def test_a_contents_list_of_links_is_left_out_but_a_linked_heading_is_not() -> None:
    html = '<ol><li><a href="#q1">Question 1</a></li></ol><h3><a href="#q1">Question 1</a></h3>'
    assert texts(html) == ["Question 1"]


def test_a_line_break_parts_lines_and_a_new_line_does_not() -> None:
    assert texts("<p>Question 1<br>Do you\nagree?</p>") == ["Question 1\nDo you agree?"]
    assert texts("<pre>one\ntwo</pre>") == ["one\ntwo"]


def test_entities_soft_hyphens_and_hard_spaces_are_read() -> None:
    assert texts("<p>&lsquo;in&shy;ner&rsquo;&nbsp;harbour &amp; bay</p>") == ["‘inner’ harbour & bay"]


def test_nesting_beyond_any_real_page_is_refused() -> None:
    with pytest.raises(DocumentError, match="deep"):
        read_html("<div>" * (DEEPEST + 5) + "x")


def test_deep_nesting_is_read() -> None:
    assert texts("<div>" * (DEEPEST - 5) + "x") == ["x"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Boats",
        "<p>Boats</b></i></div></main></table>",
        "<p <p>Boats</p>",
        '<p class="x>Boats',
        "<p>Bo\0ats</p>",
        "<!-- <p>x --><p>Boats",
        "<![CDATA[x]]><p>Boats",
        "</html></body><p>Boats",
        "<table><p>Boats",
    ],
)
def test_broken_tags_lose_no_words(html: str) -> None:
    assert [text for text in texts(html) if "Boats" in text] or "class" in html

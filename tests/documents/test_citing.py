"""Sources as links."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from consult.answers.sheet import AnswerSheet
from consult.documents.building import build_response
from consult.documents.citing import source, web_address
from consult.documents.details import Details
from consult.documents.model import text_of
from consult.documents.plain import render_text
from consult.documents.reading import links_of
from consult.documents.writing import Writer
from consult.packs.model import Pack
from tests.documents.conftest import ON


@pytest.mark.parametrize(
    ("line", "text", "linked", "address"),
    [
        ("A book", "A book", None, None),
        ("Report, https://x.org/a.", "Report: https://x.org/a", "Report", "https://x.org/a"),
        ("https://x.org/a", "A page on x.org: https://x.org/a", "A page on x.org", "https://x.org/a"),
        ("https://x.org/a - Report", "Report: https://x.org/a", "Report", "https://x.org/a"),
        ("Report (https://x.org/a) page 3", "Report: https://x.org/a page 3", "Report", "https://x.org/a"),
        ("here: https://x.org", "here A page on x.org: https://x.org", "A page on x.org", "https://x.org"),
        ("• https://x.org", "• A page on x.org: https://x.org", "A page on x.org", "https://x.org"),
        ("رپورٹ https://x.org", "رپورٹ: https://x.org", "رپورٹ", "https://x.org"),
        (
            "HTTPS://X.org/Ä?q=é#ü",
            "A page on x.org: HTTPS://X.org/Ä?q=é#ü",
            "A page on x.org",
            "https://x.org/%C3%84?q=%C3%A9#%C3%BC",
        ),
        ("Report, www.gov.uk/a.", "Report: www.gov.uk/a", "Report", "https://www.gov.uk/a"),
        ("(www.gov.uk)", "A page on www.gov.uk: www.gov.uk", "A page on www.gov.uk", "https://www.gov.uk"),
        ("WWW.X.org:81?q=1, p. 3", "p. 3: WWW.X.org:81?q=1", "p. 3", "https://www.x.org:81?q=1"),
        ("Law:www.gov.uk;2024", "Law: www.gov.uk 2024", "Law", "https://www.gov.uk"),
        ("www.x.org https://y.org", "www.x.org A page on y.org: https://y.org", "A page on y.org", "https://y.org"),
        ("www.", "www.", None, None),
        ("See www.", "See www.", None, None),
        ("www.nothing", "www.nothing", None, None),
        ("www.nothing.", "www.nothing.", None, None),
        ("www.nothing/a.html", "www.nothing/a.html", None, None),
        ("www.gov..uk", "www.gov..uk", None, None),
        ("www.-.-", "www.-.-", None, None),
        ("ama@www.gov.uk", "ama@www.gov.uk", None, None),
        ("www.ama.org@gov.uk", "www.ama.org@gov.uk", None, None),
        ("ftp://www.gov.uk", "ftp://www.gov.uk", None, None),
        ("awww.gov.uk", "awww.gov.uk", None, None),
        ("javascript:alert(1)", "javascript:alert(1)", None, None),
        ("http://[", "http://[", None, None),
        ("https://u:p@x.org", "https://u:p@x.org", None, None),
    ],
)
def test_a_source(line: str, text: str, linked: str | None, address: str | None) -> None:
    runs = source(line, Writer("en-GB"), NullTranslations()).runs
    links = [run for run in runs if run.link]
    assert text_of(runs) == text
    assert ("".join(run.text for run in links) or None, links[0].link if links else None) == (linked, address)


def test_an_address_is_not_written_twice_in_plain_text(pack: Pack, sheet: AnswerSheet) -> None:
    details = Details(sources=("Report www.gov.uk/report", "www.gov.uk/other."))
    response = build_response(pack, sheet, details, on=ON, words=NullTranslations(), language="en")
    lines = render_text(response).splitlines()
    assert "• Report: www.gov.uk/report" in lines
    assert "• A page on www.gov.uk: www.gov.uk/other" in lines
    assert {"https://www.gov.uk/report", "https://www.gov.uk/other"} <= set(links_of(response))


@pytest.mark.parametrize(
    "address", ["", "x", "ftp://x.org", "http://", "http://x.org:99999", "http://..", "http://\ud800"]
)
def test_what_is_no_web_address(address: str) -> None:
    assert web_address(address) is None


def test_a_port_and_an_address_in_numbers_stay() -> None:
    assert web_address("http://[::1]:8080/x") == "http://[::1]:8080/x"

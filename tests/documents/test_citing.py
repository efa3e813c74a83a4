"""Sources as links."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from consult.documents.citing import source, web_address
from consult.documents.model import text_of
from consult.documents.writing import Writer


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


@pytest.mark.parametrize(
    "address", ["", "x", "ftp://x.org", "http://", "http://x.org:99999", "http://..", "http://\ud800"]
)
def test_what_is_no_web_address(address: str) -> None:
    assert web_address(address) is None


def test_a_port_and_an_address_in_numbers_stay() -> None:
    assert web_address("http://[::1]:8080/x") == "http://[::1]:8080/x"

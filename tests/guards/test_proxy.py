"""The proxy that is shown to operators keeps off its disk what passes through it."""

from __future__ import annotations

import re

from consult.settings import ROOT
from consult.wiring import MOST_BYTES

PAGE = ROOT / "docs" / "deploying.md"


def directives() -> dict[str, str]:
    """Return what stands in the block for nginx, by the name of the directive."""
    block = PAGE.read_text(encoding="utf-8").split("With nginx,")[1].split("```")[1]
    return dict(re.findall(r"^\s*(\w+) ([^;{]+);$", block, re.MULTILINE))


def test_no_body_that_the_site_takes_is_larger_than_what_nginx_holds_in_memory() -> None:
    given = directives()
    assert given["client_body_buffer_size"] == given["client_max_body_size"] == f"{MOST_BYTES // 1024**2}m"


def test_no_answer_is_put_into_a_file() -> None:
    assert directives()["proxy_max_temp_file_size"] == "0"

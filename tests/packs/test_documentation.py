"""The page on writing a pack names every key there is, and none that is not."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from consult.packs.keys import TOP, tables
from consult.packs.kinds import NEEDS_SCALE
from consult.packs.reading import FILES, HOME
from consult.packs.rules.plain_text import GLOSS_SENTENCE
from consult.packs.rules.prompts import NOTE_WORDS, POINT_WORDS

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `(?P<key>\w+)` \| (?P<needed>yes|no) \|", re.MULTILINE)


def _tables_named(heading: str) -> list[str]:
    """Return the tables that a heading is about, named as `tables()` names them."""
    names = [name.strip("[]") for name in re.findall(r"`([^`]+)`", heading.partition(" in `")[0])]
    if names == ["pack.toml"]:
        return [TOP]
    if names[0] == "options":
        return [f"{name}.options" for name in names[1:]]
    return [name.replace("guides.q1", "guides") for name in names]


def _documented() -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for part in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        rows = {row["key"]: row["needed"] == "yes" for row in _ROW.finditer(part)}
        for name in _tables_named(part.partition("\n")[0]):
            found[name] |= rows
    return dict(found)


def _known() -> dict[str, dict[str, bool]]:
    return {
        name: {key: field.is_required() if field else True for key, field in keys.items()}
        for name, keys in tables().items()
    }


def test_every_table_is_documented() -> None:
    assert set(_documented()) == set(_known())


@pytest.mark.parametrize("name", sorted(_known()))
def test_every_key_is_documented_with_whether_it_is_needed(name: str) -> None:
    assert _documented()[name] == _known()[name]


@pytest.mark.parametrize(("key", "file"), sorted(HOME.items()))
def test_the_page_says_in_which_file_a_key_stands(key: str, file: str) -> None:
    assert re.search(rf"^\| `{key}` \| (?:yes|no) \| In `{re.escape(file)}`", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", [*FILES, *NEEDS_SCALE])
def test_every_file_and_every_kind_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE or f'`"{name}"`' in PAGE


def test_the_limits_on_the_page_are_the_ones_that_are_checked() -> None:
    assert f"{POINT_WORDS} words at most" in PAGE
    assert f"{NOTE_WORDS} words at most" in PAGE
    assert f"no sentence over {GLOSS_SENTENCE} words" in PAGE

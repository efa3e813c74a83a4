"""Everything as JSON, and the schema that it keeps to."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from consult.results.exports.everything import everything, schema
from consult.results.exports.material import Material
from tests.results.exports.conftest import Make

SCHEMA = json.loads(schema())


@pytest.fixture
def made(material: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(everything(material)))
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_file_keeps_to_the_schema(made: dict[str, Any]) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(made)] == []
    assert len(made["comments"]) == 87
    assert made["numbers"][0]["rows"][1]["responses"] == {"value": None, "why": "fewer than the threshold"}
    assert [group["id"] for group in made["breakdowns"][0]["groups"]] == ["north", "south"]


def test_a_campaign_without_comments_keeps_to_it_too(make: Make) -> None:
    found = json.loads(b"".join(everything(make(comments={}))))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)] == []
    assert found["comments"] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"form": "something else"},
        {"responses": {"value": 9}},
        {"responses": {"value": None}},
        {"comments": [{"question": "q1", "language": "en", "text": "x", "writer": 1}]},
        {"method": []},
    ],
)
def test_the_schema_would_have_found_it(made: dict[str, Any], changes: dict[str, Any]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(made | changes))


def test_comments_are_whole(made: dict[str, Any]) -> None:
    texts = [comment["text"] for comment in made["comments"]]
    assert "-1\n=2" in texts
    assert "=1+1" in texts

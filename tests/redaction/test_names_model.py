"""Names by a model that the operator installed: a real spaCy pipeline, made for the test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import spacy
from spacy.pipeline import EntityRuler

from consult.redaction import Kind, NamesModelError, Redactor, find, load_names_model, mask
from consult.settings import SettingsError
from consult.wiring import wire
from tests.conftest import settings_for


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pipeline that knows two people, one in small letters, and takes a place and the police for people too."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    people = ("Faith", "Croydon", "Police", "hadiza")
    ruler.add_patterns([{"label": "PERSON", "pattern": each} for each in people])
    ruler.add_patterns([{"label": "ORG", "pattern": "acme"}])
    pipeline.to_disk(tmp_path / "model")
    return tmp_path / "model"


def found(text: str, model: Path) -> list[str]:
    details = Redactor(model=load_names_model(str(model))).find(text)
    return [text[each.start : each.end] for each in details if each.kind is Kind.NAME]


def test_names_that_only_the_model_sees_are_found_besides_ours(folder: Path) -> None:
    text = "yes and hadiza, she was there, with Kwame"

    assert [text[each.start : each.end] for each in find(text)] == ["Kwame"]
    assert found(text, folder) == ["hadiza", "Kwame"]


def test_places_offices_and_other_kinds_are_left_whatever_the_model_says(folder: Path) -> None:
    assert found("so Croydon and Police and acme", folder) == []


def test_masking_with_a_model_leaves_nothing_to_find(folder: Path) -> None:
    redactor = Redactor(model=load_names_model(str(folder)))
    text = "yes and Faith, she was there with Faith's aunt Hodan on 07700 900123"

    masked = mask(text, redactor.find(text))

    assert redactor.find(masked) == []


def test_an_installed_package_is_a_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder.parent / "names_for_this_test"
    package.mkdir()
    (package / "__init__.py").write_text(
        f"import spacy\ndef load(**others):\n    return spacy.load({str(folder)!r}, **others)\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(folder.parent)

    model = load_names_model("names_for_this_test")

    assert model is not None


def test_no_name_is_no_model_and_loads_no_spacy() -> None:
    assert load_names_model("") is None
    assert "spacy" in sys.modules  # this test file brought it, the product does not: see test_cost


def test_a_model_that_is_not_there_stops_the_start_with_what_to_mend(tmp_path: Path) -> None:
    with pytest.raises(
        SettingsError, match="CONSULT_NAMES_MODEL names 'en_not_there', which is neither an installed"
    ):
        wire(settings_for(tmp_path, NAMES_MODEL="en_not_there"))


def test_a_model_that_cannot_be_read_says_so(folder: Path) -> None:
    (folder / "config.cfg").write_text("nothing", encoding="utf-8")
    model = load_names_model(str(folder))
    assert model is not None

    with pytest.raises(NamesModelError, match="cannot be loaded"):
        list(model("Faith"))

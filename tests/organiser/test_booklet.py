"""What is kept of a paper booklet: the same as of an answer that was typed by the person."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from flask import Flask
from spacy.pipeline import EntityRuler

from consult.answers.citing import sites
from consult.organiser.campaigns import booklet
from consult.packs.model import Pack
from consult.redaction import Redactor, load_names_model
from consult.store.mixing.sharing import Submission, Way
from consult.web.redacting import KEY


@pytest.fixture
def with_model(app: Flask, pack: Pack, tmp_path: Path) -> None:
    """Let the operator have a model for names, which knows one that stands in small letters."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "PERSON", "pattern": "hadiza"}])
    pipeline.to_disk(tmp_path / "model")
    app.extensions[KEY] = {pack.id: Redactor(model=load_names_model(str(tmp_path / "model")))}


def typed_in(pack: Pack, text: str, *, with_words: bool = True) -> Submission:
    typed = booklet.read(pack, {f"{pack.questions[0].id}-text": text})
    return booklet.submission(pack, pack.id, typed, with_words=with_words, language="en")


@pytest.mark.usefixtures("with_model")
def test_the_operators_model_for_names_reads_booklets_too(app: Flask, pack: Pack) -> None:
    with app.app_context():
        shared = typed_in(pack, "yes and hadiza, she was there")
    (comment,) = shared.comments.values()
    assert comment.text == "yes and [name removed], she was there"


def test_the_sources_that_a_booklet_names_are_counted_where_its_words_are_shared(app: Flask, pack: Pack) -> None:
    host, source = next(iter(sites(pack).items()))
    with app.app_context():
        shared, counted = (typed_in(pack, f"See https://{host}/x.", with_words=each) for each in (True, False))
    assert shared.cited == {source.id}
    assert (counted.cited, counted.comments, counted.way) == (frozenset(), {}, Way.PAPER)

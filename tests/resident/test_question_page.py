"""The prepared page is the rendered page, and both have the GOV.UK parts as the macros make them."""

from __future__ import annotations

import re

import pytest
from flask import Flask, render_template_string
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from consult.answers.sheet import Answer
from consult.packs.model import Pack
from consult.resident.question_page import QuestionPage
from consult.web.prepared import Slots

ADDRESSES = ["/home-office-facial-recognition/question/1", "/cy/home-office-facial-recognition/question/1"]
HOSTILE = "slot-x-text-end </textarea><script>&{{ 1 }}"


def squeezed(html: str) -> str:
    return re.sub(r"\s+", " ", html)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("to_check", [True, False])
@pytest.mark.parametrize("number", [1, 6, 17])
def test_the_prepared_page_is_the_rendered_page(
    app: Flask, pack: Pack, address: str, number: int, *, to_check: bool
) -> None:
    question = pack.questions[number - 1]
    choice = "disagree" if question.scale else None
    with app.test_request_context(address):
        app.preprocess_request()
        page = QuestionPage(pack, question, to_check=to_check)
        for given_answer in (Answer(), Answer(choice, HOSTILE)):
            prepared = page.prepared(answer=given_answer, guard="g", notice="A & B")
            assert squeezed(prepared) == squeezed(page.direct(answer=given_answer, guard="g", notice="A & B"))


def test_the_radios_are_the_macros_own(app: Flask, pack: Pack) -> None:
    question = pack.questions[0]
    scale = pack.scale(question)
    assert scale is not None
    with app.test_request_context(ADDRESSES[0]):
        app.preprocess_request()
        html = QuestionPage(pack, question, to_check=False).prepared(answer=Answer("agree", ""), guard="g")
        macros = render_template_string(
            """{% from "govuk_frontend_jinja/components/radios/macro.html" import govukRadios %}
            {{ govukRadios({"idPrefix": "choice", "name": "choice", "items": items, "value": "agree",
            "fieldset": {"describedBy": "wording",
              "legend": {"text": "Your answer", "classes": "govuk-fieldset__legend--s"}}}) }}""",
            items=[{"value": option.id, "text": option.label} for option in scale.options],
        )
    assert squeezed(macros).strip() in squeezed(html)


@given(st.text(), st.text())
def test_every_value_is_escaped(first: str, second: str) -> None:
    slots = Slots()
    page = slots.cut(f'<p>{slots.mark("one")}</p><i{" data-slot="}"{slots.mark("two")}">')
    assert page.fill({"one": first, "two": Markup(" checked")}) == f"<p>{escape(first)}</p><i checked>"
    assert page.fill({"one": second, "two": ""}) == f"<p>{escape(second)}</p><i>"


def test_a_value_that_was_forgotten_is_an_error() -> None:
    slots = Slots()
    with pytest.raises(KeyError):
        slots.cut(f"<p>{slots.mark('one')}</p>").fill({})

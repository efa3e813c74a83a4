"""The person's own words, and no options."""

from __future__ import annotations

from collections.abc import Mapping

from consult.answers.kinds.parts import paragraphs, parse_text
from consult.answers.kinds.protocol import Parsed, Shown
from consult.answers.sheet import Answer
from consult.packs.model import Option

ANSWERED = "answered"
"""The id under which an answer without options is counted: that there is one."""


class Text:
    """An open answer."""

    name = "text"
    has_options = False
    has_text = True

    def parse(self, form: Mapping[str, str], _options: tuple[Option, ...]) -> Parsed:
        """See `AnswerKind.parse`."""
        text, faults, removed = parse_text(form)
        return Parsed(Answer(None, text), tuple(faults), removed)

    def show(self, answer: Answer, _options: tuple[Option, ...]) -> Shown:
        """See `AnswerKind.show`."""
        return Shown(None, paragraphs(answer.text))

    def counted(self, answer: Answer, _options: tuple[Option, ...]) -> str | None:
        """See `AnswerKind.counted`."""
        return ANSWERED if answer.text else None

    def comment(self, answer: Answer) -> str:
        """See `AnswerKind.comment`."""
        return answer.text

"""One option out of several, and nothing to explain."""

from __future__ import annotations

from collections.abc import Mapping

from consult.answers.kinds.parts import label_of, parse_choice
from consult.answers.kinds.protocol import Parsed, Shown
from consult.answers.sheet import Answer
from consult.packs.model import Option


class Choice:
    """A choice without reasons."""

    name = "choice"
    has_options = True
    has_text = False

    def parse(self, form: Mapping[str, str], options: tuple[Option, ...]) -> Parsed:
        """See `AnswerKind.parse`."""
        choice, faults = parse_choice(form, options)
        return Parsed(Answer(choice), tuple(faults))

    def show(self, answer: Answer, options: tuple[Option, ...]) -> Shown:
        """See `AnswerKind.show`."""
        return Shown(label_of(answer.choice, options), ())

    def counted(self, answer: Answer, options: tuple[Option, ...]) -> str | None:
        """See `AnswerKind.counted`."""
        return answer.choice if label_of(answer.choice, options) else None

    def comment(self, answer: Answer) -> str:  # noqa: ARG002 - the protocol gives every kind the answer
        """See `AnswerKind.comment`."""
        return ""

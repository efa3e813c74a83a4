"""One option out of several, then the reasons in the person's own words. Either may be left out."""

from __future__ import annotations

from collections.abc import Mapping

from consult.answers.kinds.parts import label_of, paragraphs, parse_choice, parse_text
from consult.answers.kinds.protocol import Parsed, Shown
from consult.answers.sheet import Answer
from consult.packs.model import Option


class ChoiceWithReasons:
    """A choice, and why."""

    name = "choice-with-reasons"
    has_options = True
    has_text = True

    def parse(self, form: Mapping[str, str], options: tuple[Option, ...]) -> Parsed:
        """See `AnswerKind.parse`."""
        choice, choice_faults = parse_choice(form, options)
        text, text_faults, removed = parse_text(form)
        return Parsed(Answer(choice, text), (*choice_faults, *text_faults), removed)

    def show(self, answer: Answer, options: tuple[Option, ...]) -> Shown:
        """See `AnswerKind.show`."""
        return Shown(label_of(answer.choice, options), paragraphs(answer.text))

    def counted(self, answer: Answer, options: tuple[Option, ...]) -> str | None:
        """See `AnswerKind.counted`."""
        return answer.choice if label_of(answer.choice, options) else None

    def comment(self, answer: Answer) -> str:
        """See `AnswerKind.comment`."""
        return answer.text
